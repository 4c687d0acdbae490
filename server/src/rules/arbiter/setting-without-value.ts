import type { RawSetting } from '../../project/types';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';

export const settingWithoutValue = defineRule<{ readonly setting: RawSetting }>({
  code: 'arbiter/setting-without-value',
  severity: 'error',
  title: 'A setting without a value',
  explain: 'The arbiter refuses `name=` with nothing behind it. Leave the line out to have the default.',
  example: { bad: 'workdir=', good: 'workdir=/var/run/shinken' },
  check(model, report) {
    for (const { setting, why } of model.facts('malformed-setting')) {
      if (why !== 'no-value') continue;
      const { file, node, key } = setting;
      const message = `The arbiter refuses ${key === '' ? 'this line' : key} without a value: write one, or leave the line out.`;
      report({ at: { file, span: node.span }, message, data: { setting } });
    }
  },
  fix({ data: { setting } }, model) {
    const text = model.text(setting.file);
    if (text === undefined) return [];
    return [{ title: 'Delete the line', change: edits(deleteLines(text, setting.file, setting.node.span)) }];
  },
});
