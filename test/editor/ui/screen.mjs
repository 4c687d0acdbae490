// What a person does with mouse and keyboard, and sees.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATIENCE, startWorkbench } from '../support/workbench.mjs';
import { installExtension } from '../../../scripts/lib/host.mjs';
import { root } from '../../../scripts/lib/run.mjs';
import { packagedExtension } from '../../../scripts/lib/vsix.mjs';

/** Screenshots go to the folder that this names; the README's are made with `SCREENSHOTS=docs/images npm test -- editor`. */
const screenshots = process.env.SCREENSHOTS && path.resolve(root, process.env.SCREENSHOTS);

/**
 * Opens a copy of a folder of the project in VS Code, with the packaged extension. `prepare` may change the copy first; `settings` are the
 * user's, besides those of every test.
 */
export async function openScreen(source, { prepare = () => undefined, settings = {} } = {}) {
  const home = mkdtempSync(path.join(tmpdir(), 'w-'));
  const folder = path.join(home, path.basename(source));
  const extensionsDir = path.join(home, 'extensions');
  mkdirSync(extensionsDir);
  cpSync(path.join(root, source), folder, { recursive: true });
  prepare(folder);
  await installExtension(await packagedExtension(), extensionsDir);
  const { page, close } = await startWorkbench({
    folder,
    extensionsDir,
    settings: { 'files.autoSave': 'off', 'editor.minimap.enabled': false, ...settings },
    viewport: { width: 1200, height: 720 },
  });
  const row = (list, text) => page.locator(`${list} .monaco-list-row`, { hasText: text }).first();
  return {
    page,
    folder,
    async close() {
      await close();
      rmSync(home, { recursive: true, force: true });
    },

    /** Opens a file, a click on each folder above it first. */
    async open(name) {
      const parts = name.split('/');
      for (const [depth, part] of parts.entries()) {
        const entry = page
          .locator(`.explorer-folders-view .monaco-list-row[aria-level="${depth + 1}"]`)
          .filter({ hasText: new RegExp(`^${part}$`) });
        await entry.waitFor();
        if ((await entry.getAttribute('aria-expanded')) !== 'true') await entry.click();
      }
      await page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
    },

    /** Runs a command of the palette. */
    async command(title) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>${title}`);
      await row('.quick-input-list', title).waitFor();
      await page.keyboard.press('Enter');
    },

    /** Waits for a squiggle of that kind. */
    squiggle: (severity) => page.locator(`.monaco-editor .squiggly-${severity}`).first().waitFor(),

    /** Puts the cursor on a word. */
    click: (word) =>
      page.locator('.view-line', { hasText: word }).first().locator('span span', { hasText: word }).first().click(),

    /** Opens the menu of quick-fixes at the cursor, again when it closes unasked, and gives the entry of that title. */
    async quickFix(title) {
      const entry = row('.action-widget', title);
      for (const start = Date.now(); Date.now() - start < PATIENCE;) {
        await page.keyboard.press('Control+.');
        if (await entry.waitFor({ timeout: 10_000 }).then(() => true, () => false)) return entry; // prettier-ignore
      }
      throw new Error(`There is no quick-fix "${title}".`);
    },

    /**
     * Chooses an entry of the menu of the secondary button until `chosen` is to be seen: a menu is deaf to clicks for its first tenth of a
     * second, and closes when the focus goes elsewhere.
     */
    async chooseInMenu(target, title, chosen) {
      const entry = page.locator('.monaco-menu .action-item', { hasText: title });
      for (const start = Date.now(); Date.now() - start < PATIENCE;) {
        await target.click({ button: 'right' });
        await entry.click({ timeout: 10_000 }).catch(() => undefined);
        if (await chosen.waitFor({ timeout: 10_000 }).then(() => true, () => false)) return; // prettier-ignore
        await page.keyboard.press('Escape');
      }
      throw new Error(`"${title}" was chosen in the menu to no effect.`);
    },

    /** The text of the Markdown that is shown beside the editor. */
    preview: page.frameLocator('iframe.webview').frameLocator('iframe').locator('.markdown-body'),

    /** The box that asks for a text or a choice. */
    question: page.locator('.quick-input-widget:visible'),

    /** Keeps a picture of what is on the screen, when asked for pictures. */
    async picture(name) {
      if (!screenshots) return;
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    },
  };
}
