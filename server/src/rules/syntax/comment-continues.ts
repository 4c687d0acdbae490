import { deleteRange } from './text-edits';
import { syntaxRule } from './syntax-rule';

export const commentContinues = syntaxRule({
  kind: 'comment-continues',
  severity: 'warning',
  title: 'A comment that swallows the next line',
  explain:
    'A backslash at the end of a line joins the next one to it, in a comment too: that line becomes part of the comment.',
  example: {
    bad: `
      # C:\\
      define command {
          command_name  check
          command_line  /bin/true
      }`,
    good: `
      # C:\\ is a drive
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: () => 'The backslash makes the next line part of this comment.',
  fix: ({ file, fact }) => [
    { title: 'Remove the backslash', change: deleteRange(file, fact.span.start, fact.span.end), preferred: true },
  ],
});
