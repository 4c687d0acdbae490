import { type Item, placeOf } from '../../model/item';
import { ancestors, daemonsOf } from '../../model/realms';
import { edits, replaceValue } from '../edits';
import { defineRule } from '../rule';

export const schedulerWithoutBroker = defineRule<{ readonly realm: Item }>({
  code: 'arbiter/scheduler-without-broker',
  severity: 'error',
  title: 'A scheduler that no broker listens to',
  explain:
    'Every scheduler, a spare one and one without hosts as well, needs a broker in its realm, or one in a realm above with `manage_sub_realms 1`. The arbiter refuses it otherwise.',
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
          realm              Europe
      }
      define broker {
          broker_name        broker-world
          realm              World
          manage_sub_realms  0
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
          realm              Europe
      }
      define broker {
          broker_name        broker-world
          realm              World
          manage_sub_realms  1
      }`,
  },
  check(model, report) {
    for (const { scheduler, realm } of model.facts('scheduler-without-broker')) {
      report({
        at: placeOf(scheduler, 'scheduler_name'),
        object: scheduler,
        message: `No broker listens to ${scheduler.name}: there is none in the realm ${realm.name}, and none above it that manages sub realms.`,
        data: { realm },
      });
    }
  },
  fix({ data: { realm } }) {
    return ancestors(realm)
      .flatMap((above) => daemonsOf(above, 'broker'))
      .flatMap((broker) => {
        const written = broker.flag('spare') ? undefined : broker.origins.get('manage_sub_realms')?.property;
        const title = `Set manage_sub_realms 1 on ${broker.name}, which then listens to ${realm.name} as well`;
        return written ? [{ title, change: edits(replaceValue(written, '1')) }] : [];
      });
  },
});
