import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands';
import { detectLanguage } from './detect';
import { DocumentViews } from './documents';
import { Server } from './server';

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  server = new Server(context.asAbsolutePath('server/dist/main.js'), context.asAbsolutePath('docs/rules.md'));
  const views = new DocumentViews();
  context.subscriptions.push(
    server,
    views,
    detectLanguage(),
    server.startWhenNeeded(),
    ...registerCommands({ server, views }),
  );
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
