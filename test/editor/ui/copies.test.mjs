import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openScreen } from './screen.mjs';

let screen;

afterEach(async () => {
  await screen?.close();
});

test('a copy of the configuration is compared, and a click shows what differs', async () => {
  screen = await openScreen('examples/etc-shinken');
  const copy = path.join(path.dirname(screen.folder), 'server3', 'etc', 'shinken');
  cpSync(screen.folder, copy, { recursive: true });
  const file = path.join(copy, 'shinken.cfg');
  writeFileSync(file, readFileSync(file, 'utf8').replace('log_level=INFO', 'log_level=DEBUG'));

  await screen.open('arbiters/arbiter-master.cfg');
  await screen.squiggle('info');
  const byPath = screen.question.locator('.monaco-list-row', { hasText: 'Folder by Its Path' });
  await screen.command('Shinken: Compare with Another Copy…', byPath);
  const question = screen.asks('The folder of the other copy');
  await screen.doUntil(question, (timeout) => byPath.click({ timeout }));
  await question.locator('input').fill(copy);
  await screen.page.keyboard.press('Enter');

  const list = screen.page.locator('.pane', { hasText: 'Shinken: Differences' });
  const row = list.locator('.monaco-list-row', { hasText: 'setting log_level' });
  const sides = screen.page.locator('.monaco-diff-editor');
  await screen.doUntil(sides, (timeout) => row.click({ timeout }));
  await sides.locator('.editor.original .view-line', { hasText: 'log_level=DEBUG' }).waitFor();
  await sides.locator('.editor.modified .view-line', { hasText: 'log_level=INFO' }).waitFor();
  await screen.picture('compare-copies');
  expect(await list.innerText()).toContain('1 difference');
});
