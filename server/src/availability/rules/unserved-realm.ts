import { placeOf } from '../../model/item';
import { defineRule } from '../../rules/rule';
import { complete } from './complete';

const needs = [
  ['poller', 'its checks are never run'],
  ['reactionner', 'its notifications are never sent'],
] as const;

export const unservedRealm = defineRule<undefined>({
  code: 'availability/unserved-realm',
  severity: 'error',
  title: 'A realm with hosts that no poller or reactionner serves',
  explain:
    'The arbiter accepts a realm without a poller or a reactionner in it, or above it with `manage_sub_realms 1`, and says nothing: the checks of its hosts are never run, or their notifications never sent. Define one for that realm.',
  example: {
    bad: `
      define realm {
          realm_name         All
          default            1
      }
      define realm {
          realm_name         Other
      }
      define scheduler {
          scheduler_name     scheduler-master
          address            server1
      }
      define poller {
          poller_name        poller-other
          address            server2
          realm              Other
      }
      define host {
          host_name          web-1
          max_check_attempts 3
      }`,
    good: `
      define realm {
          realm_name         All
          default            1
      }
      define scheduler {
          scheduler_name     scheduler-master
          address            server1
      }
      define poller {
          poller_name        poller-master
          address            server1
      }
      define host {
          host_name          web-1
          max_check_attempts 3
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    for (const realm of topology?.realms ?? []) {
      const hosts = topology?.hosts(realm.name).length ?? 0;
      if (!topology || hosts === 0) continue;
      for (const [kind, consequence] of needs) {
        if (topology.candidates(kind, realm.name).length > 0) continue;
        report({
          at: placeOf(realm, 'realm_name'),
          object: realm,
          message: `The realm ${realm.name} has ${hosts === 1 ? 'one host' : `${String(hosts)} hosts`} and no ${kind} reaches it: ${consequence}.`,
          data: undefined,
        });
      }
    }
  },
});
