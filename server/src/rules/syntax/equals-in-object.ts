import { edits } from '../edits';
import { syntaxRule } from './syntax-rule';

export const equalsInObject = syntaxRule({
  kind: 'equals-in-object',
  severity: 'warning',
  title: 'An equals sign instead of a blank',
  explain:
    'Inside an object blanks separate a directive from its value. `key=value` is one long name of a directive that no object has.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
          timeout=30
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
          timeout       30
      }`,
  },
  message: ({ fact }) =>
    `Shinken takes ${fact.text ?? ''} for the name of a directive: inside an object a blank stands before the value, no =.`,
  fix({ file, fact }, text) {
    const at = fact.span.start + text.slice(fact.span.start, fact.span.end).indexOf('=');
    const change = edits({ file, span: { start: at, end: at + 1 }, newText: ' ' });
    return [{ title: 'Put a blank for the =', change, preferred: true }];
  },
});
