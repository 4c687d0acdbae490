import type { RawSetting } from '../../project/types';
import { strip } from '../../syntax/blanks';
import { edits } from '../edits';
import { defineRule } from '../rule';

export const blankInSettingValue = defineRule<{ readonly setting: RawSetting }>({
  code: 'silent/blank-in-setting-value',
  severity: 'warning',
  title: 'A blank behind the equals sign',
  explain:
    'Outside of objects Shinken strips nothing: the blank behind the `=` is the first character of the value, of a path or of a macro as well.',
  example: { bad: 'workdir= /var/run/shinken', good: 'workdir=/var/run/shinken' },
  check(model, report) {
    for (const { setting } of model.facts('blank-in-setting-value')) {
      const { key, file, node } = setting;
      const message = `The blank behind the = belongs to the value of ${key}.`;
      report({ at: { file, span: node.value.span }, message, data: { setting } });
    }
  },
  fix({ data: { setting } }) {
    const { file, node, value } = setting;
    const change = edits({ file, span: node.value.span, newText: strip(value) });
    return [{ title: 'Remove the blank', change, preferred: true }];
  },
});
