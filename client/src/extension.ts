import { type ExtensionContext, Uri } from 'vscode';
import { registerCommands } from './commands';
import { showCommitFiles } from './commit-files';
import { detectLanguage } from './detect';
import { DocumentViews } from './documents';
import { AvailabilityMaps } from './views/availability-map';
import { DifferencesView } from './views/differences';
import { ServersTree } from './views/servers-tree';
import { StatusItems } from './views/status';
import { Server } from './server';
import { codeFolder } from './server-process';

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const { storageUri } = context;
  server = new Server({
    module: context.asAbsolutePath('server/dist/main.js'),
    rulesPage: context.asAbsolutePath('docs/rules.md'),
    storage: storageUri && Uri.joinPath(storageUri, 'verdicts').fsPath,
    code: codeFolder(context),
  });
  const views = new DocumentViews();
  const maps = new AvailabilityMaps(server, context.extensionUri);
  const differences = new DifferencesView(server);
  context.subscriptions.push(
    server,
    views,
    maps,
    differences,
    showCommitFiles(server),
    new ServersTree(server),
    new StatusItems(server),
    detectLanguage(server),
    server.startWhenNeeded(),
    ...registerCommands({ server, views, maps, differences }),
  );
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
