import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const incompleteEscalation = defineRule<undefined>({
  code: 'arbiter/incomplete-escalation',
  severity: 'error',
  title: 'An escalation without its beginning or its end',
  explain:
    'An escalation works from `first_notification` to `last_notification`, or from `first_notification_time` to `last_notification_time`: both of a pair are needed, and one of the times makes it an escalation by time. `0` as the last one means no end. The arbiter refuses it otherwise, with a message that says nothing of the reason.',
  example: {
    bad: `
      define escalation {
          escalation_name     to-boss
          first_notification  3
      }`,
    good: `
      define escalation {
          escalation_name     to-boss
          first_notification  3
          last_notification   0
      }`,
  },
  check(model, report) {
    for (const { item, key, timeBased } of model.facts('incomplete-escalation')) {
      const kind = timeBased ? 'an escalation by time' : 'an escalation';
      report({
        at: placeOf(item),
        object: item,
        message: `Shinken refuses ${kind} without ${key}.`,
        data: undefined,
      });
    }
  },
});
