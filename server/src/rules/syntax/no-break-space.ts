import { isSpace } from '../../syntax/blanks';
import { edits } from '../edits';
import { syntaxRule } from './syntax-rule';

export const noBreakSpace = syntaxRule({
  kind: 'no-break-space',
  severity: 'warning',
  title: 'A blank that is none',
  explain:
    'This character looks like a blank, or like nothing, and Shinken does not take it for one: it becomes part of the directive or of its value. Text copied from a web page often has it. In the name of a directive the arbiter dies of it.',
  example: {
    bad: 'define command {\n    command_name\u00a0 check\n    command_line  /bin/true\n}',
    good: 'define command {\n    command_name  check\n    command_line  /bin/true\n}',
  },
  message: ({ fact }) => `The character U+${codeOf(fact.text)} here separates nothing; it is part of the text.`,
  fix({ file, fact: { span, text = '' } }) {
    const newText = isSpace(text.charCodeAt(0)) ? ' ' : '';
    const title = newText === '' ? 'Remove it' : 'Put a blank in its place';
    return [{ title, change: edits({ file, span, newText }), preferred: true }];
  },
});

function codeOf(text = ''): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
