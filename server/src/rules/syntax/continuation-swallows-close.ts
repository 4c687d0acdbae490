import { deleteRange } from './text-edits';
import { syntaxRule } from './syntax-rule';

export const continuationSwallowsClose = syntaxRule({
  kind: 'continuation-swallows-close',
  severity: 'warning',
  title: 'A backslash that swallows the closing brace',
  explain:
    'A backslash at the end of a line joins the next one to it. Here that is the brace that was to close the object: it becomes part of the value, and the object stays open.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true \\
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: () => 'The backslash before makes this brace part of the value: it closes nothing.',
  fix({ file, fact: { cause } }) {
    if (!cause) return [];
    return [{ title: 'Remove the backslash', change: deleteRange(file, cause.start, cause.end), preferred: true }];
  },
});
