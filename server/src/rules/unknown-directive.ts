/** What the rules about directives that a type does not have have in common. */
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import type { RawProperty } from '../project/types';
import { isDaemonType, objectType } from '../schema';
import { edits } from './edits';
import { deleteLines } from './fixes';
import type { Fix } from './rule';
import { suggest } from './suggest';
import { capital, titleOf, withArticle } from './words';

export interface UnknownDirective {
  readonly property: RawProperty;
  readonly suggestion: string | undefined;
}

/** Hosts and services: the arbiter warns of directives they do not have. Of all other types it says nothing. */
export function isWarnedOf(item: Item): boolean {
  return item.type === 'host' || item.type === 'service';
}

/** Directives that belong to whoever reads the object: of modules, and of daemons, which pass theirs on. */
export function isFree(item: Item): boolean {
  return item.type === 'module' || isDaemonType(item.type);
}

/** The directive that was probably meant: one that the object does not write as well. What templates or Shinken fill in can be meant. */
export function suggestDirective(item: Item, property: RawProperty, model: Model): string | undefined {
  const type = objectType(item.type);
  if (!type) return undefined;
  const known = type.directives
    .filter(({ internal, since }) => !internal && (since !== '3.0' || model.options.dialect === '3.0'))
    .map(({ name }) => name);
  const nameOf = (key: string): string | undefined => (Object.hasOwn(type.oldNames, key) ? type.oldNames[key] : key);
  const written = new Set(item.source?.lines.map(({ key }) => nameOf(key)));
  const missing = known.filter((name) => !written.has(name));
  return suggest(property.key, missing) ?? suggest(property.key, Object.keys(type.oldNames));
}

export function unknownDirectiveMessage(item: Item, { property, suggestion }: UnknownDirective): string {
  const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return `${capital(withArticle(titleOf(item.type)))} has no directive ${property.key}; it has no effect.${hint}`;
}

export function fixUnknownDirective({ property, suggestion }: UnknownDirective, model: Model): readonly Fix[] {
  const { file, node } = property;
  const remove: Fix = {
    title: 'Remove the line',
    change: edits(deleteLines(model.text(file) ?? '', file, node.span)),
  };
  if (suggestion === undefined) return [remove];
  const change = edits({ file, span: node.keySpan, newText: suggestion });
  return [{ title: `Change to ${suggestion}`, change, preferred: true }, remove];
}
