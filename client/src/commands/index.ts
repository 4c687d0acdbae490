import { commands, type Disposable, window } from 'vscode';
import {
  addSpareCommand,
  askValueCommand,
  generateSparesCommand,
  goToCommand,
  renameAtCommand,
  retireServerCommand,
  revealFolderCommand,
  shareStatesCommand,
  showPlacesCommand,
  switchOffRuleCommand,
} from '../../../server/src/lsp/requests';
import type { DocumentViews } from '../documents';
import type { Server } from '../server';
import type { AvailabilityMaps } from '../views/availability-map';
import { type DifferenceLine, type DifferencesView, showDifferenceCommand } from '../views/differences';
import { addSpare } from './add-spare';
import { askValue } from './ask-value';
import { availabilityMapCommands } from './availability-map';
import { compareAgain, compareCopies, watchCopy } from './compare-copies';
import { generateSpares } from './generate-spares';
import { goTo, showPlaces } from './go-to';
import { renameAt } from './rename-at';
import { restartServer } from './restart-server';
import { retireServer } from './retire-server';
import { revealFolder } from './reveal-folder';
import { serversTreeCommands } from './servers';
import { shareStates } from './share-states';
import { showEffectiveObject } from './show-effective-object';
import { switchOffRule } from './switch-off-rule';
import { writeSyncJob } from './write-sync-job';

/** What a command may use. */
export interface Tools {
  readonly server: Server;
  readonly views: DocumentViews;
  readonly maps: AvailabilityMaps;
  readonly differences: DifferencesView;
}

const handlers: Readonly<Record<string, (tools: Tools, argument: unknown) => Promise<void>>> = {
  [addSpareCommand]: addSpare,
  [askValueCommand]: askValue,
  ...availabilityMapCommands,
  ...serversTreeCommands,
  [goToCommand]: goTo,
  [renameAtCommand]: renameAt,
  [generateSparesCommand]: generateSpares,
  [retireServerCommand]: retireServer,
  [revealFolderCommand]: revealFolder,
  [shareStatesCommand]: shareStates,
  [switchOffRuleCommand]: switchOffRule,
  [showPlacesCommand]: showPlaces,
  'shinken.compareCopies': compareCopies,
  'shinken.differences.again': compareAgain,
  'shinken.differences.close': ({ differences }) => differences.close(),
  'shinken.differences.watch': watchCopy,
  [showDifferenceCommand]: ({ differences }, line) => differences.showLine(line as DifferenceLine),
  'shinken.writeSyncJob': writeSyncJob,
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
