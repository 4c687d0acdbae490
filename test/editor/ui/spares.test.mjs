import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PATIENCE } from '../support/workbench.mjs';
import { openScreen } from './screen.mjs';

let screen;

beforeEach(async () => {
  screen = await openScreen('examples/etc-shinken');
});

afterEach(async () => {
  await screen?.close();
});

const read = (name) => readFileSync(path.join(screen.folder, name), 'utf8');
const patience = { timeout: PATIENCE };

test('a scheduler without a spare gets one by a quick-fix', async () => {
  // Where no daemon at all has a spare, the missing ones are not worth a warning each.
  const master = read('reactionners/reactionner-master.cfg');
  const spare = master.replace('reactionner-master', 'reactionner-spare').replace('server1', 'server3');
  writeFileSync(
    path.join(screen.folder, 'reactionners', 'reactionner-spare.cfg'),
    spare.replace(/spare +0/, 'spare 1'),
  );

  await screen.open('schedulers/scheduler-master.cfg');
  await screen.squiggle('warning');
  await screen.page.keyboard.press('Control+Shift+M');
  await screen.page.locator('.markers-panel', { hasText: 'No spare covers the scheduler' }).waitFor();
  const question = screen.asks('The address of the server for the spare of scheduler-master');
  await screen.quickFix('scheduler-master', 'Add matching spare', question, () => screen.picture('quick-fix'));
  expect(await question.locator('input').inputValue()).toBe('server3');
  await screen.page.keyboard.press('Enter');

  await screen.page.locator('.tab.active', { hasText: 'scheduler-spare.cfg' }).waitFor();
  const written = path.join(screen.folder, 'schedulers', 'scheduler-spare.cfg');
  await vi.waitUntil(() => existsSync(written) && readFileSync(written, 'utf8') !== '', patience);
  const text = read('schedulers/scheduler-spare.cfg');
  expect(text).toMatch(/^\s*address\s+server3\b/m);
  expect(text).toMatch(/^\s*spare\s+1\b/m);
  expect(text).toMatch(/^\s*modules\s+redis-retention\b/m);

  await screen.open('schedulers/scheduler-master.cfg');
  await vi.waitUntil(async () => (await screen.page.locator('.squiggly-warning').count()) === 0, patience);
});

test('a server gets the full set of spares by a command, and loses it by one undo', async () => {
  await screen.open('arbiters/arbiter-master.cfg');
  await screen.squiggle('info');
  const question = screen.asks('The name or address of the server that will run the spares');
  await screen.command('Shinken: Generate Spare Definitions…', question);
  await question.locator('input').fill('server4');
  await screen.page.keyboard.press('Enter');
  await screen.question.locator('.monaco-list-row', { hasText: 'arbiter-spare' }).waitFor();
  await screen.picture('generate-spares');
  await screen.page.keyboard.press('Enter');

  const kinds = ['arbiter', 'broker', 'poller', 'reactionner', 'receiver', 'scheduler'];
  const files = kinds.map((kind) => `${kind}s/${kind}-spare.cfg`);
  const exists = (name) => readdirSync(path.join(screen.folder, path.dirname(name))).includes(path.basename(name));
  await vi.waitUntil(() => files.every((name) => exists(name) && read(name) !== ''), patience);
  for (const name of files) expect(read(name)).toMatch(/^\s*address\s+server4\b/m);
  await screen.preview.getByText('Left to do by hand').waitFor();
  const report = await screen.preview.innerText();
  expect(report).toMatch(/hostname.+server4/);
  expect(report).toContain('Any one server may fail: nothing is lost.');
  await screen.picture('spares-left-to-do');

  // One undo in any of the files takes back all of them, without a question.
  await screen.open('pollers/poller-spare.cfg');
  await screen.click('min_workers');
  await screen.page.keyboard.press('Control+z');
  await vi.waitUntil(() => !files.some(exists), patience);
});
