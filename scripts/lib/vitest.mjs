import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs vitest, its output shown, and counts. A run that fails without a failed test (a file that does not load, an error outside of any
 * test) counts as one failure.
 *
 * @param {string} name names the report in `test-results/`.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Counts>}
 */
export async function vitest(name, args = [], env = process.env) {
  const report = path.join(root, 'test-results', `${name}.json`);
  rmSync(report, { force: true });
  const cli = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const succeeded = await run(process.execPath, [cli, 'run', ...args, ...reporters], { env }).then(
    () => true,
    () => false,
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = succeeded ? numFailedTests : Math.max(1, numFailedTests);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}
