/** Object types behind `define`, and whole objects where nothing is written yet. */
import { objectTypeList, type ObjectType } from '../../schema';
import { typeMarkdown } from '../markdown';
import type { CompletionItem } from './item';

/** Types in the order in which people write them; the rest behind, by name. */
const common = ['host', 'service', 'contact', 'command', 'hostgroup', 'timeperiod'];

function rank(type: ObjectType): number {
  const place = common.indexOf(type.name);
  return place < 0 ? common.length : place;
}

/** Types behind `define`; with the braces where the line has none. */
export function typeItems(hasBrace: boolean): CompletionItem[] {
  return definable().map((type) => ({
    label: type.name,
    kind: 'type',
    detail: type.title,
    documentation: typeMarkdown(type),
    rank: rank(type),
    ...(hasBrace ? {} : { insertText: `${type.name} {\n}`, snippet: `${type.name} ${body(type)}` }),
  }));
}

/** `define type { … }` as one item. */
export function defineItems(): CompletionItem[] {
  return definable().map((type) => ({
    label: `define ${type.name}`,
    kind: 'keyword',
    detail: type.title,
    documentation: typeMarkdown(type),
    insertText: `define ${type.name} {\n}`,
    snippet: `define ${type.name} ${body(type)}`,
    rank: 2 + rank(type) / 100,
  }));
}

function definable(): ObjectType[] {
  return objectTypeList.filter(({ definable }) => definable);
}

/** The braces, the name and one line to go on with. */
function body(type: ObjectType): string {
  const first = type.nameDirective === undefined ? '' : `\t${type.nameDirective} $1\n`;
  return `{\n${first}\t$0\n}`;
}
