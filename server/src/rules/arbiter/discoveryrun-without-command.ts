import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const discoveryrunWithoutCommand = defineRule<undefined>({
  code: 'arbiter/discoveryrun-without-command',
  severity: 'error',
  title: 'A discovery run without a command',
  explain: 'The arbiter refuses a discovery run without `discoveryrun_command`.',
  example: {
    bad: `
      define discoveryrun {
          discoveryrun_name     nmap
      }`,
    good: `
      define discoveryrun {
          discoveryrun_name     nmap
          discoveryrun_command  nmap_runner
      }
      define command {
          command_name          nmap_runner
          command_line          /usr/bin/nmap_runner
      }`,
  },
  check(model, report) {
    for (const { item } of model.facts('discoveryrun-without-command')) {
      const message = `Shinken refuses discovery run ${item.name}: it has no discoveryrun_command.`;
      report({ at: placeOf(item), object: item, message, data: undefined });
    }
  },
});
