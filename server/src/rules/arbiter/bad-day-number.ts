import type { TextEdit } from '../rule';
import { edits } from '../edits';
import { defineRule } from '../rule';

interface Data {
  readonly number: string;
}

export const badDayNumber = defineRule<Data>({
  code: 'arbiter/bad-day-number',
  severity: 'error',
  title: 'A day of a time period that is no number',
  explain:
    'Days are whole numbers, and a stretch of days has blanks around its dash: `day 1 - 15`. Shinken takes `1-15` for one number, cannot read it, and crashes.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  first-half
          day 1-15         00:00-24:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  first-half
          day 1 - 15       00:00-24:00
      }`,
  },
  check(model, report) {
    for (const { item, number, at } of model.facts('bad-day-number')) {
      const meant = spaced(number);
      const hint = meant === undefined ? '' : ` Write ${meant}.`;
      report({ at, object: item, message: `The arbiter crashes: ${number} is no number.${hint}`, data: { number } });
    }
  },
  fix({ file, span, data: { number } }, model) {
    const meant = spaced(number);
    if (meant === undefined || model.text(file)?.slice(span.start, span.end) !== number) return [];
    const edit: TextEdit = { file, span, newText: meant };
    return [{ title: `Change to ${meant}`, change: edits(edit), preferred: true }];
  },
});

/** `1-15` as a stretch of days; undefined for what is no stretch either. */
function spaced(number: string): string | undefined {
  const [, from, to] = /^(-?\d+)-(-?\d+)$/.exec(number) ?? [];
  return from === undefined || to === undefined ? undefined : `${from} - ${to}`;
}
