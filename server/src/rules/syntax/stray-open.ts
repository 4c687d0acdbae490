import { deleteLines } from '../fixes';
import { edits } from '../edits';
import { syntaxRule } from './syntax-rule';

export const strayOpen = syntaxRule({
  kind: 'stray-open',
  severity: 'warning',
  title: 'A second opening brace',
  explain:
    'The object is open already: Shinken takes this brace for a directive without a value, which no object has. Outside of objects a brace that no `define` waits for is refused.',
  example: {
    bad: `
      define command {
      {
          command_name  check
          command_line  /bin/true
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: ({ fact }) => (fact.object ? 'The object is open already; this brace is taken for a directive.' : undefined),
  fix: ({ file, fact }, text) => [
    { title: 'Remove the brace', change: edits(deleteLines(text, file, fact.span)), preferred: true },
  ],
});
