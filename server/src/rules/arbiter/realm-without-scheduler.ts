import { type Item, placeOf } from '../../model/item';
import { edits, replaceValue } from '../edits';
import { defineRule } from '../rule';

export const realmWithoutScheduler = defineRule<{ readonly spares: readonly Item[] }>({
  code: 'arbiter/realm-without-scheduler',
  severity: 'error',
  title: 'A realm with hosts and no scheduler',
  explain:
    'A realm that has hosts needs a scheduler in that very realm that is no spare. One in a realm above does not count, and a spare only ever replaces another.',
  example: {
    bad: `
      define realm {
          realm_name      Europe
          default         1
      }
      define scheduler {
          scheduler_name  scheduler-europe
          spare           1
      }
      define host {
          host_name       web-1
      }`,
    good: `
      define realm {
          realm_name      Europe
          default         1
      }
      define scheduler {
          scheduler_name  scheduler-europe
      }
      define host {
          host_name       web-1
      }`,
  },
  check(model, report) {
    for (const { realm, hosts, spares } of model.facts('realm-without-scheduler')) {
      const [host] = hosts;
      const place = host && placeOf(host, host.origins.has('realm') ? 'realm' : 'host_name');
      const count = `${String(hosts.length)} ${hosts.length === 1 ? 'host' : 'hosts'}`;
      const onlySpares = spares.length === 0 ? '' : `, only ${spares.map(({ name }) => name).join(', ')} as a spare`;
      const [spare] = spares;
      report({
        at: spare ? placeOf(spare, 'spare') : realm.source ? placeOf(realm, 'realm_name') : place,
        object: realm,
        message: `The realm ${realm.name} has ${count} and no scheduler${onlySpares}.`,
        related: place ? [{ ...place, message: `${host.name} is in the realm ${realm.name}.` }] : [],
        data: { spares },
      });
    }
  },
  fix({ data: { spares } }) {
    const [spare] = spares;
    const written = spare?.origins.get('spare')?.property;
    if (!spare || !written) return [];
    return [{ title: `Make ${spare.name} an active scheduler`, change: edits(replaceValue(written, '0')) }];
  },
});
