/** What the rules about values that do not convert have in common. */
import type { RawProperty } from '../project/types';
import type { ValueKind } from '../schema';
import { replaceValue, edits } from './edits';
import type { Fix } from './rule';

export interface BadValue {
  readonly property: RawProperty;
  readonly expected: ValueKind;
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
