import { defineRule } from '../rule';
import {
  fixUnknownDirective,
  isWarnedOf,
  suggestDirective,
  type UnknownDirective,
  unknownDirectiveMessage,
} from '../unknown-directive';

export const unknownDirective = defineRule<UnknownDirective>({
  code: 'arbiter/unknown-directive',
  severity: 'warning',
  title: 'A directive that hosts or services do not have',
  explain:
    'The arbiter keeps the directive, warns that it is guessing its type, and nothing ever reads it. Names are case sensitive. A value of your own for commands to use is a custom macro: its name begins with `_`.',
  example: {
    bad: `
      define host {
          host_name          web-1
          max_check_atempts  3
      }`,
    good: `
      define host {
          host_name           web-1
          max_check_attempts  3
      }`,
  },
  check(model, report) {
    for (const { item, property } of model.facts('unknown-property')) {
      if (!isWarnedOf(item) || property.key === '{') continue;
      const data = { property, suggestion: suggestDirective(item, property, model) };
      const at = { file: property.file, span: property.node.keySpan };
      report({ at, object: item, message: unknownDirectiveMessage(item, data), data });
    }
  },
  fix: ({ data }, model) => fixUnknownDirective(data, model),
});
