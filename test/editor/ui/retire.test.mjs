import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PATIENCE } from '../support/workbench.mjs';
import { openScreen } from './screen.mjs';

const kinds = ['arbiter', 'scheduler', 'reactionner', 'broker', 'receiver'];
const master = (kind) => `${kind}s/${kind}-master.cfg`;
const spare = (kind) => `${kind}s/${kind}-spare.cfg`;

let screen;

/** Every daemon of server1 has its spare on server3. */
beforeEach(async () => {
  screen = await openScreen('examples/etc-shinken', {
    prepare(folder) {
      for (const kind of kinds) {
        const text = readFileSync(path.join(folder, master(kind)), 'utf8')
          .replace(`${kind}-master`, `${kind}-spare`)
          .replaceAll(/(address|host_name)( +)server1/g, '$1$2server3')
          .replace(/spare( +)0/, 'spare$11');
        writeFileSync(path.join(folder, spare(kind)), text);
      }
    },
  });
});

afterEach(async () => {
  await screen?.close();
});

const isThere = (name) => existsSync(path.join(screen.folder, name));
const isActive = (name) => /^\s*spare\s+0\b/m.test(readFileSync(path.join(screen.folder, name), 'utf8'));
const patience = { timeout: PATIENCE };

const entry = (text) => screen.question.locator('.monaco-list-row', { hasText: text });
/** Takes the entry of that text in the list that is on the screen, until what comes next is to be seen. */
const take = (text, seen) => screen.doUntil(seen, (timeout) => entry(text).click({ timeout }));

test('a server goes, its spares become active, and one undo brings it back', async () => {
  await screen.open(master('arbiter'));
  await screen.command('Shinken: Retire Server…', entry('server1'));
  await take('server1', entry('Make them active'));
  await take('Make them active', entry('Remove 6 definitions'));
  await screen.preview.getByText('When a server dies').waitFor();
  const report = await screen.preview.innerText();
  expect(report).toContain('When server3 dies, nobody leads');
  expect(report).toContain('arbiter-spare on server3 leads from now on');
  await screen.picture('retire-server');
  expect(kinds.every((kind) => isThere(master(kind)))).toBe(true);

  const panel = screen.page.locator('.bulk-edit-panel');
  await take('Show every change first', panel.locator('.monaco-list-row', { hasText: 'deleting' }).first());
  await screen.picture('refactor-preview');
  expect(kinds.every((kind) => isThere(master(kind)) && !isActive(spare(kind)))).toBe(true);
  // Everything is ticked; a click that comes before the panel is ready does nothing.
  const apply = panel.locator('.monaco-button', { hasText: 'Apply' });
  await vi.waitUntil(
    async () => {
      await apply.click({ timeout: 1000 }).catch(() => undefined);
      return kinds.every((kind) => !isThere(master(kind)) && isActive(spare(kind)));
    },
    { ...patience, interval: 1000 },
  );

  await screen.open(spare('scheduler'));
  await screen.click('scheduler_name');
  await screen.page.keyboard.press('Control+z');
  await vi.waitUntil(() => kinds.every((kind) => isThere(master(kind))), patience);
  // What was only edited is as before in the editor, to be saved or not.
  await vi.waitUntil(
    async () => {
      await screen.run('File: Save All');
      return kinds.every((kind) => !isActive(spare(kind)));
    },
    { ...patience, interval: 3000 },
  );
});
