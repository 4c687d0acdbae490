import { edits } from '../edits';
import { defineRule } from '../rule';
import { suggest } from '../suggest';
import { dateWords } from '../date-words';

interface Data {
  readonly word: string;
  readonly meant: string | undefined;
}

export const unknownDateRange = defineRule<Data>({
  code: 'arbiter/unknown-date-range',
  severity: 'warning',
  title: 'A line of a time period that says no date',
  explain:
    'Every line of a time period but its few directives is a range of dates: a day of the week, `day 1 - 15`, `december 25`, `monday 3 may`, `2026-12-24 - 2026-12-26`, each with times behind it. Names of days and months are in lower case and in English. A line that fits no form is warned of and has no effect.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  office
          Monday           08:00-18:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  office
          monday           08:00-18:00
      }`,
  },
  check(model, report) {
    for (const { item, line, at } of model.facts('unknown-date-range')) {
      const word = line.property.key;
      const meant = dateWords.includes(word.toLowerCase()) ? word.toLowerCase() : suggest(word, dateWords);
      const correct = dateWords.includes(word);
      const hint = correct || meant === undefined ? '' : ` Did you mean ${meant}?`;
      report({
        at,
        object: item,
        message: `This line has no effect: it is no range of dates.${hint}`,
        data: { word, meant: correct ? undefined : meant },
      });
    }
  },
  fix({ file, span, data: { word, meant } }, model) {
    const written = { start: span.start, end: span.start + word.length };
    if (meant === undefined || model.text(file)?.slice(written.start, written.end) !== word) return [];
    return [{ title: `Change to ${meant}`, change: edits({ file, span: written, newText: meant }), preferred: true }];
  },
});
