import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { realmsListed } from '../words';
import { complete } from './complete';

export const implicitSubRealms = defineRule<{ readonly kind: string; readonly name: string }>({
  code: 'availability/implicit-sub-realms',
  severity: 'hint',
  title: 'Whether a daemon works for the realms below is left to a default',
  explain:
    "Where a realm has realms below it, `manage_sub_realms` decides whether this daemon works for them too. Left out it is 1, although Shinken's documentation says 0 for pollers. Write what you mean.",
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
      define poller {
          poller_name        poller-world
          realm              World
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
      define poller {
          poller_name        poller-world
          realm              World
          manage_sub_realms  1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    for (const daemon of topology?.daemons ?? []) {
      if (daemon.kind === 'arbiter' || daemon.kind === 'scheduler' || daemon.invented) continue;
      if (daemon.realm === undefined || daemon.item.origins.has('manage_sub_realms')) continue;
      const below = topology?.descendants(daemon.realm) ?? [];
      if (below.length === 0) continue;
      report({
        at: placeOfDaemon(daemon, 'realm'),
        object: daemon.item,
        message: `${daemon.name} works for ${realmsListed(below)} as well: manage_sub_realms is 1 when it is left out.`,
        data: { kind: daemon.kind, name: daemon.name },
      });
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    return ['1', '0'].flatMap((value) => {
      const edit = daemon && setDirective(model, daemon, 'manage_sub_realms', value);
      return edit ? [{ title: `Write manage_sub_realms ${value}`, change: edits(edit), preferred: value === '1' }] : [];
    });
  },
});
