import { headPlace } from '../../model/item';
import { defineRule } from '../rule';
import { titleOf } from '../words';

export const nobodyNotified = defineRule<undefined>({
  code: 'arbiter/nobody-notified',
  severity: 'warning',
  title: 'Nobody to notify',
  explain:
    'Notifications are enabled, as they are by default, and there are no contacts: of its own, from a template, from groups of contacts, or, for a service, from its host. The arbiter warns; nobody will hear of problems.',
  example: {
    bad: `
      define host {
          host_name  web-1
      }`,
    good: `
      define host {
          host_name              web-1
          notifications_enabled  0
      }`,
  },
  check(model, report) {
    const reasons = {
      none: 'it has neither contacts nor contact_groups',
      'empty-groups': 'its contact groups have no members',
      unknown: 'none of its contacts exists',
    };
    for (const { item, why } of model.facts('nobody-notified')) {
      const message = `Nobody is notified of problems with this ${titleOf(item.type)}: ${reasons[why]}.`;
      report({ at: item.source && headPlace(item.source), object: item, message, data: undefined });
    }
  },
});
