import { defineRule } from '../rule';

export const settingWithoutName = defineRule<undefined>({
  code: 'arbiter/setting-without-name',
  severity: 'error',
  title: 'An equals sign with no name before it',
  explain:
    'The arbiter crashes on a line that begins with `=`. Write the name of the setting before it, or delete the line.',
  example: { bad: '=INFO', good: 'log_level=INFO' },
  check(model, report) {
    for (const { setting, why } of model.facts('malformed-setting')) {
      if (why !== 'no-name') continue;
      const message = 'The arbiter crashes on this line: no name stands before the =.';
      report({ at: { file: setting.file, span: setting.node.span }, message, data: undefined });
    }
  },
});
