// Bundles the client, the server and the command line. Types are checked by `npm run typecheck`, not here.
import { build } from 'esbuild';
import { forNode, serverBundles } from './lib/bundle.mjs';

const minify = process.argv.includes('--minify');
const common = { ...forNode(minify), logLevel: 'info' };

await Promise.all([
  build({
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'client/dist/extension.js',
    external: ['vscode'],
  }),
  build({
    ...common,
    platform: 'browser',
    format: 'iife',
    target: 'chrome122',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: {
      'availability-map': 'client/webview/availability-map/main.tsx',
    },
    outdir: 'client/dist',
  }),
  build({
    ...common,
    ...serverBundles,
    outdir: 'server/dist',
  }),
]).catch(() => {
  // esbuild has told each error, with its place.
  process.exitCode = 1;
});
