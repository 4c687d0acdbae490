import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'vitest';
import { openScreen } from './screen.mjs';

let screen;

beforeEach(async () => {
  screen = await openScreen('examples/two-servers');
});

afterEach(async () => {
  await screen?.close();
});

test('lenses, the status bar and the tree say who may fail, and what is missing when one may not', async () => {
  const { page, folder } = screen;
  const lens = (text) => page.locator('.codelens-decoration', { hasText: text }).first();
  const status = page.locator('[id="shinken-for-vscode.shinken.shinken.availability"]');
  const row = (text) =>
    page.locator('.pane', { hasText: 'Servers and Realms' }).locator('.monaco-list-row', { hasText: text });

  await screen.open('schedulers/scheduler-server1.cfg');
  await lens('scheduler-spare-server2 on server2 if server1 dies').waitFor();
  await status.filter({ hasText: 'any 1 server may fail' }).waitFor();
  await page.locator('.view-line', { hasText: 'given up within 60 s' }).waitFor();
  await page.locator('[id="status.languageStatus"]').hover();
  await page.locator('.hover-language-status', { hasText: /shinken\.cfg.*objects in \d+ files/ }).waitFor();
  await page.keyboard.press('Escape');

  rmSync(path.join(folder, 'schedulers', 'scheduler-spare-server2.cfg'));
  await lens('server1 must not fail: nobody replaces its scheduler').waitFor();
  await status.filter({ hasText: 'server1 is a single point of failure' }).waitFor();

  const fold = async (title, expanded) => {
    const header = page.locator('.pane-header', { hasText: title });
    const folded = header.and(page.locator(`[aria-expanded="${expanded}"]`));
    await screen.doUntil(folded, (timeout) => header.click({ timeout }));
  };
  await fold('Servers and Realms', true);
  // Room for the tree: the files above it are folded away.
  await fold('two-servers', false);
  await row('No spare left for scheduler-server1').first().waitFor();
  await row('poller-server2').first().waitFor();
  await screen.picture('servers-and-realms');

  const tab = (title) => page.locator('.tab.active', { hasText: title });
  await screen.doUntil(tab('poller-server2.cfg'), (timeout) => row('poller-server2').first().click({ timeout }));

  const server = row('server1').first();
  await screen.doUntil(tab('Availability'), async (timeout) => {
    await server.hover({ timeout });
    await server.getByRole('button', { name: 'Simulate the Death of This Server' }).click({ timeout });
  });
});
