// Writes the files that are made from the facts and the rules. Run it whenever those, or the scripts named here, change.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = path.resolve(import.meta.dirname, '..');

/** The exports of a TypeScript module of this project. */
async function load(script) {
  const entryPoints = [path.join(root, script)];
  const bundle = await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', write: false });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

async function write(name, text, parser) {
  const file = path.join(root, name);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser }));
  console.log(`Written: ${path.relative(process.cwd(), file)}`);
}

const { grammar } = await load('scripts/grammar.ts');
await write('syntaxes/shinken.tmLanguage.json', JSON.stringify(grammar()), 'json');

const { rulesPage } = await load('scripts/rules-page.ts');
await write('docs/rules.md', rulesPage(), 'markdown');

const { ruleSettings } = await load('scripts/rule-settings.ts');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
Object.assign(manifest.contributes.configuration.properties['shinken.rules'], ruleSettings());
await write('package.json', JSON.stringify(manifest), 'json-stringify');

const { brokenExamples } = await load('scripts/broken-examples.ts');
const folder = path.join(root, 'examples/broken/one-by-one');
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of brokenExamples()) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
console.log(`Written: ${path.relative(process.cwd(), folder)}`);
