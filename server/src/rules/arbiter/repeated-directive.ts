import { defineRule } from '../rule';
import { fixRepeated, relatedLine, type Repeated } from '../repeated-directive';

export const repeatedDirective = defineRule<Repeated>({
  code: 'arbiter/repeated-directive',
  severity: 'error',
  title: 'A directive of a command that is written twice',
  explain:
    'The arbiter crashes on a `command_name` or a `command_line` that stands in one command twice, and on the names of discovery objects likewise.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
          command_line  /bin/false
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  check(model, report) {
    for (const { item, lost, kept, crashes } of model.facts('repeated-property')) {
      if (!crashes) continue;
      const message = `The arbiter crashes on a second ${lost.key} in one object.`;
      report({
        at: { file: lost.file, span: lost.node.span },
        object: item,
        message,
        related: [relatedLine(kept, 'the other one')],
        data: { lost },
      });
    }
  },
  fix: ({ data }, model) => fixRepeated(data, model),
});
