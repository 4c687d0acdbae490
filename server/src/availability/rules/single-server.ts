import { defineRule } from '../../rules/rule';
import { placeOfDaemon } from '../topology';
import { complete } from './complete';

export const singleServer = defineRule<undefined>({
  code: 'availability/single-server',
  severity: 'information',
  title: 'No daemon has a spare',
  explain:
    'Nothing is wrong: no daemon has `spare 1`, so nobody takes over from a server that fails. The command "Shinken: Generate Spare Definitions…" (`shinken spares` in a terminal) writes the full set for another server.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
      }`,
    good: `
      define arbiter {
          arbiter_name        arbiter-master
          host_name           server1
          address             server1
          check_interval      60
          max_check_attempts  3
      }
      define arbiter {
          arbiter_name        arbiter-spare
          host_name           server3
          address             server3
          spare               1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    const arbiter = topology?.of('arbiter').find(({ invented }) => !invented);
    if (!topology || !arbiter || topology.wantsSpares) return;
    report({
      at: placeOfDaemon(arbiter),
      object: arbiter.item,
      message:
        'No daemon has a spare: what a server does stops when it fails. "Generate Spare Definitions…" writes the full set for another one.',
      data: undefined,
    });
  },
});
