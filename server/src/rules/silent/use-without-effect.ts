import { deleteLines } from '../fixes';
import { edits } from '../edits';
import { defineRule } from '../rule';
import { titleOf } from '../words';
import type { RawProperty } from '../../project/types';

export const useWithoutEffect = defineRule<{ readonly property: RawProperty }>({
  code: 'silent/use-without-effect',
  severity: 'warning',
  title: '`use` where nothing is inherited',
  explain:
    'Only hosts, services, contacts, time periods, escalations, dependencies and additional information inherit from templates. In groups, commands, notification ways, modulations, realms, modules and daemons `use` is accepted and does nothing. That of a discovery rule is meant for what the rule makes, and does not get there.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
          use           generic-command
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  check(model, report) {
    for (const { item, property } of model.facts('use-without-effect')) {
      const { file, node } = property;
      const message =
        item.type === 'discoveryrule'
          ? 'Shinken 2.4 keeps use for the rule itself by a slip: what the rule makes does not get it.'
          : `A ${titleOf(item.type)} inherits nothing: use has no effect here.`;
      report({ at: { file, span: node.span }, object: item, message, unnecessary: true, data: { property } });
    }
  },
  fix: ({ file, data: { property } }, model) => [
    {
      title: 'Remove the line',
      change: edits(deleteLines(model.text(file) ?? '', file, property.node.span)),
      preferred: true,
    },
  ],
});
