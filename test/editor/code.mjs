#!/usr/bin/env node
// Stands in for VS Code's desktop executable where there is none: takes the arguments that @vscode/test-electron passes, runs the tests
// in the extension host of code-server, and exits with their status. By hand:
//   test/editor/code.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensions-dir=DIR] [--verbose] FOLDER
// Exit status: 0 all passed, 1 a test failed, 2 no browser, 3 code-server ended, 4 no end in time, 5 the page crashed.
import { parseArgs } from 'node:util';
import { main, temporaryFolder } from '../../scripts/lib/run.mjs';
import { startWorkbench } from './support/workbench.mjs';

/** In milliseconds. */
const PATIENCE = 900_000;
/** The runner marks what it prints: the extension host's console shares a channel with the workbench's own log. */
const MARK = '[mocha] ';

await main(async () => {
  const string = { type: 'string' };
  const { values, positionals } = parseArgs({
    strict: false, // VS Code's many other switches mean nothing here.
    allowPositionals: true,
    options: { extensionDevelopmentPath: string, extensionTestsPath: string, 'extensions-dir': string },
  });
  const log = [];
  let end;
  const ended = new Promise((resolve) => (end = (status, why) => resolve({ status, why })));
  const timer = setTimeout(() => end(4, `no end after ${PATIENCE / 1000} seconds`), PATIENCE);
  const workbench = await startWorkbench({
    folder: positionals[0] ?? temporaryFolder('code-'),
    extension: values.extensionDevelopmentPath,
    tests: values.extensionTestsPath,
    extensionsDir: values['extensions-dir'],
    onLog(level, text) {
      if (text.startsWith(MARK)) return console.log(text.slice(MARK.length).replaceAll(`\n${MARK}`, '\n'));
      log.push(`[${level}] ${text}`);
      if (values.verbose) console.error(log.at(-1));
    },
    onExit: end,
  }).catch((error) => end(2, String(error)));
  const { status, why } = await ended;
  clearTimeout(timer);
  await workbench?.close();
  if (why) console.error([why, ...log.slice(-30)].join('\n'));
  return status;
});
