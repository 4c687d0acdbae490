import type { RawSetting } from '../../project/types';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';

export const overriddenSetting = defineRule<{ readonly setting: RawSetting }>({
  code: 'silent/overridden-setting',
  severity: 'warning',
  title: 'A setting that is set again further down',
  explain:
    'Of several lines with one name the last that is read counts, whichever file it stands in; the others do nothing, and nobody says so. That goes for `$MACROS$` as well.',
  example: { bad: 'log_level=INFO\nlog_level=DEBUG\n', good: 'log_level=DEBUG\n' },
  check(model, report) {
    for (const { setting, by } of model.facts('overridden-setting')) {
      const same = setting.value === by.value;
      report({
        at: { file: setting.file, span: setting.node.span },
        message: same
          ? `${setting.key} is set to the same again further down.`
          : `This does nothing: ${setting.key} is set again further down, to ${by.value}.`,
        related: [{ file: by.file, span: by.node.span, message: 'This line counts.' }],
        severity: same ? 'information' : 'warning',
        unnecessary: true,
        data: { setting },
      });
    }
  },
  fix({ data: { setting } }, model) {
    const text = model.text(setting.file);
    if (text === undefined) return [];
    const change = edits(deleteLines(text, setting.file, setting.node.span));
    return [{ title: 'Delete the line', change, preferred: true }];
  },
});
