// Bundles the client, the server and the command line. Types are checked by `npm run typecheck`, not here.
import { build } from 'esbuild';

const minify = process.argv.includes('--minify');
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: !minify,
  minify,
  logLevel: 'info',
};

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
    entryPoints: { main: 'server/src/main.ts', cli: 'server/src/cli/main.ts' },
    outdir: 'server/dist',
    // Brings a file of its own along that it reads when it is loaded; the command line loads it when it formats.
    external: ['editorconfig'],
  }),
]).catch(() => {
  // esbuild has told each error, with its place.
  process.exitCode = 1;
});
