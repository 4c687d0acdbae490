import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { PATIENCE } from '../support/workbench.mjs';
import { openScreen } from './screen.mjs';

const file = 'arbiters/arbiter-server2.cfg';

let screen;

afterEach(async () => {
  await screen?.close();
});

test('a quick-fix asks what the machine of the spare arbiter calls itself, and takes no address for an answer', async () => {
  screen = await openScreen('examples/two-servers', {
    prepare(folder) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const changed = text.replace(/^ *host_name .*\n/m, '').replace(/^( *address +)server2/m, '$1192.0.2.12');
      writeFileSync(path.join(folder, file), changed);
    },
  });
  await screen.open(file);
  await screen.squiggle('error');
  await screen.quickFix('arbiter-server2', 'Add host_name', screen.asks('on the machine of arbiter-server2'));
  // What is wrong with an answer stands in the place of the question.
  const input = screen.question.locator('input');
  expect(await input.inputValue()).toBe('');
  await input.fill('192.0.2.12');
  await screen.question.getByText('a name, not an address').waitFor();
  await input.fill('server2');
  await screen.page.keyboard.press('Enter');
  await screen.page.locator('.view-line', { hasText: /host_name\s+server2/ }).waitFor();
  await vi.waitUntil(async () => (await screen.page.locator('.squiggly-error').count()) === 0, { timeout: PATIENCE });
});
