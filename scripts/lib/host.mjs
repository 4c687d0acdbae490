// VS Code without a desktop: npm's code-server, in `.vscode-host/`, installed at its first use and kept.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { atEnd, npm, root, run, step, Stop, temporaryFolder } from './run.mjs';

export const hostFolder = path.join(root, '.vscode-host');
const manifests = path.join(root, 'test', 'editor', 'host');
const codeServer = path.join(hostFolder, 'node_modules', 'code-server');
const entry = path.join(codeServer, 'out', 'node', 'entry.js');
/** Written last, with the lock file's text: an installation that was cut short is not taken for a whole one. */
const stamp = path.join(hostFolder, 'installed');

/** Whether code-server, with the Node it brings along, runs on this kind of machine. */
export const hostSupported = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);

const nodeOfHost = () => path.join(hostFolder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');

/**
 * Installs code-server unless it is there. No install script runs and nothing is compiled: the native extras it would build
 * (Kerberos, a spell of logging) are left out, which VS Code notes in its log and goes on.
 */
export async function installHost() {
  const lock = readFileSync(path.join(manifests, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await step('Installing VS Code for the browser into .vscode-host (code-server, 800 MB, this once)', async () => {
    rmSync(path.join(hostFolder, 'node_modules'), { recursive: true, force: true });
    mkdirSync(hostFolder, { recursive: true });
    cpSync(manifests, hostFolder, { recursive: true });
    cpSync(path.join(root, '.npmrc'), path.join(hostFolder, '.npmrc'));
    await npm(['ci', '--ignore-scripts'], { cwd: hostFolder, quiet: true });
    // VS Code's own dependencies, fixed by the npm-shrinkwrap.json that is shipped with it.
    const vscode = path.join(codeServer, 'lib', 'vscode');
    await npm(['install', '--ignore-scripts', '--omit=dev', '--no-save'], { cwd: vscode, quiet: true });
    writeFileSync(stamp, lock);
  });
}

/** Installs a packaged extension into a folder for {@link startCodeServer}. */
export async function installExtension(vsix, extensionsDir) {
  const home = temporaryFolder('cs-');
  try {
    const options = ['--config', path.join(home, 'config.yaml'), '--user-data-dir', home];
    await run(nodeOfHost(), [entry, ...options, '--extensions-dir', extensionsDir, '--install-extension', vsix], {
      env: environment(home),
      quiet: true,
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @typedef {{ authority: string, url: string, home: string, pid: number, gone: Promise<number | null>, close(): Promise<void> }} CodeServer */

/**
 * Starts code-server on a loopback port of its own.
 *
 * @param {{
 *   port?: number, userDataDir?: string, extensionsDir?: string, settings?: object, flags?: string[], env?: NodeJS.ProcessEnv,
 *   onOutput?: (text: string) => void,
 * }} options userDataDir: the profile to keep; by default one that is thrown away. settings: for a profile that has none yet.
 * @returns {Promise<CodeServer>} once it answers. `gone` settles when it has ended by itself or by `close()`, which leaves neither a
 * process nor a temporary file behind.
 */
export async function startCodeServer({
  port,
  userDataDir,
  extensionsDir,
  settings,
  flags = [],
  env = {},
  onOutput = () => undefined,
}) {
  const home = temporaryFolder('cs-');
  const profile = userDataDir ?? path.join(home, 'profile');
  writeSettings(profile, { ...quiet, ...settings });
  const authority = `127.0.0.1:${port ?? (await freePort())}`;
  const options = {
    config: path.join(home, 'config.yaml'),
    auth: 'none',
    'bind-addr': authority,
    'user-data-dir': profile,
    'extensions-dir': extensionsDir ?? path.join(home, 'extensions'),
  };
  const switches = ['telemetry', 'update-check', 'workspace-trust', 'getting-started-override'].map(
    (name) => `--disable-${name}`,
  );
  const args = [entry, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]), ...switches];
  // In a process group of its own, since code-server forks: the group is ended as a whole.
  const child = spawn(nodeOfHost(), [...args, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...environment(home), ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-4000);
      onOutput(text.trimEnd());
    });
  const gone = new Promise((resolve) => child.on('error', () => resolve(null)).on('exit', resolve));
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group has ended already.
    }
  };
  let closing;
  const close = () =>
    (closing ??= (async () => {
      signal('SIGTERM');
      const patience = setTimeout(() => signal('SIGKILL'), 5000);
      await gone;
      clearTimeout(patience);
      signal('SIGKILL');
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    })());
  atEnd(close);

  const url = `http://${authority}`;
  if (await answers(`${url}/healthz`, gone)) return { authority, url, home, pid: child.pid, gone, close };
  await close();
  throw new Stop(`VS Code for the browser did not start:\n${said.trimEnd()}`);
}

/** Half a minute's patience; false as soon as the server has ended. */
async function answers(url, gone) {
  let ended = false;
  gone.then(() => (ended = true));
  for (const start = Date.now(); !ended && Date.now() - start < 30_000;) {
    if (await fetch(url).then((reply) => reply.ok, () => false)) return true; // prettier-ignore
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Everything temporary goes to the folder that is removed at the end; the extension gallery is never asked. */
function environment(home) {
  return { ...process.env, HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home, EXTENSIONS_GALLERY: '{}' };
}

/** Nothing but the user's own choice is on the screen, and nothing asks the network. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** The first settings of a profile; those that its user has made since stay. */
function writeSettings(profile, settings) {
  const file = path.join(profile, 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, undefined, 2));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
