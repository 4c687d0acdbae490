import { defineRule } from '../rule';

export const relativeModulesDir = defineRule<undefined>({
  code: 'silent/relative-modules-dir',
  severity: 'information',
  title: 'A relative folder of modules',
  explain:
    'A relative `modules_dir` starts in the folder from which the arbiter is started, not in that of the file. Where there is no such folder the arbiter crashes before it has checked anything.',
  example: { bad: 'modules_dir=modules', good: 'modules_dir=/var/lib/shinken/modules' },
  check(model, report) {
    for (const { setting } of model.facts('relative-modules-dir')) {
      const message = 'This starts in the folder from which the arbiter is started, and must exist there.';
      report({ at: { file: setting.file, span: setting.node.value.span }, message, data: undefined });
    }
  },
});
