import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { PATIENCE } from '../support/workbench.mjs';
import { openScreen } from './screen.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patience = { timeout: PATIENCE };

let screen;

afterEach(async () => {
  await screen?.close();
});

/** Spares of these kinds on server3: the masters' own definitions with three lines changed. */
function addSpares(folder, kinds) {
  for (const kind of kinds) {
    const file = (name) => path.join(folder, `${kind}s`, `${kind}-${name}.cfg`);
    const spare = readFileSync(file('master'), 'utf8')
      .replaceAll(`${kind}-master`, `${kind}-spare`)
      .replaceAll('server1', 'server3')
      .replace(/spare +0/, 'spare 1');
    writeFileSync(file('spare'), spare);
  }
}

/** The example with a spare of every kind but the broker's, and its map. */
async function openMap(settings) {
  screen = await openScreen('examples/etc-shinken', {
    prepare: (folder) => addSpares(folder, ['arbiter', 'scheduler', 'poller', 'reactionner', 'receiver']),
    settings,
  });
  const { page } = screen;
  await screen.open('pollers/poller-master.cfg');
  await page.locator('.view-line', { hasText: 'poller-master' }).first().waitFor();
  const map = page.frameLocator('iframe.webview').frameLocator('iframe');
  await screen.command('Shinken: Show Availability Map', map.getByRole('grid'));
  // Room for the whole of it, without the files.
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.keyboard.press('Control+B');
  return map;
}

const server = (map, name) => map.getByRole('button', { name: `Kill ${name}` });
const daemon = (map, name) => map.getByRole('gridcell').getByRole('button', { name: new RegExp(`^${name}\\b`) });
const until = (look) => vi.waitUntil(look, patience);
const story = (map, words) => map.locator('.story', { hasText: words });
const says = (map, words) => story(map, words).waitFor();
/** What a screen reader has been told last. */
const announced = (map) => map.getByRole('status').innerText();

/** Loads the window anew until server1 is dead in it as before: VS Code notes every few seconds only what is to be shown again. */
async function reload(map) {
  for (const start = Date.now(); Date.now() - start < PATIENCE;) {
    await screen.page.waitForTimeout(8000);
    await screen.page.reload();
    await map.getByRole('grid').waitFor();
    if (await map.getByText('server1 is dead.').first().isVisible()) return;
    await server(map, 'server1').click();
    await says(map, 'server1 is dead.');
  }
  throw new Error('Whoever was dead lives again after a reload.');
}

/** @returns {Promise<string[]>} what is wrong with the page for people who cannot see it, or cannot see it well. */
async function barriers(map) {
  const frame = await (await map.locator('html').elementHandle()).ownerFrame();
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
}

test('the map shows who takes over from a dead server, and what is missing', async () => {
  const map = await openMap();
  const { page } = screen;
  expect(await map.getByRole('columnheader').allInnerTexts()).toEqual([
    expect.stringMatching(/server1[^]*6 active[^]*single point of failure/),
    expect.stringMatching(/server2[^]*1 active/),
    expect.stringMatching(/server3[^]*5 spares/),
  ]);
  await map.getByText('server1 is a single point of failure: nobody takes over its broker.').waitFor();
  expect(await barriers(map)).toEqual([]);

  // By click: killed, told, and the picture kept.
  await server(map, 'server1').click();
  await says(map, 'scheduler-spare on server3 takes over the hosts of scheduler-master after 180 s.');
  await says(map, 'Lost: nobody brings to interfaces, logs and graphs what becomes of the 8 hosts of the realm All.');
  expect(await server(map, 'server1').getAttribute('aria-pressed')).toBe('true');
  expect(await announced(map)).toMatch(/^server1 is dead\. arbiter-spare on server3 takes the lead/);
  expect(await daemon(map, 'broker-master').innerText()).toMatch(/nobody takes over/);
  expect(await daemon(map, 'scheduler-spare').innerText()).toMatch(/takes over from scheduler-master/);
  expect(await map.getByRole('rowheader', { name: /^Brokers/ }).innerText()).toMatch(/nobody/);
  expect(await barriers(map)).toEqual([]);
  await page.mouse.move(600, 790);
  await screen.picture('availability-map');

  // The window is loaded anew, and the dead are still dead.
  await reload(map);
  await server(map, 'server1').click();
  await says(map, 'Everybody is alive.');

  // By keyboard: the server, then one daemon of it, then its definition.
  await server(map, 'server1').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await says(map, 'poller-spare on server3 takes over from poller-server2 after 120 to 180 s.');
  expect(await announced(map)).toContain('No work is lost.');
  await page.keyboard.press('k');
  await until(async () => (await announced(map)).startsWith('Everybody is alive.'));
  await page.keyboard.press('Home');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  expect(await map.locator(':focus').innerText()).toMatch(/^scheduler-master/);
  await page.keyboard.press('k');
  await says(map, 'The scheduler scheduler-master on server1 is dead.');
  await page.keyboard.press('k');
  await says(map, 'Everybody is alive.');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'scheduler-master.cfg' }).waitFor();
  await page.locator('.monaco-editor.focused .view-line', { hasText: 'scheduler-master' }).first().waitFor();

  // It follows the text, saved or not.
  await screen.click('server1');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Backspace');
  await page.keyboard.type('server4');
  await map.getByRole('columnheader', { name: 'server4' }).waitFor();
  await page.keyboard.press('Control+S');

  // A gap is mended by the dialogue of the quick-fix.
  const question = screen.asks('The address of the server for the spare of broker-master');
  const gap = map.getByRole('button', { name: /no spare for broker-master/ });
  await screen.doUntil(question, (timeout) => gap.click({ timeout }));
  expect(await question.locator('input').inputValue()).toBe('server3');
  await page.keyboard.press('Enter');
  await daemon(map, 'broker-spare').waitFor();
  expect(readFileSync(path.join(screen.folder, 'brokers', 'broker-spare.cfg'), 'utf8')).toMatch(/address +server3\b/);

  // By the menu of the secondary button.
  const takesOver = story(map, 'broker-spare on server3 takes over from broker-master after 120 to 180 s.');
  await screen.chooseInMenu(daemon(map, 'broker-master'), 'Kill', takesOver);

  // As a picture.
  const target = screen.question.locator('input');
  const button = map.getByRole('button', { name: 'Export as SVG…' });
  await screen.doUntil(target, (timeout) => button.click({ timeout }));
  const file = path.join(screen.folder, 'availability-map.svg');
  await until(async () => (await target.inputValue()) === file);
  await page.keyboard.press('Enter');
  await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '');
  const frame = await (await map.locator('html').elementHandle()).ownerFrame();
  const picture = JSON.stringify(readFileSync(file, 'utf8'));
  const [errors, text] = await frame.evaluate(`(() => {
    const { documentElement } = new DOMParser().parseFromString(${picture}, 'image/svg+xml');
    return [documentElement.getElementsByTagName('parsererror').length, documentElement.textContent];
  })()`);
  expect(errors).toBe(0);
  expect(text).toContain('The broker broker-master on server1 is dead.');
});

test.each([
  ['dark', 'Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
])('the map is fit to be read in a theme that is %s', async (name, theme) => {
  const map = await openMap({ 'workbench.colorTheme': theme, 'window.autoDetectHighContrast': false });
  await server(map, 'server1').click();
  await says(map, 'server1 is dead.');
  expect(await barriers(map)).toEqual([]);
  await server(map, 'server2').focus();
  await screen.page.keyboard.press('ArrowLeft');
  await screen.picture(`availability-map-${name}`);
});
