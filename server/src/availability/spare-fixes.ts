/** Fixes that write a spare, or put one on another machine. */
import type { Model } from '../model/types';
import { edits, joined } from '../rules/edits';
import { breakOf } from '../rules/lines';
import type { Fix, WorkspaceChange } from '../rules/rule';
import { setDirective } from './changes';
import { isMachineName } from './server-name';
import { addToMaps } from './satellite-maps';
import { newcomer, type SpareDraft } from './spare-draft';
import { draftSpare, likelySpareServer, spareServer } from './spares';
import { type Daemon, topologyOf, writtenHostName } from './topology';

/**
 * A new file for the spare where the main file will read it, else its definition right behind its master's; and its place in every
 * `satellitemap` that names its master.
 */
export function addSpare(model: Model, master: Daemon, draft: SpareDraft): WorkspaceChange | undefined {
  const definition = draft.loaded
    ? { edits: [], newFiles: [{ file: draft.file, text: draft.text }] }
    : behind(model, master, draft);
  return definition && joined(definition, edits(...addToMaps(model, [newcomer(draft)])));
}

function behind(model: Model, { item: { source } }: Daemon, draft: SpareDraft): WorkspaceChange | undefined {
  const text = source && model.text(source.file);
  if (!source || text === undefined) return undefined;
  const { end } = source.node.span;
  const lineEnd = end + (/[\r\n]|$/.exec(text.slice(end))?.index ?? 0);
  const newText = `\n\n${draft.text.trimEnd()}`.replaceAll('\n', breakOf(text));
  return edits({ file: source.file, span: { start: lineEnd, end: lineEnd }, newText });
}

/** "Add matching spare" for an active daemon, on the machine where the other spares are; undefined for one that cannot have any. */
export function spareFix(model: Model, master: Daemon): Fix | undefined {
  const server = likelySpareServer(model, master);
  const draft = draftSpare(model, master, server);
  const change = draft && addSpare(model, master, draft);
  if (!change) return undefined;
  const question = { about: 'spare-address', kind: master.kind, master: master.name, proposed: server } as const;
  return { title: `Add matching spare on ${server}`, change, question };
}

/**
 * Moves a spare to the machine that its `host_name` names, or else to the one where the other spares are; undefined where there is none, or
 * where its port is taken there.
 */
export function moveFix(model: Model, spare: Daemon): Fix | undefined {
  const { daemons } = topologyOf(model);
  const hostName = spare.kind === 'arbiter' ? writtenHostName(spare.item) : undefined;
  const claimed = daemons.some((other) => other !== spare && writtenHostName(other.item) === hostName);
  const isOwn =
    hostName !== undefined && !claimed && isMachineName(hostName) && hostName.toLowerCase() !== spare.machine;
  const server = isOwn ? hostName : spareServer(model, spare);
  if (server === undefined) return undefined;
  if (daemons.some(({ machine, port }) => machine === server.toLowerCase() && port === spare.port)) return undefined;
  const list = [
    setDirective(model, spare, 'address', server),
    spare.kind === 'arbiter' && !isOwn ? setDirective(model, spare, 'host_name', server) : undefined,
  ];
  return { title: `Move ${spare.name} to ${server}`, change: edits(...list.filter((edit) => edit !== undefined)) };
}
