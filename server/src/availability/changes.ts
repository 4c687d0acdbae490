import type { Model } from '../model/types';
import { edits, insertDirective, replaceValue } from '../rules/edits';
import type { Fix, TextEdit, WorkspaceChange } from '../rules/rule';
import { draftSpare, likelySpareServer, type SpareDraft } from './spares';
import type { Daemon } from './topology';

/** Writes a directive of a daemon: changes the value that took effect, or adds a line. Undefined for an invented daemon. */
export function setDirective(model: Model, { item }: Daemon, key: string, value: string): TextEdit | undefined {
  const written = item.source?.properties.filter((property) => property.key === key).at(-1);
  if (written) return replaceValue(written, value);
  const text = item.source && model.text(item.source.file);
  return item.source && text !== undefined ? insertDirective(item.source, text, key, value) : undefined;
}

/**
 * Adds names to a list of a daemon, behind the last line that it is written on; where it is not written, `otherwise` is what the daemon
 * has without it. Undefined for an invented daemon.
 */
export function addToList(
  model: Model,
  daemon: Daemon,
  key: string,
  names: readonly string[],
  otherwise: readonly string[] = [],
): TextEdit | undefined {
  const written = daemon.item.source?.properties.filter((property) => property.key === key).at(-1);
  if (!written) return setDirective(model, daemon, key, [...otherwise, ...names].join(','));
  const { text, span } = written.node.value;
  const comma = /,\s+\S/.test(text) ? ', ' : ',';
  if (text === '') return replaceValue(written, [...otherwise, ...names].join(comma));
  const at = { start: span.end, end: span.end };
  return { file: written.file, span: at, newText: (/,\s*$/.test(text) ? '' : comma) + names.join(comma) };
}

/** A new file for the spare where the main file will read it, else its definition right behind its master's. */
export function addSpare(model: Model, master: Daemon, draft: SpareDraft): WorkspaceChange | undefined {
  if (draft.loaded) return { edits: [], newFiles: [{ file: draft.file, text: draft.text }] };
  const { source } = master.item;
  const text = source && model.text(source.file);
  if (!source || text === undefined) return undefined;
  const end = source.node.span.end;
  const lineEnd = end + (/[\r\n]|$/.exec(text.slice(end))?.index ?? 0);
  return edits({ file: source.file, span: { start: lineEnd, end: lineEnd }, newText: `\n\n${draft.text.trimEnd()}` });
}

/** New files for every draft of a plan. */
export function addSpares(drafts: readonly SpareDraft[]): WorkspaceChange {
  return { edits: [], newFiles: drafts.map(({ file, text }) => ({ file, text })) };
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
