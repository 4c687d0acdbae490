import type { RawSetting } from '../../project/types';
import { defineRule } from '../rule';

export const nestedInclude = defineRule<{ readonly setting: RawSetting }>({
  code: 'silent/nested-include',
  severity: 'warning',
  title: 'An include in an included file',
  explain:
    'Shinken obeys `cfg_file`, `cfg_dir`, `resource_file` and `triggers_dir` in a main file only. In a file that is itself included the line is read as a setting that nobody uses. Move it to the main file.',
  example: {
    bad: 'cfg_file=site.cfg\n#- site.cfg\ncfg_dir=hosts\n',
    good: 'cfg_file=site.cfg\ncfg_dir=hosts\n#- site.cfg\nlog_level=INFO\n#- hosts/web.cfg\n',
  },
  check(model, report) {
    for (const { setting } of model.facts('nested-include')) {
      const message = `Nobody reads this: ${setting.key} works in a main file only.`;
      report({ at: { file: setting.file, span: setting.node.span }, message, data: { setting } });
    }
  },
});
