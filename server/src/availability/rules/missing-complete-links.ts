import { placeOf } from '../../model/item';
import { edits, insertDirective, replaceValue } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { placeOfDaemon } from '../topology';
import { listed } from '../words';
import { complete } from './complete';

export const missingCompleteLinks = defineRule<{ readonly realm: string }>({
  code: 'availability/missing-complete-links',
  severity: 'warning',
  title: 'Several active brokers without broker_complete_links',
  explain:
    'Without `broker_complete_links 1` each part of a realm goes to one broker, while the arbiter expects all of them to have it: it reports a missing broker every second, for ever, and a spare broker works only once all the active ones are dead. Set it in the realm, or keep one active broker.',
  example: {
    bad: `
      define realm {
          realm_name             All
          default                1
      }
      define broker {
          broker_name            broker-1
          address                server1
      }
      define broker {
          broker_name            broker-2
          address                server2
      }`,
    good: `
      define realm {
          realm_name             All
          default                1
          broker_complete_links  1
      }
      define broker {
          broker_name            broker-1
          address                server1
      }
      define broker {
          broker_name            broker-2
          address                server2
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    for (const realm of topology?.realms ?? []) {
      if (!topology || realm.flag('broker_complete_links') || topology.schedulers(realm.name).length === 0) continue;
      const candidates = new Set(topology.candidates('broker', realm.name));
      const brokers = [...candidates].filter(({ spare }) => !spare);
      const second = brokers[1];
      if (!second) continue;
      report({
        at:
          placeOf(realm, realm.origins.has('broker_complete_links') ? 'broker_complete_links' : 'realm_name') ??
          placeOfDaemon(second),
        object: realm,
        message: `${listed(brokers.map(({ name }) => name))} are active for the realm ${realm.name}, which lacks broker_complete_links 1: the arbiter reports a missing broker every second${brokers.length < candidates.size ? ', and the spare comes in only when all of them are dead' : ''}.`,
        related: brokers.flatMap((broker) => {
          const place = placeOfDaemon(broker);
          return place ? [{ ...place, message: `the broker ${broker.name}` }] : [];
        }),
        data: { realm: realm.name },
      });
    }
  },
  fix({ data }, model) {
    const source = model.find('realm', data.realm)?.source;
    const text = source && model.text(source.file);
    if (!source || text === undefined) return [];
    const written = source.properties.filter(({ key }) => key === 'broker_complete_links').at(-1);
    const edit = written ? replaceValue(written, '1') : insertDirective(source, text, 'broker_complete_links', '1');
    return [{ title: `Set broker_complete_links 1 in the realm ${data.realm}`, change: edits(edit), preferred: true }];
  },
});
