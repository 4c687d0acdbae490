import type { Item, PropValue } from './item';

/** A value as one would write it, lists apart: booleans as 1 and 0, a dictionary as `key=value` items. */
export function writtenValue(value: PropValue): string | readonly string[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value].map(([key, text]) => `${key}=${text}`);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value === null ? '' : String(value);
}

/** The same on one line, items between commas. */
export function writtenText(value: PropValue): string {
  const written = writtenValue(value);
  return typeof written === 'string' ? written : written.join(',');
}

/** The lines of a time period's date ranges, its templates' ones behind its own, blanks within a line being one. */
export function writtenRanges({ ranges }: Item): readonly string[] {
  return ranges.map(({ text }) => text.trim().replace(/\s+/g, ' '));
}
