import { isDaemonType } from '../../schema';
import { defineRule } from '../rule';
import {
  fixUnknownDirective,
  isFree,
  isWarnedOf,
  suggestDirective,
  type UnknownDirective,
  unknownDirectiveMessage,
} from '../unknown-directive';

export const unknownDirective = defineRule<UnknownDirective>({
  code: 'silent/unknown-directive',
  severity: 'warning',
  title: 'A directive that the type does not have',
  explain:
    'Of hosts and services the arbiter warns of a directive it does not know; everywhere else it keeps it without a word, and nothing ever reads it. Modules have any directive their code asks for, and daemons may be given some for their modules: of those only what resembles a known name is mentioned.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
          time_out      30
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
          timeout       30
      }`,
  },
  check(model, report) {
    for (const { item, property } of model.facts('unknown-property')) {
      if (isWarnedOf(item) || item.type === 'module' || property.key === '{' || property.key.includes('=')) continue;
      const suggestion = suggestDirective(item, property, model);
      if (isFree(item) && suggestion === undefined) continue;
      const data = { property, suggestion };
      const at = { file: property.file, span: property.node.keySpan };
      const severity = isDaemonType(item.type) ? 'hint' : 'warning';
      report({ at, object: item, message: unknownDirectiveMessage(item, data), severity, data });
    }
  },
  fix: ({ data }, model) => fixUnknownDirective(data, model),
});
