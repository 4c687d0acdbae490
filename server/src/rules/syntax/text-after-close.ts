import { deleteRange } from './text-edits';
import { edits } from '../edits';
import { breakOf } from '../lines';
import { syntaxRule } from './syntax-rule';

export const textAfterClose = syntaxRule({
  kind: 'text-after-close',
  severity: 'warning',
  title: 'Text behind the closing brace',
  explain:
    'Only a `}` alone on its line closes an object. With anything behind it, a comment that begins with `#` included, the line is dropped and the object stays open: what follows goes into it, up to the next `}` or `define`. Behind a `;` a comment is fine.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
      } # the end`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      } ; the end`,
  },
  message: ({ fact }) =>
    fact.object
      ? 'This brace does not close the object: only one alone on its line does.'
      : 'Shinken drops this line, since it begins with a brace.',
  fix({ file, fact }, text) {
    const behind = fact.span.start + 1;
    const rest = text.slice(behind, fact.span.end);
    const blank = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
    const hash = rest.slice(blank).startsWith('#');
    if (hash || /^define\b/.test(rest.slice(blank))) {
      const span = { start: behind + blank, end: behind + blank + (hash ? 1 : 0) };
      const title = hash ? 'Make it a comment with ;' : 'Begin a new line behind the brace';
      return [{ title, change: edits({ file, span, newText: hash ? ';' : breakOf(text) }), preferred: true }];
    }
    return [{ title: 'Remove the text', change: deleteRange(file, behind, fact.span.end), preferred: true }];
  },
});
