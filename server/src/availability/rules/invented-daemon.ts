import { defineRule } from '../../rules/rule';
import { placeOfDaemon } from '../topology';
import { complete } from './complete';

export const inventedDaemon = defineRule<undefined>({
  code: 'availability/invented-daemon',
  severity: 'warning',
  title: 'A kind of daemon that is not defined',
  explain:
    'Where no scheduler, poller, reactionner or broker is defined at all, Shinken invents one on `localhost`, which is another machine once a spare arbiter leads. Where other daemons have spares, define this one, too.',
  example: {
    bad: `
      define arbiter {
          arbiter_name   arbiter-master
          host_name      server1
          address        server1
      }
      define arbiter {
          arbiter_name   arbiter-spare
          host_name      server3
          address        server3
          spare          1
      }`,
    good: `
      define arbiter {
          arbiter_name   arbiter-master
          host_name      server1
          address        server1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology?.wantsSpares) return;
    const arbiter =
      topology.of('arbiter').find(({ invented }) => !invented) ?? topology.daemons.find(({ invented }) => !invented);
    const kinds = [
      ...new Set(
        topology.daemons.filter(({ invented, kind }) => invented && kind !== 'arbiter').map(({ kind }) => kind),
      ),
    ];
    if (!arbiter || kinds.length === 0) return;
    report({
      at: placeOfDaemon(arbiter),
      object: arbiter.item,
      message: `No ${kinds.join(', no ')} is defined: Shinken invents one on localhost, wherever the arbiter runs at that moment.`,
      data: undefined,
    });
  },
});
