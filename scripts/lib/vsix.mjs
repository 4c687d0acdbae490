import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { newest } from './prepare.mjs';
import { root, run, step } from './run.mjs';

const contents = [
  'client/dist/extension.js',
  'client/dist/availability-map.js',
  'client/dist/availability-map.css',
  'client/media',
  'server/dist/main.js',
  'server/dist/server.js',
  'syntaxes',
  'snippets',
  'docs',
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  '.vscodeignore',
];

/** The path of the packaged extension, which is made anew when anything in it has changed. After `prepare()`. */
export async function packagedExtension() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.join(root, `${name}-${version}.vsix`);
  const changed = newest(contents.map((file) => path.join(root, file)));
  if (existsSync(vsix) && statSync(vsix).mtimeMs >= changed) return vsix;
  // The bundles hold all the code; a link in the README stays as it is, since there is no one web address it would be relative to.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  await step('Packaging the extension', () => run(process.execPath, [vsce, 'package', ...options], { quiet: true }));
  return vsix;
}
