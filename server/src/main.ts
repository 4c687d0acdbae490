/**
 * The language server's process. The server itself is in a file of its own beside this one, so that what V8 has made of it the last time can
 * be looked for first, in the folder that `--keep-code-in=FOLDER` names. The argument comes from the client: what it says later, in
 * `initialize`, would come too late.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { load } from './cli/kept-code';
import type * as Server from './server';

// The client's transport has arguments of its own, which vscode-languageserver reads.
const { values } = parseArgs({ options: { 'keep-code-in': { type: 'string' } }, strict: false });
const named = values['keep-code-in'];
// Without a value, the next argument is taken for one.
const folder = typeof named === 'string' && /^[^-]/.test(named) ? named : undefined;
const { exports, keep } = load(path.join(__dirname, 'server.js'), folder);

// V8 notes which lines of code make what lives long, as nearly everything does that the first reading makes, and puts what they make later
// among the old at once. There, what a keystroke leaves behind holds all that it refers to until the next collection of everything.
// Not before the server is loaded: code is of no use to a process with other flags than it was made with, be it what is kept or what Node.js
// brings along of its own modules, and to compile those takes 30 ms. So what is kept is made without it, too.
const pretenure = (is: boolean): void => setFlagsFromString(`--${is ? '' : 'no-'}allocation-site-pretenuring`);
pretenure(false);
const rested = (): Promise<void> | undefined => {
  pretenure(true);
  const kept = keep?.();
  pretenure(false);
  return kept;
};
(exports as typeof Server).start(keep && rested);
