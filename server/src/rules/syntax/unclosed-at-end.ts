import { breakOf } from '../lines';
import { syntaxRule } from './syntax-rule';
import { insertAt } from './text-edits';

export const unclosedAtEnd = syntaxRule({
  kind: 'unclosed-at-end',
  severity: 'warning',
  title: 'An object that is not closed at the end of the file',
  explain:
    'Shinken reads on in the next file: what stands there before its first `define` becomes part of this object, and nothing is said.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: ({ fact }) => `Nothing closes this ${fact.text ?? 'object'} before the end of the file.`,
  fix({ file, fact }, text) {
    const end = fact.object?.span.end;
    if (end === undefined) return [];
    return [{ title: 'Close the object', change: insertAt(file, end, `${breakOf(text)}}`), preferred: true }];
  },
});
