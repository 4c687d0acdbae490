import type { RawSetting } from '../../project/types';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';

export const ignoredSetting = defineRule<{ readonly setting: RawSetting }>({
  code: 'silent/ignored-setting',
  severity: 'hint',
  title: 'A setting that does nothing in Shinken',
  explain:
    'Shinken knows these settings of Nagios, so that an old main file may be kept as it is, and does nothing with them.',
  example: { bad: 'check_result_path=/var/spool', good: 'log_level=INFO' },
  check(model, report) {
    for (const { setting } of model.facts('ignored-setting')) {
      const message = `${setting.key} does nothing in Shinken.`;
      report({ at: { file: setting.file, span: setting.node.span }, message, unnecessary: true, data: { setting } });
    }
  },
  fix({ data: { setting } }, model) {
    const text = model.text(setting.file);
    if (text === undefined) return [];
    return [{ title: 'Delete the line', change: edits(deleteLines(text, setting.file, setting.node.span)) }];
  },
});
