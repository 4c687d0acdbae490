import { edits } from '../edits';
import { defineRule } from '../rule';

interface Data {
  readonly written: string;
  readonly meant: string | undefined;
}

export const badTimeRange = defineRule<Data>({
  code: 'arbiter/bad-time-range',
  severity: 'error',
  title: 'A time range that is none',
  explain:
    'Times are `HH:MM-HH:MM`, two digits everywhere, several of them between commas: `monday 08:00-12:00,13:00-17:00`. The arbiter refuses a time period with anything else, and says neither where nor what. A comma too many is a range too many.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  office
          monday           8:00-18:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  office
          monday           08:00-18:00
      }`,
  },
  check(model, report) {
    for (const { item, range, time, at } of model.facts('bad-time-range')) {
      const written = time?.text ?? '';
      const meant = padded(written);
      const wrongDay = range.days.find(({ kind }) => kind === 'weekday')?.text ?? '';
      const what =
        range.form === 'weekday of a month'
          ? `${wrongDay} is no day of the week`
          : written === ''
            ? 'there is an empty time range, by a comma too many'
            : `${written} is no time range like 08:00-18:00`;
      const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
      report({ at, object: item, message: `Shinken refuses this: ${what}.${hint}`, data: { written, meant } });
    }
  },
  fix({ file, span, data: { written, meant } }, model) {
    if (meant === undefined || model.text(file)?.slice(span.start, span.end) !== written) return [];
    return [{ title: `Change to ${meant}`, change: edits({ file, span, newText: meant }), preferred: true }];
  },
});

/** A range whose hours and minutes only lack digits; undefined for anything else. */
function padded(text: string): string | undefined {
  const parts = /^(\d{1,2})(?::(\d{1,2}))?\s*-\s*(\d{1,2})(?::(\d{1,2}))?$/.exec(text);
  if (!parts) return undefined;
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  return `${two(parts[1])}:${two(parts[2])}-${two(parts[3])}:${two(parts[4])}`;
}
