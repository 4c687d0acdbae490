import type { Model } from '../model/types';
import { folderFor } from '../project/placement';
import type { FilePath } from '../project/types';
import { edits } from '../rules/edits';
import type { Fix, NewFile } from '../rules/rule';
import type { DaemonType } from '../schema';
import { USUAL_PORTS } from './ports';
import { isLocalAddress, isMachineName } from './server-name';
import { topologyOf, writtenHostName } from './topology';

/**
 * Defines an active daemon of each kind that has none, where Shinken's own would be: on the arbiter's machine. One goes to a file of its own
 * where the main file reads the folder of its kind, else behind everything in the file `beside`. Undefined where nothing says which
 * machine that is.
 */
export function defineMissing(model: Model, kinds: readonly DaemonType[], beside: FilePath): Fix | undefined {
  const server = arbiterServer(model);
  const text = model.text(beside);
  if (server === undefined || text === undefined || kinds.length === 0) return undefined;
  const newFiles: NewFile[] = [];
  const behind: string[] = [];
  for (const kind of kinds) {
    const { folder, loaded } = folderFor(model.project, kind);
    const file = `${folder}/${kind}-master.cfg`;
    const definition = definitionOf(kind, server);
    if (loaded && !model.project.files.has(file)) newFiles.push({ file, text: definition });
    else behind.push(definition);
  }
  const gap = text === '' || text.endsWith('\n') ? '\n' : '\n\n';
  const end = { start: text.length, end: text.length };
  const change = edits(...(behind.length > 0 ? [{ file: beside, span: end, newText: gap + behind.join('\n') }] : []));
  const names = kinds.map((kind) => `a ${kind}`);
  const listed = [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '').join(' and ');
  return { title: `Define ${listed} on ${server}`, change: { ...change, newFiles } };
}

/** Where the active arbiter is, as the other machines see it. */
function arbiterServer(model: Model): string | undefined {
  const arbiter = topologyOf(model)
    .of('arbiter')
    .find(({ spare, invented }) => !spare && !invented);
  if (!arbiter) return undefined;
  if (!isLocalAddress(arbiter.address)) return arbiter.address;
  const hostName = writtenHostName(arbiter.item);
  return hostName !== undefined && isMachineName(hostName) ? hostName : undefined;
}

function definitionOf(kind: DaemonType, server: string): string {
  const lines = [
    [`${kind}_name`, `${kind}-master`],
    ['address', server],
    ['port', String(USUAL_PORTS[kind])],
    ...(kind === 'broker' ? [['manage_arbiters', '1']] : []),
  ];
  const width = Math.max(...lines.map(([key = '']) => key.length)) + 2;
  return [
    `define ${kind} {`,
    ...lines.map(([key = '', value = '']) => `    ${key.padEnd(width)}${value}`),
    '}',
    '',
  ].join('\n');
}
