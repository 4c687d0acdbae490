import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Something a person has to mend: its message alone is shown, without a stack. */
export class Stop extends Error {}

/** The executable of that name on PATH, undefined when there is none. */
export function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find(existsSync);
}

/**
 * Runs a command to its end and gives what it printed to stdout.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} options quiet: keep the output back, and show it only when the command fails.
 * @throws {Stop} when it cannot be started or exits with another status than 0; the message ends with its last lines.
 */
export function run(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd, env, stdio });
    const forget = atEnd(() => child.kill());
    const said = { all: '', stdout: '' };
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      said.all += text;
      said.stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => (said.all += text));
    const name = [command, ...args].join(' ');
    child.on('error', (error) => reject(new Stop(`${name}: ${error.message}`)));
    child.on('close', (status, signal) => {
      forget();
      if (status === 0) return resolve(said.stdout);
      const tail = said.all.trimEnd().split('\n').slice(-25).join('\n');
      reject(new Stop(`${name}: ${signal ?? `exit status ${status}`}${tail ? `\n${tail}` : ''}`));
    });
  });
}

/** Without a network npm would go on trying for minutes. In milliseconds. */
const impatience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Installs packages with npm: the one that started this script where there is one, so that no shell is needed on Windows either.
 *
 * @param {readonly string[]} command `ci`, or `install` and its options
 */
export async function npm(command, options) {
  const args = [...command, '--no-audit', '--no-fund', ...impatience];
  const script = process.env.npm_execpath;
  const [program, ...first] = /\.[cm]?js$/.test(script ?? '')
    ? [process.execPath, script]
    : process.platform === 'win32'
      ? ['cmd.exe', '/d', '/s', '/c', 'npm']
      : ['npm'];
  try {
    return await run(program, [...first, ...args], options);
  } catch (error) {
    throw new Stop(`npm could not install what is needed. Is its registry within reach?\n${error.message}`);
  }
}

/**
 * Says what is going on while a long piece of work runs: the seconds count up on a terminal; elsewhere one line at the start and
 * one at the end.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const terminal = process.stdout.isTTY;
  process.stdout.write(terminal ? `${title} …` : `${title} …\n`);
  const ticker = terminal && setInterval(() => process.stdout.write(`\r${title} … ${seconds()} s`), 1000);
  let outcome = 'failed';
  try {
    const result = await work();
    outcome = 'done';
    return result;
  } finally {
    if (ticker) clearInterval(ticker);
    process.stdout.write(`${terminal ? '\r' : ''}${title}: ${outcome} (${seconds()} s)\n`);
  }
}

const cleanups = new Set();

/**
 * Has something done before this process ends, be it at its natural end, by Ctrl+C or by a signal: whoever starts a process or makes a
 * temporary folder registers its end here. Only within {@link main}.
 *
 * @param {() => unknown} cleanup may be asynchronous, and may be called more than once.
 * @returns {() => void} takes it back.
 */
export function atEnd(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** A new folder for temporary files, removed at the end. Its path is short: names of Unix sockets have 108 bytes at most. */
export function temporaryFolder(prefix) {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/** The latest first: a server is stopped before the folder it writes to is removed. */
async function cleanUp() {
  for (const cleanup of [...cleanups].reverse()) await cleanup();
}

/**
 * Runs a script's main function, which gives the exit status (none is 0). A {@link Stop} ends it with its message and status 1,
 * anything else thrown with its stack.
 *
 * @param {() => Promise<number | void>} work
 * @param {{ interrupted?: number }} options interrupted: the exit status after Ctrl+C.
 */
export async function main(work, { interrupted = 130 } = {}) {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      cleanUp().finally(() => process.exit(interrupted));
    });
  let status = 1;
  try {
    status = (await work()) ?? 0;
  } catch (error) {
    // What ends while everything is being ended is no failure.
    if (!ending) console.error(error instanceof Stop ? `\n${error.message}` : error);
  }
  if (ending) return;
  await cleanUp();
  process.exit(status);
}
