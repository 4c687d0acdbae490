import type { Model } from '../model/types';
import { insertDirective, replaceValue } from '../rules/edits';
import { deleteLines } from '../rules/fixes';
import type { TextEdit } from '../rules/rule';
import { listItems } from '../syntax/values';
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

/**
 * Takes names out of a list of a daemon and puts others in the place of the first of them, line by line as it is written. Nothing for an
 * invented daemon, or where the list stays as it is.
 */
export function exchangeInList(
  model: Model,
  daemon: Daemon,
  key: string,
  dropped: readonly string[],
  added: readonly string[] = [],
): readonly TextEdit[] {
  const { source } = daemon.item;
  if (!source) return [];
  const before = daemon.item.list(key);
  const waiting = added.filter((name) => !before.includes(name));
  if (!before.some((name) => dropped.includes(name)))
    return waiting.length > 0 ? present(addToList(model, daemon, key, waiting)) : [];
  const written = source.properties.filter((property) => property.key === key);
  return written.flatMap((property): TextEdit[] => {
    const names = listItems(property.node.value).map((item) => item.text);
    if (!names.some((name) => dropped.includes(name))) return [];
    const rest = names.flatMap((name) => (dropped.includes(name) ? waiting.splice(0) : [name]));
    const text = model.text(property.file) ?? '';
    if (rest.every((name) => name === '')) return [deleteLines(text, property.file, property.node.span)];
    return [replaceValue(property, rest.join(/,\s+\S/.test(property.value) ? ', ' : ','))];
  });
}

const present = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
