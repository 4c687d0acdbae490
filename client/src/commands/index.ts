import { commands, type Disposable, window } from 'vscode';
import { addSpareCommand } from '../../../server/src/lsp/requests';
import type { DocumentViews } from '../documents';
import type { Server } from '../server';
import { addSpare } from './add-spare';
import { generateSpares } from './generate-spares';
import { restartServer } from './restart-server';
import { showEffectiveObject } from './show-effective-object';

/** What a command may use. */
export interface Tools {
  readonly server: Server;
  readonly views: DocumentViews;
}

const handlers: Readonly<Record<string, (tools: Tools, argument: unknown) => Promise<void>>> = {
  [addSpareCommand]: addSpare,
  'shinken.generateSpares': generateSpares,
  'shinken.restartServer': restartServer,
  'shinken.showEffectiveObject': showEffectiveObject,
};

/** Every command of the extension; a failure is told, whatever it is. */
export function registerCommands(tools: Tools): readonly Disposable[] {
  return Object.entries(handlers).map(([name, handler]) =>
    commands.registerCommand(name, async (argument: unknown) => {
      try {
        await handler(tools, argument);
      } catch (error) {
        void window.showErrorMessage(`Shinken: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
}
