import { placeOf } from '../../model/item';
import { realmOf } from '../../model/realms';
import { defineRule } from '../rule';

export const groupRealmsDiffer = defineRule<undefined>({
  code: 'silent/group-realms-differ',
  severity: 'warning',
  title: 'A host between two realms',
  explain:
    'A host that names no realm gets the realm of its hostgroups. Where these have different ones the last group that Shinken read counts, and nobody says so. Write the realm on the host.',
  example: {
    bad: `
      define realm {
          realm_name      Europe
          default         1
      }
      define realm {
          realm_name      America
      }
      define hostgroup {
          hostgroup_name  web
          realm           Europe
          members         web-1
      }
      define hostgroup {
          hostgroup_name  us
          realm           America
          members         web-1
      }
      define host {
          host_name       web-1
      }`,
    good: `
      define realm {
          realm_name      Europe
          default         1
      }
      define hostgroup {
          hostgroup_name  web
          realm           Europe
          members         web-1
      }
      define host {
          host_name       web-1
      }`,
  },
  check(model, report) {
    for (const { host, ignored, counts } of model.facts('group-realms-differ')) {
      const places = [ignored, counts].flatMap((group) => {
        const place = placeOf(group, 'realm');
        return place ? [{ ...place, message: `The realm of the hostgroup ${group.name}.` }] : [];
      });
      report({
        at: placeOf(host, 'host_name'),
        object: host,
        message: `${host.name} goes to the realm ${realmOf(counts)?.name ?? ''} of its hostgroup ${counts.name}, not to ${realmOf(ignored)?.name ?? ''} of ${ignored.name}.`,
        related: places,
        data: undefined,
      });
    }
  },
});
