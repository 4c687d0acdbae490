/** The language server on a process of its own: `--stdio` or `--node-ipc`, as the client chooses. */
import { statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { listRefs, openCommit } from './cli/git';
import { nodeFileSystem } from './cli/node-file-system';
import { nodeKeeper } from './cli/node-keeper';
import { nodeSource } from './cli/node-source';
import { startServer } from './lsp/server';
import { writeLocationsByForm } from './lsp/wire';

// V8 notes which lines of code make what lives long, as nearly everything does that the first reading makes, and puts what they make later
// among the old at once. There, what a keystroke leaves behind holds all that it refers to until the next collection of everything.
setFlagsFromString('--no-allocation-site-pretenuring');

writeLocationsByForm();
startServer(createConnection(ProposedFeatures.all), {
  fileSystem: nodeFileSystem,
  source: nodeSource,
  git: { commits: listRefs, open: openCommit },
  version,
  build: String(statSync(__filename, { throwIfNoEntry: false })?.mtimeMs),
  keeper: nodeKeeper,
});
