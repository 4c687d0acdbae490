import { deleteRange } from './text-edits';
import { syntaxRule } from './syntax-rule';

export const byteOrderMark = syntaxRule({
  kind: 'byte-order-mark',
  severity: 'error',
  title: 'A byte order mark',
  explain:
    'The file begins with the invisible mark U+FEFF that some editors write. Shinken takes it for text: the first line is no comment, no `define` and no setting any more, and the arbiter refuses it. Save the file as UTF-8 without it.',
  example: { bad: '\ufefflog_level=INFO', good: 'log_level=INFO' },
  message: () => 'The file begins with a byte order mark, which makes its first line unreadable for the arbiter.',
  fix: ({ file, fact: { span } }) => [
    { title: 'Remove the byte order mark', change: deleteRange(file, span.start, span.end), preferred: true },
  ],
});
