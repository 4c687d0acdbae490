import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const passiveDiffers = defineRule<{ readonly kind: string; readonly name: string; readonly passive: boolean }>({
  code: 'availability/passive-differs',
  severity: 'warning',
  title: 'A spare is asked the other way round',
  explain:
    'A passive poller or reactionner waits for the scheduler to call it, an active one calls the scheduler: a firewall between them usually lets only one way through. A spare must be of the same kind as its master. A passive one is called by schedulers of its own realm only, so in a realm above it does nothing for the realms below.',
  example: {
    bad: `
      define poller {
          poller_name  poller-master
          address      server1
          passive      1
      }
      define poller {
          poller_name  poller-spare
          address      server3
          spare        1
      }`,
    good: `
      define poller {
          poller_name  poller-master
          address      server1
          passive      1
      }
      define poller {
          poller_name  poller-spare
          address      server3
          passive      1
          spare        1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const daemon of [...topology.of('poller'), ...topology.of('reactionner')]) {
      const passive = daemon.item.flag('passive');
      const masters = topology.mastersOf(daemon);
      const [master] = masters;
      if (master && masters.every(({ item }) => item.flag('passive') !== passive)) {
        report({
          at: placeOfDaemon(daemon, 'passive'),
          object: daemon.item,
          message: `${daemon.name} is ${passive ? 'passive' : 'active'} and ${master.name} is not: schedulers would have to reach it the other way round.`,
          data: { kind: daemon.kind, name: daemon.name, passive: !passive },
        });
      }
      const below =
        passive && daemon.managesSubRealms && daemon.realm !== undefined ? topology.descendants(daemon.realm) : [];
      const served = below.filter((realm) => topology.of('scheduler').some((scheduler) => scheduler.realm === realm));
      if (served.length > 0) {
        report({
          at: placeOfDaemon(daemon, 'passive'),
          object: daemon.item,
          message: `A passive ${daemon.kind} works for schedulers of its own realm only: ${daemon.name} does nothing for ${served.join(', ')}.`,
          data: { kind: daemon.kind, name: daemon.name, passive: false },
        });
      }
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const edit = daemon?.spare ? setDirective(model, daemon, 'passive', data.passive ? '1' : '0') : undefined;
    return edit ? [{ title: `Set passive ${data.passive ? '1' : '0'}`, change: edits(edit) }] : [];
  },
});
