import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { env, UIKind } from 'vscode';

/**
 * Runs, in the extension host, every suite that was bundled beside this file and is named by `EDITOR_SUITES` (a prefix). The counts go to
 * the file that `EDITOR_REPORT` names: what VS Code says about its end proves nothing by itself.
 */
export function run(): Promise<void> {
  // In the browser this console shares a channel with VS Code's own log: a mark tells the two apart.
  if (env.uiKind === UIKind.Web)
    Mocha.reporters.Base.consoleLog = (...texts: unknown[]) => {
      console.log(`[mocha] ${format(...texts)}`.replaceAll('\n', '\n[mocha] '));
    };
  // A whole editor on a busy machine: what goes wrong once is told, and counts when it goes wrong twice.
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 180_000, reporter: 'spec', retries: 1 });
  const wanted = process.env['EDITOR_SUITES'] ?? '';
  for (const file of readdirSync(__dirname))
    if (file.startsWith(wanted) && file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const { passes: passed = 0, pending: skipped = 0 } = runner.stats ?? {};
      const report = process.env['EDITOR_REPORT'];
      if (report) writeFileSync(report, JSON.stringify({ passed, failed, skipped }));
      if (failed > 0) reject(new Error(`${String(failed)} failed`));
      else resolve();
    });
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test: Mocha.Test, error: Error) => {
      Mocha.reporters.Base.consoleLog('  once more: %s\n%s', test.fullTitle(), error.stack ?? error.message);
    });
  });
}
