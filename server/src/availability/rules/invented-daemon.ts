import type { FilePath } from '../../project/types';
import { defineRule } from '../../rules/rule';
import type { DaemonType } from '../../schema';
import { defineMissing } from '../missing-daemons';
import { placeOfDaemon } from '../topology';
import { complete } from './complete';

export const inventedDaemon = defineRule<{
  readonly kinds: readonly DaemonType[];
  readonly beside: FilePath | undefined;
}>({
  code: 'availability/invented-daemon',
  severity: 'warning',
  title: 'A kind of daemon that is not defined',
  explain:
    'Where no scheduler, poller, reactionner or broker is defined at all, Shinken invents one on `localhost`, which is another machine once a spare arbiter leads. Nothing stands in for it, and an invented arbiter cannot have a spare either. Where other daemons have spares, define these, too.',
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
          arbiter_name      arbiter-master
          host_name         server1
          address           server1
      }
      define arbiter {
          arbiter_name      arbiter-spare
          host_name         server3
          address           server3
          spare             1
      }
      define scheduler {
          scheduler_name    scheduler-master
          address           server1
      }
      define poller {
          poller_name       poller-master
          address           server1
      }
      define reactionner {
          reactionner_name  reactionner-master
          address           server1
      }
      define broker {
          broker_name       broker-master
          address           server1
          manage_arbiters   1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology?.wantsSpares) return;
    const kinds = [...new Set(topology.daemons.filter(({ invented }) => invented).map(({ kind }) => kind))];
    const defined = topology.daemons.filter(({ invented }) => !invented);
    const first = defined.find(({ kind }) => kind === 'arbiter') ?? defined.find(({ spare }) => spare);
    if (!first || kinds.length === 0) return;
    const others = kinds.filter((kind) => kind !== 'arbiter');
    const it = others.length === 1 ? 'one' : 'one of each';
    report({
      at: placeOfDaemon(first),
      object: first.item,
      message: [
        ...(kinds.includes('arbiter')
          ? ['No arbiter is defined: it has no spare, and when its machine dies nobody leads.']
          : []),
        ...(others.length > 0
          ? [
              `No ${others.join(', no ')} is defined: Shinken invents ${it} on localhost, wherever the arbiter runs, and ${others.length === 1 ? 'it has' : 'they have'} no spare.`,
            ]
          : []),
      ].join(' '),
      data: { kinds: others, beside: first.item.source?.file },
    });
  },
  fix({ data: { kinds, beside } }, model) {
    const fix = beside === undefined ? undefined : defineMissing(model, kinds, beside);
    return fix ? [fix] : [];
  },
});
