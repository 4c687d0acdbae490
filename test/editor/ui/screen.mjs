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

/** Milliseconds that what was done is given to show, before it is done again. */
const ATTEMPT = 30_000;

/** The same of a menu: to open it again does no harm, and it closes when the workbench, once all is activated, is laid out anew. */
const MENU_ATTEMPT = 5000;

/**
 * Does something again until `seen` is to be seen. What a person would do again is lost now and then: a menu is deaf to clicks for its first
 * tenth of a second, a list closes when the focus goes elsewhere, and a row moves away under the mouse while the list is being filled.
 */
async function doUntil(seen, act, attempt = ATTEMPT) {
  const isSeen = (timeout) => seen.waitFor({ timeout }).then(() => true, () => false); // prettier-ignore
  let why;
  for (const start = Date.now(); Date.now() - start < PATIENCE;) {
    try {
      await act(ATTEMPT);
    } catch (error) {
      if (seen.page().isClosed()) throw error;
      why = error;
    }
    if (await isSeen(attempt)) return;
  }
  throw new Error(`What was done again and again had no effect: nobody sees ${seen}.`, { cause: why });
}

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
    settings: {
      'files.autoSave': 'off',
      'editor.minimap.enabled': false,
      // A header that stays would lie on the line that is to be clicked, once the editor has scrolled to it.
      'editor.stickyScroll.enabled': false,
      ...settings,
    },
    viewport: { width: 1200, height: 720 },
  });
  const row = (list, text) => page.locator(`${list} .monaco-list-row`, { hasText: text }).first();
  const question = page.locator('.quick-input-widget:visible');
  /** Runs a command of the palette, whatever comes of it. */
  const run = async (title, timeout = PATIENCE) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`, { timeout });
    await row('.quick-input-list', title).waitFor({ timeout });
    await page.keyboard.press('Enter');
  };
  /** Puts the cursor on a word. */
  const click = (word, timeout = PATIENCE) => {
    const line = page.locator('.view-line', { hasText: word }).first();
    return line.locator('span span', { hasText: word }).first().click({ timeout });
  };
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
        const isFile = depth === parts.length - 1;
        const opened = isFile
          ? page.locator('.tab.active', { hasText: part })
          : entry.and(page.locator('[aria-expanded="true"]'));
        if (isFile || (await opened.count()) === 0) await doUntil(opened, (timeout) => entry.click({ timeout }));
      }
    },

    run,

    /** Runs a command of the palette, until what it shows is to be seen. */
    command: (title, seen) => doUntil(seen, (timeout) => run(title, timeout)),

    /** Waits for a squiggle of that kind. */
    squiggle: (severity) => page.locator(`.monaco-editor .squiggly-${severity}`).first().waitFor(),

    click,

    /** Chooses a quick-fix at a word, until what it does is to be seen. `look` is called while the menu is open. */
    async quickFix(word, title, seen, look = () => undefined) {
      const entry = row('.action-widget', title);
      const open = async (timeout) => {
        await click(word, timeout);
        await page.keyboard.press('Control+.');
      };
      await doUntil(entry, open, MENU_ATTEMPT);
      await look();
      await doUntil(seen, async (timeout) => {
        if (!(await entry.isVisible())) await open(timeout);
        await entry.click({ timeout });
      });
    },

    /** Chooses an entry of the menu of the secondary button, until `seen` is to be seen. */
    chooseInMenu: (target, title, seen) =>
      doUntil(seen, async (timeout) => {
        const entry = page.locator('.monaco-menu .action-item', { hasText: title });
        if (await entry.isVisible()) await page.keyboard.press('Escape');
        await target.click({ button: 'right', timeout });
        await entry.click({ timeout });
      }),

    doUntil,

    /** The text of the Markdown that is shown beside the editor. */
    preview: page.frameLocator('iframe.webview').frameLocator('iframe').locator('.markdown-body'),

    /** The box that asks for a text or a choice. */
    question,

    /** The same when it says that; the palette of commands is such a box, too. */
    asks: (words) => question.filter({ hasText: words }),

    /** Keeps a picture of what is on the screen, when asked for pictures. */
    async picture(name) {
      if (!screenshots) return;
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    },
  };
}
