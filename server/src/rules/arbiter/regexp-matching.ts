import type { RawSetting } from '../../project/types';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';

export const regexpMatching = defineRule<{ readonly setting: RawSetting }>({
  code: 'arbiter/regexp-matching',
  severity: 'error',
  title: 'Regular expressions in names',
  explain:
    'Shinken does not have the regular expressions of Nagios in object names, and refuses a configuration that switches them on. Expressions over hostgroups and templates (`a&!b`) often serve instead.',
  example: { bad: 'use_regexp_matching=1', good: 'use_regexp_matching=0' },
  check(model, report) {
    for (const { setting } of model.facts('regexp-matching')) {
      const message = 'The arbiter refuses use_regexp_matching: Shinken has no regular expressions in object names.';
      report({ at: { file: setting.file, span: setting.node.span }, message, data: { setting } });
    }
  },
  fix({ data: { setting } }, model) {
    const text = model.text(setting.file);
    if (text === undefined) return [];
    const change = edits(deleteLines(text, setting.file, setting.node.span));
    return [{ title: 'Delete the line', change, preferred: true }];
  },
});
