import { breakOf } from '../lines';
import { syntaxRule } from './syntax-rule';
import { insertAt } from './text-edits';

export const unclosedBeforeDefine = syntaxRule({
  kind: 'unclosed-before-define',
  severity: 'warning',
  title: 'An object that is not closed before the next one',
  explain:
    'Shinken ends the object at the next `define` without a word, so that this works as long as nothing else stands between the two: settings and stray lines would become directives of the object.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
      define command {
          command_name  check-more
          command_line  /bin/true
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }
      define command {
          command_name  check-more
          command_line  /bin/true
      }`,
  },
  message: ({ fact }) => `Nothing closes this ${fact.text ?? 'object'} before the next define.`,
  fix({ file, fact }, text) {
    const end = fact.object?.span.end;
    if (end === undefined) return [];
    return [{ title: 'Close the object', change: insertAt(file, end, `${breakOf(text)}}`), preferred: true }];
  },
});
