import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const hostAndGroupRealmsDiffer = defineRule<undefined>({
  code: 'arbiter/host-and-group-realms-differ',
  severity: 'warning',
  title: 'A host in another realm than its hostgroup',
  explain:
    'A hostgroup gives its realm to those members that name none. A host keeps its own, and the arbiter warns where the two differ.',
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
          realm           America
          members         web-1
      }
      define host {
          host_name       web-1
          realm           Europe
      }`,
    good: `
      define realm {
          realm_name      Europe
          default         1
      }
      define realm {
          realm_name      America
      }
      define hostgroup {
          hostgroup_name  web
          realm           America
          members         web-1
      }
      define host {
          host_name       web-1
      }`,
  },
  check(model, report) {
    for (const { host, realm, group, groupRealm } of model.facts('host-and-group-realms-differ')) {
      const place = placeOf(group, 'realm');
      report({
        at: placeOf(host, 'realm'),
        object: host,
        message: `${host.name} stays in the realm ${realm.name}, though its hostgroup ${group.name} is in ${groupRealm.name}.`,
        related: place ? [{ ...place, message: `The realm of the hostgroup ${group.name}.` }] : [],
        data: undefined,
      });
    }
  },
});
