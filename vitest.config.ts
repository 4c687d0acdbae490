import { defineConfig } from 'vitest/config';

/** They put other modules in the place of some, which other tests must not see; test/architecture.test.ts knows that no others do. */
const mocking = ['test/budget/**/*.test.ts', 'test/client/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'mocking', include: mocking } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['test/**/*.test.ts'],
          exclude: [...mocking, 'test/editor/**', '**/node_modules/**'],
          // Loading the server anew for each file took as long as all of its tests.
          isolate: false,
        },
      },
    ],
  },
});
