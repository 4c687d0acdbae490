import { deleteLines } from '../fixes';
import { edits } from '../edits';
import { syntaxRule } from './syntax-rule';

export const strayClose = syntaxRule({
  kind: 'stray-close',
  severity: 'warning',
  title: 'A closing brace with nothing to close',
  explain:
    'No object is open here, and Shinken passes over the brace. Usually a `define` before it was closed early, or never opened.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
      }
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: () => 'No object is open that this brace could close.',
  fix: ({ file, fact }, text) => [
    { title: 'Remove the brace', change: edits(deleteLines(text, file, fact.span)), preferred: true },
  ],
});
