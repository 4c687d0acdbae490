import { edits } from '../edits';
import { breakOf } from '../lines';
import { syntaxRule } from './syntax-rule';

export const oneLineDefine = syntaxRule({
  kind: 'one-line-define',
  severity: 'warning',
  title: 'A whole object on one line',
  explain:
    'Shinken drops everything behind the `{`, the closing brace included: the object stays open and takes in what follows, up to the next `}` or `define`. Each directive has a line of its own.',
  example: {
    bad: 'define command { command_name check }',
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  message: () => 'The object is neither filled nor closed on this line: Shinken drops what stands behind the brace.',
  fix({ file, fact }, text) {
    const line = text.slice(fact.span.start, fact.span.end);
    const open = line.indexOf('{');
    const close = line.lastIndexOf('}');
    if (open < 0 || close < open) return [];
    const inner = line.slice(open + 1, close).trim();
    const end = breakOf(text);
    const newText = `{${end}${inner === '' ? '' : `    ${inner}${end}`}}`;
    const span = { start: fact.span.start + open, end: fact.span.start + close + 1 };
    return [{ title: 'Break it into lines', change: edits({ file, span, newText }), preferred: true }];
  },
});
