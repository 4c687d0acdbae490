import { logLevels } from '../../model/settings';
import type { RawSetting } from '../../project/types';
import { edits } from '../edits';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly setting: RawSetting;
  readonly suggestion: string | undefined;
}

export const unknownLogLevel = defineRule<Data>({
  code: 'silent/unknown-log-level',
  severity: 'warning',
  title: 'A log level that does not exist',
  explain:
    'A verification lets any `log_level` pass. An arbiter that is really started crashes on one that is not `DEBUG`, `INFO`, `WARNING`, `ERROR` or `CRITICAL` in capital letters.',
  example: { bad: 'log_level=info', good: 'log_level=INFO' },
  check(model, report) {
    for (const { setting } of model.facts('unknown-log-level')) {
      const suggestion =
        suggest(setting.value.trim(), logLevels) ?? logLevels.find((level) => level === setting.value.trim());
      const hint = suggestion === undefined ? ` Write one of ${logLevels.join(', ')}.` : ` Did you mean ${suggestion}?`;
      const message = `The arbiter will pass its verification and crash when it is started: ${setting.value} is no log level.${hint}`;
      report({ at: { file: setting.file, span: setting.node.value.span }, message, data: { setting, suggestion } });
    }
  },
  fix({ data: { setting, suggestion } }) {
    if (suggestion === undefined) return [];
    const change = edits({ file: setting.file, span: setting.node.value.span, newText: suggestion });
    return [{ title: `Change to ${suggestion}`, change, preferred: true }];
  },
});
