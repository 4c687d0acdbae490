/** The language server on a process of its own: `--stdio` or `--node-ipc`, as the client chooses. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { nodeFileSystem } from './cli/node-file-system';
import { startServer } from './lsp/server';

startServer(createConnection(ProposedFeatures.all), { fileSystem: nodeFileSystem, version });
