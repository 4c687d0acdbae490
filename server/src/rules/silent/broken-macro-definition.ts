import type { RawSetting } from '../../project/types';
import { strip } from '../../syntax/blanks';
import { edits } from '../edits';
import { defineRule } from '../rule';

export const brokenMacroDefinition = defineRule<{ readonly setting: RawSetting }>({
  code: 'silent/broken-macro-definition',
  severity: 'warning',
  title: 'A line that looks like a macro and defines none',
  explain:
    'A macro is defined by `$NAME$=value`: a dollar sign at both ends, and no blank before the `=`. Anything else that begins with a dollar sign Shinken keeps without a word, and the macro stays empty.',
  example: { bad: '$USER5$ =/usr/lib/plugins', good: '$USER5$=/usr/lib/plugins' },
  check(model, report) {
    for (const { setting } of model.facts('broken-macro-definition')) {
      const { key, file, node } = setting;
      const message = strip(key).endsWith('$')
        ? `The blank before the = belongs to the name: this does not define ${strip(key)}.`
        : `This defines no macro: a macro's name ends in a dollar sign, too (${strip(key)}$).`;
      report({ at: { file, span: node.keySpan }, message, data: { setting } });
    }
  },
  fix({ data: { setting } }) {
    const { file, node, key } = setting;
    const name = strip(key);
    const newText = name.endsWith('$') ? name : `${name}$`;
    return [{ title: `Change to ${newText}`, change: edits({ file, span: node.keySpan, newText }), preferred: true }];
  },
});
