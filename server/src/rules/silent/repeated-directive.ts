import { defineRule } from '../rule';
import { fixRepeated, relatedLine, type Repeated } from '../repeated-directive';

export const repeatedDirective = defineRule<Repeated>({
  code: 'silent/repeated-directive',
  severity: 'warning',
  title: 'A directive that is written twice',
  explain:
    'Of several lines of one directive the last counts; of a custom macro the first; of the date ranges of a time period that begin with the same word the last. Only lists put all their lines together. Several ranges of a day go on one line, between commas.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  office
          monday           09:00-12:00
          monday           13:00-17:00
      }`,
    good: `
      define timeperiod {
          timeperiod_name  office
          monday           09:00-12:00,13:00-17:00
      }`,
  },
  check(model, report) {
    for (const { item, lost, kept, crashes } of model.facts('repeated-property')) {
      if (crashes) continue;
      const what = item.type === 'timeperiod' ? `another line that begins with ${kept.key}` : `another ${kept.key}`;
      report({
        at: { file: lost.file, span: lost.node.span },
        object: item,
        message: `This line has no effect: ${what} in the same object counts.`,
        related: [relatedLine(kept, 'this one counts')],
        unnecessary: true,
        data: { lost },
      });
    }
  },
  fix: ({ data }, model) => fixRepeated(data, model),
});
