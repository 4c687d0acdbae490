import type { RawSetting } from '../../project/types';
import { mainSettings } from '../../schema';
import { edits } from '../edits';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly setting: RawSetting;
  readonly suggestion: string | undefined;
}

export const unknownSetting = defineRule<Data>({
  code: 'arbiter/unknown-setting',
  severity: 'warning',
  title: 'A setting that Shinken does not know',
  explain:
    'The arbiter keeps a setting it does not know, warns that it is guessing the type of the property, and nothing ever reads it. Names are case sensitive, and a blank before the `=` belongs to the name. Nagios settings that Shinken never had can be deleted.',
  example: { bad: 'log_levl=INFO', good: 'log_level=INFO' },
  check(model, report) {
    for (const { setting, meant } of model.facts('unknown-setting')) {
      const suggestion = meant ?? suggest(setting.key, namesOf(model.options.dialect));
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      const message =
        meant === undefined
          ? `Shinken does not know the setting ${setting.key}; nothing reads it.${hint}`
          : `The blank before the = belongs to the name: this does not set ${meant}.`;
      const at = { file: setting.file, span: setting.node.keySpan };
      report({ at, message, data: { setting, suggestion } });
    }
    for (const { setting } of model.facts('running-setting')) {
      const message = `${setting.key} is something the arbiter keeps about itself; setting it has no use.`;
      report({
        at: { file: setting.file, span: setting.node.keySpan },
        message,
        data: { setting, suggestion: undefined },
      });
    }
  },
  fix({ data: { setting, suggestion } }) {
    const { file, node, value } = setting;
    if (suggestion === undefined || node.equals === undefined) return [];
    const blanks = /^\s*/.exec(value)?.[0].length ?? 0;
    const span = { start: node.keySpan.start, end: node.equals + 1 + (suggestion === setting.key.trim() ? blanks : 0) };
    return [
      { title: `Change to ${suggestion}`, change: edits({ file, span, newText: `${suggestion}=` }), preferred: true },
    ];
  },
});

function namesOf(dialect: '2.4' | '3.0'): string[] {
  return mainSettings.filter(({ since }) => since === undefined || since === dialect).map(({ name }) => name);
}
