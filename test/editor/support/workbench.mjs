// Shows code-server in Chromium, as a person would see it, or as `code --extensionTestsPath` would run it.
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/lib/browser.mjs';
import { startCodeServer } from '../../../scripts/lib/host.mjs';

/** Milliseconds until something that should show is missed: much, for a machine that has much else to do. */
export const PATIENCE = 120_000;

/** Without these Chromium looks for hosts on the Internet, and hangs at its start where there are none. */
const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/**
 * Opens a folder in a new profile.
 *
 * @param {{
 *   folder: string, extension?: string, tests?: string, extensionsDir?: string, settings?: object, env?: NodeJS.ProcessEnv,
 *   viewport?: { width: number, height: number }, onLog?: (level: string, text: string) => void,
 *   onExit?: (status: number, why?: string) => void,
 * }} options extension: the unpacked extension under development. tests: the module whose `run()` is called in the extension host.
 * extensionsDir: a folder with installed extensions. onLog: the server's output, VS Code's log and the extension host's console. onExit:
 * the tests' status, or why it came to nothing.
 */
export async function startWorkbench({ onLog = () => undefined, onExit = () => undefined, ...options }) {
  // With this switch the page obeys the extension and tests named in its address; it keeps notifications off the screen too, so that a
  // test that looks at the screen goes without.
  const driven = options.tests !== undefined;
  const server = await startCodeServer({
    extensionsDir: options.extensionsDir,
    settings: { 'workbench.reduceMotion': 'on', ...options.settings },
    // A run that is killed cannot close it; then it ends by itself.
    flags: ['--idle-timeout-seconds=120', ...(driven ? ['--vscode-option', 'enable-smoke-test-driver'] : [])],
    env: options.env,
    onOutput: (text) => onLog('server', text),
  });
  let closing;
  void server.gone.then((status) => closing ?? onExit(3, `code-server ended with status ${status}`));
  let browser;
  const close = () =>
    (closing ??= (async () => {
      await browser?.close().catch(() => undefined);
      await server.close();
    })());
  try {
    browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
    const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on('crash', () => onExit(5, 'the page crashed')).on('pageerror', (error) => onLog('pageerror', String(error)));
    // The workbench looks for these two on its window, and tells them of its log and of the tests' end.
    await page.exposeFunction('codeAutomationLog', (level, args) => onLog(level, format(...args)));
    await page.exposeFunction('codeAutomationExit', (status) => onExit(status));
    const remote = (file) => `vscode-remote://${server.authority}${encodeURI(path.resolve(file))}`;
    const payload = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    if (options.extension) payload.push(['extensionDevelopmentPath', remote(options.extension)]);
    if (options.tests) payload.push(['extensionTestsPath', remote(options.tests)]);
    const address = new URL(server.url);
    address.searchParams.set('folder', path.resolve(options.folder));
    address.searchParams.set('payload', JSON.stringify(payload));
    await page.goto(address.href);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
