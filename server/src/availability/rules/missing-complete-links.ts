import { edits, insertDirective, replaceValue } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { placeOfDaemon } from '../topology';
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
    if (!topology) return;
    for (const realm of topology.realms) {
      if (
        realm.flag('broker_complete_links') ||
        !topology.of('scheduler').some((daemon) => !daemon.spare && daemon.realm === realm.name)
      )
        continue;
      const brokers = topology.candidates('broker', realm.name).filter(({ spare }) => !spare);
      const second = brokers[1];
      if (!second) continue;
      report({
        at: placeOfDaemon(second),
        object: second.item,
        message: `${brokers.map(({ name }) => name).join(' and ')} are both active for the realm ${realm.name}, which has no broker_complete_links 1: the arbiter will miss a broker for ever.`,
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
