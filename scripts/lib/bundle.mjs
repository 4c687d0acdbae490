// How the parts of the product are bundled: for a checkout, for the package, and for what measures the two.

/** esbuild's options for code that runs in Node.js. */
export const forNode = (minify) => ({
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: !minify,
  minify,
});

/** The language server, what starts it, and the command line. */
export const serverBundles = {
  entryPoints: { main: 'server/src/main.ts', server: 'server/src/server.ts', cli: 'server/src/cli/main.ts' },
  // Brings a file of its own along that it reads when it is loaded; the command line loads it when it formats.
  external: ['editorconfig'],
};
