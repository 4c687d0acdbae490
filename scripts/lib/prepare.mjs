// What every script does first: the dependencies that the lock file names, and bundles no older than their sources.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { npm, root, run, step, Stop } from './run.mjs';

const OLDEST_NODE = 20;

/** What `scripts/build.mjs` writes. */
const bundles = [
  'client/dist/extension.js',
  'client/dist/availability-map.js',
  'client/dist/availability-map.css',
  'server/dist/main.js',
  'server/dist/server.js',
  'server/dist/cli.js',
];
const sources = [
  'client/src',
  'client/webview',
  'server/src',
  'server/package.json',
  'scripts/build.mjs',
  'scripts/lib/bundle.mjs',
  'package-lock.json',
];

/** Brings a checkout, fresh or changed, to where it can be run. Does nothing, within milliseconds, when all is in place. */
export async function prepare() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) throw new Stop(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}.`);
  if (!dependenciesInstalled()) await step('Installing the dependencies', () => npm(['ci'], { quiet: true }));
  if (!built())
    await step('Building', () => run(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { quiet: true }));
}

/** Whether node_modules holds what package-lock.json names. npm writes there, in the same format, what it has installed. */
function dependenciesInstalled() {
  const installed = packages(path.join(root, 'node_modules', '.package-lock.json'));
  const wanted = packages(path.join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([folder, { version, link, optional }]) =>
      folder === '' || link || optional || !folder.includes('node_modules/') || installed[folder]?.version === version,
  );
}

function packages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function built() {
  const outputs = bundles.map((file) => path.join(root, file));
  if (!outputs.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return newest(sources.map((file) => path.join(root, file))) <= oldest;
}

/** The time, in milliseconds, at which the newest of these files, or of the files and folders below these folders, was written. */
export function newest(paths) {
  return paths.reduce((latest, file) => {
    const stat = statSync(file);
    const below = stat.isDirectory() ? readdirSync(file).map((name) => path.join(file, name)) : [];
    return Math.max(latest, stat.mtimeMs, newest(below));
  }, 0);
}
