// Writes the files that are made from the schema. Run it whenever the schema or scripts/grammar.ts changes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = path.resolve(import.meta.dirname, '..');
const bundle = await build({
  entryPoints: [path.join(root, 'scripts/grammar.ts')],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { grammar } = await import(`data:text/javascript;base64,${code}`);

const file = path.join(root, 'syntaxes/shinken.tmLanguage.json');
const style = await resolveConfig(file);
writeFileSync(file, await format(JSON.stringify(grammar()), { ...style, parser: 'json' }));
console.log(`Written: ${path.relative(process.cwd(), file)}`);
