/** What the rules about values that do not convert have in common. */
import type { FactOf, Model } from '../model/types';
import type { RawProperty } from '../project/types';
import { objectTypeList, type ValueKind } from '../schema';
import { replaceValue, edits } from './edits';
import type { Fix } from './rule';

export interface BadValue {
  readonly property: RawProperty;
  readonly expected: ValueKind;
}

/**
 * Parts the values that do not convert into those that the arbiter speaks of, or dies of, and those that are lost without a word. It
 * forgets what it held against an object that does not live to see the verdict: a duplicate, a dependency expanded over hosts.
 */
export function badValues(model: Model): {
  heard: readonly FactOf<'bad-value'>[];
  lost: readonly FactOf<'bad-value'>[];
} {
  const facts = model.facts('bad-value');
  const alive = new Set(facts.length === 0 ? [] : objectTypeList.flatMap(({ name }) => model.items(name)));
  const isHeard = ({ item, crashes, ignored }: FactOf<'bad-value'>): boolean =>
    crashes || (!ignored && alive.has(item));
  return { heard: facts.filter(isHeard), lost: facts.filter((fact) => !isHeard(fact)) };
}

export function placeOfValue({ file, node }: RawProperty): { file: string; span: { start: number; end: number } } {
  return { file, span: node.value.text === '' ? node.keySpan : node.value.span };
}

/** Both values of an option; for a number, what is left without a unit behind it. */
export function fixBadValue({ property, expected }: BadValue): readonly Fix[] {
  const values = expected === 'boolean' ? ['1', '0'] : expected === 'integer' ? numbersIn(property.value) : [];
  return values.map((value) => ({ title: `Change to ${value}`, change: edits(replaceValue(property, value)) }));
}

function numbersIn(text: string): string[] {
  const number = /^\s*[+-]?\d+(?=\D)/.exec(text)?.[0].trim();
  return number === undefined ? [] : [number];
}
