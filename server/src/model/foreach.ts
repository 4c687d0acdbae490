/** The generator of `duplicate_foreach`: keys and values of a host's custom macro (util.py, `get_key_value_sequence`). */

export interface GeneratedEntry {
  readonly key: string;
  /** `VALUE`, `VALUE1`, `VALUE2` … by name. */
  readonly values: ReadonlyMap<string, string>;
}

/** Undefined: not a generator at all. `crash`: the arbiter dies of it. */
export type Generated = readonly GeneratedEntry[] | 'syntax' | 'crash';

const entryPattern = /\s*([^,]+?)((?:\s*\$\(.*?\)\$\s*)*)(?:,|$)/y;
const rangePattern = /\[(\d*)-(\d*)\]/;

/** More keys than any host has of anything; it keeps `[1-999999999]` from filling the memory. */
const MAX_ENTRIES = 20_000;

/**
 * Takes `key1$(value)$$(value2)$,key[1-3],…` apart. Keys with `[X-Y]` become one entry for each number, several of them multiply;
 * values left out are filled with `defaultValue`.
 */
export function generate(text: string, defaultValue: string): Generated {
  const read = readEntries(text);
  if (!read) return 'syntax';
  const entries: GeneratedEntry[] = [];
  for (const [key, values] of read) {
    const byName = new Map<string, string>();
    const [first] = values;
    byName.set('VALUE1', first ?? defaultValue).set('VALUE', first ?? defaultValue);
    for (const [index, value] of values.entries()) byName.set(`VALUE${String(index + 1)}`, value);
    const keys = expandKey(key);
    if (!keys) return 'crash';
    for (const each of keys) if (entries.length < MAX_ENTRIES) entries.push({ key: each, values: byName });
  }
  return entries;
}

/** Key and values of each entry; undefined where the text is not made of entries from one end to the other. */
function readEntries(text: string): [string, string[]][] | undefined {
  const entries: [string, string[]][] = [];
  entryPattern.lastIndex = 0;
  while (entryPattern.lastIndex < text.length) {
    const [, key, values] = entryPattern.exec(text) ?? [];
    if (key === undefined) return undefined;
    entries.push([key, [...(values ?? '').matchAll(/\$\((.*?)\)\$/g)].map(([, value]) => value ?? '')]);
  }
  return entries.length > 0 ? entries : undefined;
}

/**
 * Undefined for a range without numbers, of which the arbiter dies, or with leading zeros, which it never finishes. A range that runs
 * backwards gives nothing.
 */
function expandKey(key: string): string[] | undefined {
  const ranges: [number, number][] = [];
  let rest = key;
  for (let match = rangePattern.exec(rest); match; match = rangePattern.exec(rest)) {
    const [whole, from = '', to = ''] = match;
    if (whole !== `[${String(Number(from))}-${String(Number(to))}]` || from === '') return undefined;
    ranges.push([Number(from), Number(to)]);
    rest = rest.replaceAll(whole, '');
  }
  let keys = [key];
  for (const [from, to] of ranges) {
    const expanded: string[] = [];
    for (const each of keys) {
      for (let number = from; number <= to && expanded.length < MAX_ENTRIES; number++) {
        expanded.push(each.replaceAll(`[${String(from)}-${String(to)}]`, String(number)));
      }
    }
    keys = expanded;
  }
  return keys;
}
