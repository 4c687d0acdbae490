import { deleteRange } from './text-edits';
import { syntaxRule } from './syntax-rule';

export const continuationAtEnd = syntaxRule({
  kind: 'continuation-at-end',
  severity: 'warning',
  title: 'A backslash at the end of the file',
  explain:
    'A backslash at the end of a line joins the next one to it, across files as well: this line swallows the first line of the file that is read next, or is lost when there is none.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
      }
      $PATH$=/usr/bin\\`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }
      $PATH$=/usr/bin`,
  },
  message: () =>
    'The backslash joins this line to the first one of the file that is read next; without one it is lost.',
  fix: ({ file, fact: { span } }, text) =>
    text.slice(span.start, span.end).startsWith('\\')
      ? [{ title: 'Remove the backslash', change: deleteRange(file, span.start, span.end), preferred: true }]
      : [],
});
