import { edits } from '../edits';
import { syntaxRule } from './syntax-rule';

export const textAfterOpen = syntaxRule({
  kind: 'text-after-open',
  severity: 'warning',
  title: 'Text behind the opening brace',
  explain:
    'What stands behind the `{` on the line of a `define` is dropped without a word. Directives begin on the next line.',
  example: {
    bad: `
      define command { command_line /bin/true
          command_name  check
          command_line  /bin/false
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/false
      }`,
  },
  message: ({ fact }) => `Shinken drops what stands behind the brace: ${fact.text ?? ''}`,
  fix: ({ file, fact }) => [
    {
      title: 'Move it to the next line',
      change: edits({ file, span: { start: fact.span.start, end: fact.span.start }, newText: '\n    ' }),
      preferred: true,
    },
  ],
});
