import { insertAt } from './text-edits';
import { syntaxRule } from './syntax-rule';

export const missingOpen = syntaxRule({
  kind: 'missing-open',
  severity: 'warning',
  title: 'A define without its opening brace',
  explain:
    'The `{` stands at the end of the line of the `define`, or alone on the next line that is no comment. Without it the object stays empty, and the lines meant for it are taken for settings, which the arbiter refuses.',
  example: {
    bad: `
      define command
          command_name=check
          command_line=/bin/true
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: ({ fact }) => `This ${fact.text ?? 'object'} has no opening brace, and so it stays empty.`,
  fix: ({ file, fact }) => [{ title: 'Open the object', change: insertAt(file, fact.span.end, ' {'), preferred: true }],
});
