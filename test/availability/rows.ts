import { describe, expect, test } from 'vitest';
import { said } from './support';

/** A configuration in short (`cfg`), and all that one rule says of it. */
export interface Row {
  readonly what: string;
  readonly given: string;
  readonly says: readonly string[];
}

export function rows(code: string, table: readonly Row[]): void {
  describe(code, () => {
    test.each(table)('$what', ({ given, says }) => {
      expect(said(given, code)).toEqual(says);
    });
  });
}
