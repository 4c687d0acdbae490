/** Which program a configuration is written for: where the two differ, each gets what it knows. */
export type Dialect = 'shinken' | 'nagios';

/** Directives and values in the order in which they are written; what is undefined is left out. */
export type Directives = Readonly<Record<string, string | number | undefined>>;

/** One `define`, its values in a column. */
export function define(type: string, directives: Directives): string {
  const present = Object.entries(directives).filter(([, value]) => value !== undefined);
  const width = Math.max(...present.map(([key]) => key.length)) + 2;
  const lines = present.map(([key, value]) => `    ${key.padEnd(width)}${String(value)}\n`);
  return `define ${type} {\n${lines.join('')}}\n\n`;
}

/** What Nagios has no word for. */
export function shinkenOnly<Value>(dialect: Dialect, value: Value): Value | undefined {
  return dialect === 'shinken' ? value : undefined;
}
