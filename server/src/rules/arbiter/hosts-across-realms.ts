import { type Item, placeOf } from '../../model/item';
import { realmOf } from '../../model/realms';
import { defineRule, type RelatedPlace } from '../rule';

export const hostsAcrossRealms = defineRule<undefined>({
  code: 'arbiter/hosts-across-realms',
  severity: 'error',
  title: 'Linked hosts in different realms',
  explain:
    'Hosts linked by `parents`, by dependencies of theirs or of their services, or by a business rule go to one scheduler together, and so must be in one realm. Where they are not, the arbiter deals none of them to anybody, with all that are linked to them, and refuses the configuration. Cut the link, or move a host.',
  example: {
    bad: `
      define realm {
          realm_name  Europe
          default     1
      }
      define realm {
          realm_name  America
      }
      define host {
          host_name   router
          realm       America
      }
      define host {
          host_name   web-1
          realm       Europe
          parents     router
      }`,
    good: `
      define realm {
          realm_name  Europe
          default     1
      }
      define realm {
          realm_name  America
      }
      define host {
          host_name   router
          realm       Europe
      }
      define host {
          host_name   web-1
          realm       Europe
          parents     router
      }`,
  },
  check(model, report) {
    for (const { hosts, links } of model.facts('hosts-across-realms')) {
      const others = hosts.length > 2 ? `, and ${String(hosts.length - 2)} more hosts are lost with them` : '';
      for (const { from, to, item, why, at } of links) {
        // Said already, by the rule about business rules.
        if (why === 'business-rule') continue;
        report({
          at,
          object: item,
          message: `The ${reasons[why]} links ${to.name} (realm ${realmName(to)}) with ${from.name} (realm ${realmName(from)}): linked hosts must be in one realm${others}.`,
          related: [from, to].flatMap((host): RelatedPlace[] => {
            const place = placeOf(host, host.origins.has('realm') ? 'realm' : 'host_name');
            return place ? [{ ...place, message: `${host.name} is in the realm ${realmName(host)}.` }] : [];
          }),
          data: undefined,
        });
      }
      const [first] = hosts;
      if (links.length > 0 || !first) continue;
      const names = [...new Set(hosts.map(realmName))].join(', ');
      const message = `${first.name} is linked with hosts of more than one realm (${names}), over hosts without any.`;
      report({ at: placeOf(first, 'host_name'), object: first, message, data: undefined });
    }
  },
});

const reasons = { parents: 'parent', dependency: 'dependency' } as const;

function realmName(host: Item): string {
  return realmOf(host)?.name ?? '(none)';
}
