import type { RawProperty } from '../../project/types';
import { isSpace } from '../../syntax/blanks';
import { edits } from '../edits';
import { defineRule } from '../rule';

export const foreignDirective = defineRule<{ readonly property: RawProperty }>({
  code: 'arbiter/foreign-directive',
  severity: 'error',
  title: 'A directive with a letter that is not ASCII',
  explain:
    'The arbiter crashes on a directive whose name has any other character than plain letters, digits and signs. Often it is a blank that is none, copied from a web page, between the name and the value.',
  example: {
    bad: 'define command {\n    command_name\u00a0check\n    command_line  /bin/true\n}',
    good: 'define command {\n    command_name  check\n    command_line  /bin/true\n}',
  },
  check(model, report) {
    for (const { item, property } of model.facts('foreign-key')) {
      const { file, node, key } = property;
      const message = `The arbiter crashes on the name of this directive: it may have ASCII characters only, unlike ${key}`;
      report({ at: { file, span: node.keySpan }, object: item, message, data: { property } });
    }
  },
  fix({ data: { property } }) {
    const { key, node, file } = property;
    const odd = [...key].findIndex((character) => isSpace(character.charCodeAt(0)));
    if (odd < 0) return [];
    const start = node.keySpan.start + odd;
    const change = edits({ file, span: { start, end: start + 1 }, newText: ' ' });
    return [{ title: 'Put a blank in its place', change, preferred: true }];
  },
});
