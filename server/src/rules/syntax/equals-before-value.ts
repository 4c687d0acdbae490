import { deleteRange } from './text-edits';
import { syntaxRule } from './syntax-rule';

export const equalsBeforeValue = syntaxRule({
  kind: 'equals-before-value',
  severity: 'warning',
  title: 'An equals sign before a value',
  explain: 'Inside an object blanks separate a directive from its value; an `=` behind them is part of the value.',
  example: {
    bad: `
      define command {
          command_name = check
          command_line  /bin/true
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: ({ fact }) => `The = belongs to the value: ${fact.text ?? ''}`,
  fix({ file, fact }, text) {
    const blanks = /^[ \t]*/.exec(text.slice(fact.span.end))?.[0].length ?? 0;
    const change = deleteRange(file, fact.span.start, fact.span.end + blanks);
    return [{ title: 'Remove the =', change, preferred: true }];
  },
});
