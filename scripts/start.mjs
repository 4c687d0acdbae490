// `npm start [-- FOLDER] [--port N]`: opens a folder in VS Code with this checkout's extension, however bare the machine.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktopCode } from './lib/desktop.mjs';
import { hostFolder, hostSupported, installExtension, installHost, startCodeServer } from './lib/host.mjs';
import { prepare } from './lib/prepare.mjs';
import { main, root, run, Stop } from './lib/run.mjs';
import { packagedExtension } from './lib/vsix.mjs';

const usage = 'Usage: npm start [-- FOLDER] [--port N]';

await main(
  async () => {
    const { folder, port } = readArguments();
    await prepare();
    const code = findDesktopCode();
    if (code) return openOnDesktop(code, folder);
    if (!hostSupported)
      throw new Stop(
        'VS Code was not found: its command "code" (or "codium") is not on PATH. In VS Code, run "Shell Command: Install \'code\' command in PATH", or install VS Code first.',
      );
    await serveInBrowser(folder, port);
  },
  { interrupted: 0 },
);

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
  } catch (error) {
    throw new Stop(`${error.message}\n${usage}`);
  }
  const { positionals, values } = parsed;
  if (positionals.length > 1)
    throw new Stop(
      `Only one folder is opened, and ${positionals.length} were given: ${positionals.join(' ')}.\n${usage}`,
    );
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new Stop(`${values.port} is no port: one is a whole number from 1 to 65535.\n${usage}`);
  // npm runs this in the project's folder, and says in INIT_CWD where it was called.
  const [given] = positionals;
  const folder = given
    ? path.resolve(process.env.INIT_CWD ?? process.cwd(), given)
    : path.join(root, 'examples', 'etc-shinken');
  if (!existsSync(folder)) throw new Stop(`There is no ${folder}.\n${usage}`);
  return { folder, port };
}

async function openOnDesktop(code, folder) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  console.log(`Opening ${folder} in ${code}`);
  if (process.platform === 'win32') await run('cmd.exe', ['/d', '/c', code, ...args]);
  else await run(code, args);
}

async function serveInBrowser(folder, port) {
  await installHost();
  const own = path.join(hostFolder, 'start');
  const extensionsDir = path.join(own, 'extensions');
  await keepExtension(await packagedExtension(), extensionsDir);
  const server = await startCodeServer({
    port,
    extensionsDir,
    userDataDir: path.join(own, 'profile'),
  });
  const what = statSync(folder).isFile() ? 'workspace' : 'folder';
  console.log(`
No desktop VS Code was found, so here it is for any browser on this machine:

    ${server.url}/?${what}=${encodeURIComponent(folder).replaceAll('%2F', '/')}

It asks for no password: while it runs, everyone who is logged in on this machine can open it. Ctrl+C stops it.
`);
  const status = await server.gone;
  throw new Stop(`VS Code ended by itself (exit status ${status}).`);
}

/** Installs the packaged extension where `npm start` keeps its own, unless this very package is there. */
async function keepExtension(vsix, extensionsDir) {
  const stamp = path.join(extensionsDir, '..', 'package-time');
  const time = String(statSync(vsix).mtimeMs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === time) return;
  rmSync(extensionsDir, { recursive: true, force: true });
  mkdirSync(extensionsDir, { recursive: true });
  await installExtension(vsix, extensionsDir);
  writeFileSync(stamp, time);
}
