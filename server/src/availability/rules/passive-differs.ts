import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { mastersOf } from '../stand-ins';
import { placeOfDaemon, topologyOf } from '../topology';
import { daemonsListed, realmsListed } from '../words';
import { complete } from './complete';

interface Data {
  readonly kind: string;
  readonly name: string;
  /** What the spare should say; undefined for a daemon that should leave the realms below alone. */
  readonly passive: boolean | undefined;
}

export const passiveDiffers = defineRule<Data>({
  code: 'availability/passive-differs',
  severity: 'warning',
  title: 'A spare is asked the other way round',
  explain:
    'A passive poller or reactionner waits for the scheduler to call it, an active one calls the scheduler: a firewall between them usually lets only one way through. A spare must be of the same kind as its master. A passive one is called by schedulers of its own realm only, so in a realm above it does nothing for the realms below: give it `manage_sub_realms 0` there.',
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
      const masters = mastersOf(topology, daemon);
      const [master] = masters;
      if (daemon.spare && master && masters.every(({ item }) => item.flag('passive') !== passive)) {
        report({
          at: placeOfDaemon(daemon, 'passive'),
          object: daemon.item,
          message: passive
            ? `${daemon.name} waits to be called by the schedulers (passive 1), but ${daemonsListed(masters)} ${masters.length === 1 ? 'calls' : 'call'} them: the way may be closed when it takes over.`
            : `${daemon.name} calls the schedulers, but ${daemonsListed(masters)} ${masters.length === 1 ? 'waits' : 'wait'} to be called (passive 1): the way may be closed when it takes over.`,
          data: { kind: daemon.kind, name: daemon.name, passive: !passive },
        });
      }
      const below =
        passive && daemon.managesSubRealms && daemon.realm !== undefined ? topology.descendants(daemon.realm) : [];
      const served = below.filter((realm) => topology.schedulers(realm).length > 0);
      if (served.length > 0) {
        report({
          at: placeOfDaemon(daemon, 'passive'),
          object: daemon.item,
          message: `A passive ${daemon.kind} is called by schedulers of its own realm only: ${daemon.name} counts for ${realmsListed(served)} and does nothing there.`,
          data: { kind: daemon.kind, name: daemon.name, passive: undefined },
        });
      }
    }
  },
  fix({ data: { kind, name, passive } }, model) {
    const daemon = topologyOf(model).daemons.find((other) => other.kind === kind && other.name === name);
    if (!daemon) return [];
    const [key, value] = passive === undefined ? ['manage_sub_realms', '0'] : ['passive', passive ? '1' : '0'];
    const edit = setDirective(model, daemon, key, value);
    return edit ? [{ title: `Set ${key} ${value}`, change: edits(edit) }] : [];
  },
});
