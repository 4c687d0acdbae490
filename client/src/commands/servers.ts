/** What the tree of servers and realms offers in its menus. */
import { commands } from 'vscode';
import {
  addSpareCommand,
  type GenerateSparesArguments,
  generateSparesCommand,
  type RetireServerArguments,
  retireServerCommand,
  type ShowMapArguments,
  showMapCommand,
} from '../../../server/src/lsp/requests';
import type { Node } from '../views/servers-tree/nodes';
import type { Tools } from '.';

async function addSpare(_: Tools, node: unknown): Promise<void> {
  const { spare } = node as Node;
  if (spare) await commands.executeCommand(addSpareCommand, spare);
}

/** Shows the availability map with this server dead in it. */
async function simulateDeath(_: Tools, node: unknown): Promise<void> {
  const { uri, machine } = node as Node;
  const map: ShowMapArguments = { uri, machines: machine === undefined ? [] : [machine] };
  await commands.executeCommand(showMapCommand, map);
}

async function generateSparesHere(_: Tools, node: unknown): Promise<void> {
  const { uri, machine } = node as Node;
  const spares: GenerateSparesArguments = { uri, server: machine };
  await commands.executeCommand(generateSparesCommand, spares);
}

async function retireThis(_: Tools, node: unknown): Promise<void> {
  const { uri, machine } = node as Node;
  const server: RetireServerArguments = { uri, server: machine };
  await commands.executeCommand(retireServerCommand, server);
}

export const serversTreeCommands = {
  'shinken.servers.addSpare': addSpare,
  'shinken.servers.simulateDeath': simulateDeath,
  'shinken.servers.generateSpares': generateSparesHere,
  'shinken.servers.retire': retireThis,
} as const;
