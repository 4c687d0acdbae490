// The tests that need a real VS Code: where it comes from on this machine, and what runs in it.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath, downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { browserInstallable, findBrowser, installBrowser } from '../../scripts/lib/browser.mjs';
import { findDesktopExecutable } from '../../scripts/lib/desktop.mjs';
import { hostSupported, installExtension, installHost } from '../../scripts/lib/host.mjs';
import { root, run, step, Stop, temporaryFolder } from '../../scripts/lib/run.mjs';
import { vitest } from '../../scripts/lib/vitest.mjs';
import { packagedExtension } from '../../scripts/lib/vsix.mjs';

const here = path.join(root, 'test', 'editor');
const suites = path.join(here, 'out');

/** @typedef {import('../../scripts/lib/vitest.mjs').Counts} Counts */

/** Runs all of it; gives the counts of each part, in order. @returns {Promise<Record<string, Counts>>} */
export async function runEditorTests() {
  const host = await chooseHost();
  console.log(`The editor's tests run in ${host.name}.`);
  await bundleSuites();
  return {
    editor: await runSuites(host, { extension: root }),
    package: await runPackaged(host),
    screen: await runOnScreen(),
  };
}

/** Whether code-server and a browser are here or can be had: what shows VS Code's screen to a test. */
const screenAvailable = hostSupported && (findBrowser() !== undefined || browserInstallable);

/** @typedef {{ name: string, executable: string, install(vsix: string, folders: Folders): Promise<void> }} Host */
/** @typedef {{ extensions: string, profile: string }} Folders */

/** @returns {Promise<Host>} */
async function chooseHost() {
  const named = process.env.VSCODE_EXECUTABLE_PATH;
  if (named) return desktop(`${named}, as VSCODE_EXECUTABLE_PATH says`, path.resolve(named));
  const found = findDesktopExecutable();
  if (found) return desktop(found, found);
  if (screenAvailable) {
    await installHost();
    const browser = await installBrowser();
    return {
      name: `VS Code for the browser (code-server), shown in ${browser}`,
      executable: path.join(here, 'code.mjs'),
      install: (vsix, { extensions }) => installExtension(vsix, extensions),
    };
  }
  const downloaded = await step('Downloading VS Code', () => downloadAndUnzipVSCode()).catch((error) => {
    throw new Stop(
      `There is no VS Code to run the editor's tests in: no "code" on PATH, no browser (CHROMIUM) to show code-server in, and the download failed: ${error.message}`,
    );
  });
  return desktop(downloaded, downloaded);
}

/** @returns {Host} */
const desktop = (name, executable) => ({
  name,
  executable,
  async install(vsix, { extensions, profile }) {
    const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
    const folders = [`--extensions-dir=${extensions}`, `--user-data-dir=${profile}`];
    await run(cli, [...args, ...folders, '--install-extension', vsix], { quiet: true });
  },
});

/** Each suite is one file, since an extension host does not read TypeScript. */
async function bundleSuites() {
  rmSync(suites, { recursive: true, force: true });
  const sources = path.join(here, 'suite');
  await build({
    entryPoints: readdirSync(sources)
      .filter((file) => file === 'index.ts' || file.endsWith('.test.ts'))
      .map((file) => path.join(sources, file)),
    outdir: suites,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/**
 * Runs suites in the extension host, on a copy of the fixtures.
 *
 * @param {Host} host
 * @param {{ extension: string, folders?: Folders, only?: string }} options extension: the one under development. only: a prefix of the
 * suites' names.
 * @returns {Promise<Counts>}
 */
async function runSuites(host, { extension, folders = newFolders(), only = '' }) {
  const folder = temporaryFolder('ws-');
  cpSync(path.join(here, 'fixtures'), folder, { recursive: true });
  const report = path.join(folders.profile, 'report.json');
  const ended = await runTests({
    vscodeExecutablePath: host.executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: path.join(suites, 'index.js'),
    extensionTestsEnv: { EDITOR_REPORT: report, EDITOR_SUITES: only },
    launchArgs: [folder, `--extensions-dir=${folders.extensions}`, `--user-data-dir=${folders.profile}`],
  }).catch((error) => error);
  if (!existsSync(report)) {
    console.error(`The tests in the editor did not come to their end: ${ended}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return JSON.parse(readFileSync(report, 'utf8'));
}

const newFolders = () => ({ extensions: temporaryFolder('ext-'), profile: temporaryFolder('ud-') });

/** The packaged extension, installed as a user would: it has to hold all that it needs. */
async function runPackaged(host) {
  const vsix = await packagedExtension();
  const folders = newFolders();
  await host.install(vsix, folders);
  return runSuites(host, { extension: path.join(here, 'no-extension'), folders, only: 'activation' });
}

/** As a person sees it, by mouse and keyboard. */
async function runOnScreen() {
  if (!screenAvailable) {
    console.log("Skipped: the tests on VS Code's screen need Linux and a browser (CHROMIUM) to show code-server in.");
    return { passed: 0, failed: 0, skipped: 1 };
  }
  await installHost();
  await installBrowser();
  // Whatever becomes of the run, its temporary files go with this folder.
  const env = { ...process.env, TMPDIR: temporaryFolder('ui-') };
  return vitest('screen', ['--config', 'test/editor/ui/vitest.config.ts'], env);
}
