import { type Item, placeOf } from '../../model/item';
import type { Model } from '../../model/types';
import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { type RealmKind, topologyOf } from '../topology';
import { complete } from './complete';

const needs = [
  ['poller', 'its checks are never run', isChecked],
  ['reactionner', 'its notifications are never sent', isReactedTo],
] as const;

export const unservedRealm = defineRule<{ readonly kind: RealmKind; readonly realm: string }>({
  code: 'availability/unserved-realm',
  severity: 'error',
  title: 'A realm with hosts that no poller or reactionner serves',
  explain:
    'The arbiter accepts a realm without a poller or a reactionner in it, or above it with `manage_sub_realms 1`, and says nothing: the checks of its hosts are never run, or their notifications never sent. Define one for that realm.',
  example: {
    bad: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define scheduler {
          scheduler_name     scheduler-europe
          address            server1
          realm              Europe
      }
      define poller {
          poller_name        poller-world
          address            server2
          realm              World
          manage_sub_realms  0
      }
      define command {
          command_name       ping
          command_line       /bin/true
      }
      define host {
          host_name          web-1
          realm              Europe
          check_command      ping
          max_check_attempts 3
      }`,
    good: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define scheduler {
          scheduler_name     scheduler-europe
          address            server1
          realm              Europe
      }
      define poller {
          poller_name        poller-world
          address            server2
          realm              World
          manage_sub_realms  1
      }
      define command {
          command_name       ping
          command_line       /bin/true
      }
      define host {
          host_name          web-1
          realm              Europe
          check_command      ping
          max_check_attempts 3
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    // Who defines no daemon at all has not come to that yet.
    if (!topology?.daemons.some(({ invented }) => !invented)) return;
    for (const realm of topology.realms) {
      const hosts = topology.hosts(realm.name).length;
      if (hosts === 0) continue;
      for (const [kind, consequence, isWorkFor] of needs) {
        if (
          topology.candidates(kind, realm.name).length > 0 ||
          !monitored(model, topology.hosts(realm.name)).some(isWorkFor)
        )
          continue;
        report({
          at: placeOf(realm, 'realm_name'),
          object: realm,
          message: `The realm ${realm.name} has ${hosts === 1 ? 'one host' : `${String(hosts)} hosts`} and no ${kind} reaches it: ${consequence}.`,
          data: { kind, realm: realm.name },
        });
      }
    }
  },
  fix({ data: { kind, realm } }, model) {
    const topology = topologyOf(model);
    return topology.of(kind).flatMap((daemon) => {
      const above = daemon.realm !== undefined && topology.descendants(daemon.realm).includes(realm);
      const edit = above && !daemon.spare ? setDirective(model, daemon, 'manage_sub_realms', '1') : undefined;
      const title = `Set manage_sub_realms 1 on ${daemon.name}, which then works for ${realm} as well`;
      return edit ? [{ title, change: edits(edit) }] : [];
    });
  },
});

/** Hosts and their services. */
function monitored(model: Model, hosts: readonly Item[]): readonly Item[] {
  const names = new Set(hosts.map(({ name }) => name));
  return [...hosts, ...model.items('service').filter((service) => names.has(service.text('host_name') ?? ''))];
}

/** A poller has nothing to do for what only waits for passive results, nor for what Shinken answers itself. */
function isChecked(item: Item): boolean {
  return item.flag('active_checks_enabled', true) && isRun(item, 'check_command');
}

const isRun = (item: Item, key: string): boolean =>
  item.calls.get(key)?.some(({ command }) => command?.source !== undefined) ?? false;

/** A reactionner has nothing to do where nobody is told and nothing is done. */
function isReactedTo(item: Item): boolean {
  const isTold = item.flag('notifications_enabled', true) && (item.links.get('contacts') ?? []).length > 0;
  return isTold || isRun(item, 'event_handler') || isRun(item, 'snapshot_command');
}
