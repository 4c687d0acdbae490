// `npm run bench`: prepares this checkout, bundles the bench, and runs it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { forNode, serverBundles } from '../scripts/lib/bundle.mjs';
import { prepare } from '../scripts/lib/prepare.mjs';
import { main, root } from '../scripts/lib/run.mjs';

await main(async () => {
  await prepare();
  // Installed by now.
  const { build } = await import('esbuild');
  const here = path.join(root, 'bench');
  const out = path.join(here, 'out');
  await build({
    entryPoints: ['run', 'idle-server', 'probe'].map((name) => path.join(here, `${name}.ts`)),
    outdir: out,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  // What is measured is what is shipped.
  await build({
    ...forNode(true),
    ...serverBundles,
    absWorkingDir: root,
    outdir: path.join(out, 'shipped'),
    logLevel: 'warning',
  });
  const { bench } = createRequire(import.meta.url)(path.join(out, 'run.js'));
  return bench(process.argv.slice(2), root, out);
});
