import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['test/editor/ui/*.test.mjs'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    // A whole editor on a busy machine: what goes wrong once is told, and counts when it goes wrong twice.
    retry: 1,
  },
});
