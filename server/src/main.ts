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

// V8 notes which lines of code make what lives long, as nearly everything does that the first reading makes, and puts what they make later
// among the old at once. There, what a keystroke leaves behind holds all that it refers to until the next collection of everything.
// Before anything else: V8 takes back no code that it has made with other flags.
setFlagsFromString('--no-allocation-site-pretenuring');

// The client's transport has arguments of its own, which vscode-languageserver reads.
const { values } = parseArgs({ options: { 'keep-code-in': { type: 'string' } }, strict: false });
const named = values['keep-code-in'];
const folder = typeof named === 'string' && named !== '' ? named : undefined;
const { exports, keep } = load(path.join(__dirname, 'server.js'), folder);
(exports as typeof Server).start(keep);
