/**
 * Keeps the part of the heap small that V8 puts new objects in: nearly all that a server makes stays, so that a larger one does not save time,
 * and takes thirty megabytes. To be loaded before anything else, for it never shrinks. Whoever starts the server may say how large it is to be,
 * as the extension does: in Electron, V8 does not take such a word from inside.
 */
import { execArgv, versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

if (versions.electron === undefined && !execArgv.some((flag) => flag.includes('semi-space')))
  setFlagsFromString('--semi-space-growth-factor=1');
