/** What objects of one kind have in common, to put first what most of them say. */
import type { FilePath, Project, RawObject } from '../../project/types';
import { nameParts } from '../../model/names/parts';
import { directiveOf, isTemplate, written } from '../../model/names/written';
import { symbolsOf } from '../symbols';

/** So many objects tell as much as all of them. */
const MOST_SIBLINGS = 200;

/** Fewer have nothing in common but chance. */
const FEWEST_SIBLINGS = 3;

export interface Siblings {
  /** Which part of them has a directive or a custom macro, 0 to 1; keys as they are written, old names of directives as their new ones. */
  share(key: string): number;
  /** Custom macros that some of them have. */
  readonly macros: readonly string[];
  /** The value that more of them give a directive than any other. */
  commonest(key: string): string | undefined;
  /** The value that most of them give a directive, where more than half of those that have it agree. */
  common(key: string): string | undefined;
}

/**
 * The objects most like one, or like a new one of a type: those that use a template that it uses, where there are enough of them, else all
 * of its type; those of its own file before others. Templates are compared with templates.
 */
export function siblingsOf(project: Project, type: string, file: FilePath, object?: RawObject): Siblings {
  const template = object !== undefined && isTemplate(object);
  const { own, others } = symbolsOf(project).objectsOf(type, template, file);
  const all = own.filter(({ node }) => node !== object?.node).slice(-MOST_SIBLINGS);
  for (const other of others) {
    if (all.length >= MOST_SIBLINGS) break;
    if (other.node !== object?.node) all.push(other);
  }
  const templates = new Set(object && templateNames(object));
  const related = all.filter((other) => templateNames(other).some((name) => templates.has(name)));
  return common(related.length >= FEWEST_SIBLINGS ? related : all);
}

function templateNames(object: RawObject): readonly string[] {
  return nameParts(written(object, 'use') ?? '', 'list').map(({ text }) => text);
}

function common(siblings: readonly RawObject[]): Siblings {
  const values = new Map<string, Map<string, number>>();
  for (const sibling of siblings) {
    for (const [key, value] of new Map(sibling.properties.map((property) => [property.key, property.value]))) {
      const name = directiveOf(sibling, key)?.name ?? key;
      const counts = values.get(name) ?? new Map<string, number>();
      values.set(name, counts.set(value, (counts.get(value) ?? 0) + 1));
    }
  }
  const having = (key: string): number => [...(values.get(key)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const enough = siblings.length >= FEWEST_SIBLINGS;
  return {
    share: (key) => (enough ? having(key) / siblings.length : 0),
    macros: [...values.keys()].filter((key) => key.startsWith('_')),
    commonest: (key) => [...(values.get(key) ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0],
    common: (key) => {
      const half = having(key) / 2;
      const found = [...(values.get(key) ?? [])].find(([, count]) => count > half);
      return enough ? found?.[0] : undefined;
    },
  };
}
