// `npm test [-- unit|editor]`: all tests, or those of one kind. The last line counts them: `N passed, N failed[, N skipped]`.
import { prepare } from './lib/prepare.mjs';
import { main, Stop } from './lib/run.mjs';
import { vitest } from './lib/vitest.mjs';

/** Each gives the counts of its parts. The editor's are loaded late: what they import is installed by then. */
const kinds = {
  unit: async () => ({ unit: await vitest('unit') }),
  editor: async () => (await import('../test/editor/run.mjs')).runEditorTests(),
};

await main(async () => {
  const [wanted] = process.argv.slice(2);
  if (wanted !== undefined && !(wanted in kinds))
    throw new Stop(`Usage: npm test [-- ${Object.keys(kinds).join('|')}]`);
  await prepare();
  let parts = {};
  for (const [kind, run] of Object.entries(kinds))
    if (!wanted || kind === wanted) parts = { ...parts, ...(await run()) };
  console.log('');
  for (const [part, counts] of Object.entries(parts)) console.log(`${part}: ${summary(counts)}`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of Object.values(parts)) for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`\n${summary(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
