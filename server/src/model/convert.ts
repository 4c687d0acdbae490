import type { Directive } from '../schema/types';
import { strip } from '../syntax/blanks';
import type { PropValue } from './item';

/** What became of the text of a directive. `error`: it does not convert and the arbiter says so; `crash`: it does not survive the attempt. */
export type Conversion = { readonly value: PropValue } | { readonly failure: 'error' | 'crash' };

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['yes', true],
  ['true', true],
  ['on', true],
  ['0', false],
  ['no', false],
  ['false', false],
  ['off', false],
]);

const error: Conversion = { failure: 'error' };
const crash: Conversion = { failure: 'crash' };

/**
 * Turns the lines written for one directive into its value as the arbiter's property classes do (property.py): lists join all lines,
 * everything else takes the last one.
 */
export function convert(directive: Directive, written: readonly string[]): Conversion {
  const last = written.at(-1) ?? '';
  switch (directive.value) {
    case 'boolean': {
      const value = booleans.get(last.toLowerCase());
      return value === undefined ? error : { value };
    }
    case 'integer': {
      const number = parseFloatAsPython(last);
      if (number === undefined || Number.isNaN(number)) return error;
      return Number.isFinite(number) ? { value: Math.trunc(number) } : crash;
    }
    case 'float': {
      const number = parseFloatAsPython(last);
      return number === undefined ? error : { value: number };
    }
    case 'character':
      return last === '' ? crash : { value: last.charAt(0) };
    case 'list':
      return { value: listOf(written, directive) };
    case 'integerList': {
      const items = listOf(written, directive);
      return items.every((item) => /^[+-]?\d+$/.test(item))
        ? { value: items.map((item) => String(Number(item))) }
        : error;
    }
    case 'dictionary':
      return addresses(last);
    case 'string':
    case 'path':
    case 'logLevel':
    case 'unused':
      return { value: last };
  }
}

/** Items between commas with their blanks taken off, empty ones kept, over all lines. */
function listOf(written: readonly string[], directive: Directive): string[] {
  if (directive.oneItemPerLine) return written.map(strip);
  const [only] = written;
  if (written.length === 1 && only !== undefined && !only.includes(',')) return [strip(only)];
  return written.flatMap((text) => text.split(',').map(strip));
}

/** Python's `float()`: undefined for what it refuses. */
export function parseFloatAsPython(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const word = strip(text).toLowerCase();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(word)) return Number(word);
  if (/^[+-]?nan$/.test(word)) return NaN;
  if (/^[+-]?inf(?:inity)?$/.test(word)) return word.startsWith('-') ? -Infinity : Infinity;
  return undefined;
}

/** `name=address[:port],…` of a satellite map (property.py, DictProp over AddrProp). */
function addresses(text: string): Conversion {
  const value = new Map<string, string>();
  for (const pair of text === '' ? [] : text.split(',')) {
    const [, name, address] = /^\s*(\S+)\s*=\s*(\S+)\s*$/.exec(pair) ?? [];
    if (name === undefined || address === undefined || !/^[^:]*(?::\d+)?$/.test(address)) return error;
    value.set(name, address);
  }
  return { value };
}
