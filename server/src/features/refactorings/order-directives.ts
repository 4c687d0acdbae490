/**
 *     define host {                     define host {
 *         check_interval  5                 host_name       web-1
 *         use             generic    →      use             generic
 *         host_name       web-1             check_interval  5
 *     }                                 }
 */
import type { RawObject, RawProperty } from '../../project/types';
import { edits } from '../../rules/edits';
import { lineStart, nextLine, withComments } from '../../rules/lines';
import { objectType } from '../../schema';
import { isTemplate } from '../../model/names/written';
import type { Refactoring } from './offer';
import { objectsAt, textOf } from './place';

/** Puts the directives of the object at the cursor in the order in which people write them, each with the comments right above it. */
export const orderDirectives: Refactoring = ({ project }, range) => {
  const [object, ...more] = objectsAt(project, range);
  if (!object || more.length > 0 || !hasNoOrder(object)) return [];
  const rank = usualPlace(object);
  const places = object.properties.map(({ key }) => rank(key));
  if (places.every((place, index) => place >= (places[index - 1] ?? place))) return [];
  const text = textOf(project, object.file);
  const order = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ index }) => index);
  const change = () => {
    const lines = object.properties.map((property) => linesOf(text, property));
    const wanted = order.map((index) => lines[index]);
    return edits(
      ...lines.flatMap((span, index) => {
        const other = wanted[index];
        return !other || other === span
          ? []
          : [{ file: object.file, span, newText: text.slice(other.start, other.end) }];
      }),
    );
  };
  return [{ title: 'Put directives in the usual order', kind: 'refactor.rewrite', change }];
};

/** A directive that is written more than once counts in its order; so may a date range that time periods read line by line. */
function hasNoOrder({ type, properties }: RawObject): boolean {
  const known = objectType(type);
  const means = properties.map(({ key }) => (key.startsWith('_') ? key.toUpperCase() : (known?.oldNames[key] ?? key)));
  return known !== undefined && known.name !== 'timeperiod' && new Set(means).size === means.length;
}

/** A number that is the lower the earlier people write a directive in such an object; custom macros come last. */
export function usualPlace(object: RawObject): (key: string) => number {
  const type = objectType(object.type);
  const usual = [...(type?.usual ?? []), ...(type?.directives ?? []).map(({ name }) => name)];
  const order = isTemplate(object) ? ['name', 'register', ...usual] : usual;
  return (key) => {
    const place = order.indexOf(type?.oldNames[key] ?? key);
    return place >= 0 ? place : key.startsWith('_') ? order.length + 1 : order.length;
  };
}

function linesOf(text: string, { node: { span } }: RawProperty): { readonly start: number; readonly end: number } {
  const own = lineStart(text, span.start);
  return { start: withComments(text, own), end: nextLine(text, span.end) };
}
