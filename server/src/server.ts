/** The language server at the editor's end of the process: `--stdio` or `--node-ipc`, as the client chooses. */
import { statSync } from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { listRefs, openCommit } from './cli/git';
import { nodeFileSystem } from './cli/node-file-system';
import { nodeKeeper } from './cli/node-keeper';
import { nodeSource } from './cli/node-source';
import { startServer } from './lsp/server';
import { writeLocationsByForm } from './lsp/wire';

/** `rested`: see the runtime's. */
export function start(rested?: () => void): void {
  writeLocationsByForm();
  startServer(createConnection(ProposedFeatures.all), {
    fileSystem: nodeFileSystem,
    source: nodeSource,
    git: { commits: listRefs, open: openCommit },
    version,
    build: String(statSync(__filename, { throwIfNoEntry: false })?.mtimeMs),
    keeper: nodeKeeper,
    rested,
  });
}
