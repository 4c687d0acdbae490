import { fixRepeated, type Repeated } from '../repeated-directive';
import { defineRule } from '../rule';

export const oldNameIgnored = defineRule<Repeated>({
  code: 'silent/old-name-ignored',
  severity: 'warning',
  title: 'An old name of a directive beside its new one',
  explain:
    'Some directives have an old name that still works: `normal_check_interval`, `criticity` and others. Where both are written the new name counts, and nothing is said.',
  example: {
    bad: `
      define host {
          host_name        web-1
          criticity        3
          business_impact  4
      }`,
    good: `
      define host {
          host_name        web-1
          business_impact  4
      }`,
  },
  check(model, report) {
    for (const { item, property, newName } of model.facts('old-name-ignored')) {
      const { file, node, key } = property;
      const message = `${key} is an old name of ${newName}, which is written as well and counts.`;
      report({
        at: { file, span: node.span },
        object: item,
        message,
        unnecessary: true,
        deprecated: true,
        data: { lost: property },
      });
    }
  },
  fix: ({ data }, model) => fixRepeated(data, model),
});
