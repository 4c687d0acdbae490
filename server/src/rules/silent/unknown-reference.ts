import type { FactOf } from '../../model/types';
import { defineRule } from '../rule';
import { fixReference, NameSearch, type ReferenceData, reportUnknown } from '../references';

/** Targets that have rules of their own. */
const elsewhere: ReadonlySet<string> = new Set(['template', 'realm', 'module', 'poller-tag', 'reactionner-tag']);

export const unknownReference = defineRule<ReferenceData>({
  code: 'silent/unknown-reference',
  severity: 'warning',
  title: 'A name that leads nowhere, without a word',
  explain:
    'In some places Shinken does not mind a name that does not exist: it is as if it were not written. Such places are `notificationways` of a contact, `snapshot_command`, the groups within groups, groups in an expression of a service, host groups and the period of a host dependency, the hosts and services of an escalation, and the command of a discovery run.',
  example: {
    bad: `
      define notificationway {
          notificationway_name          mail
          host_notification_options     n
          service_notification_options  n
      }
      define contact {
          contact_name                  alice
          notificationways              mail,sms
      }`,
    good: `
      define notificationway {
          notificationway_name          mail
          host_notification_options     n
          service_notification_options  n
      }
      define contact {
          contact_name                  alice
          notificationways              mail
      }`,
  },
  check(model, report) {
    const search = new NameSearch(model);
    for (const fact of model.facts('unknown-reference')) {
      if (fact.outcome !== 'silent' || elsewhere.has(fact.target) || search.isOutside(fact)) continue;
      reportUnknown(search, report, fact, `${effect(fact)}, and nothing is said:`, 'warning');
    }
  },
  fix: fixReference,
});

function effect({ key, item }: FactOf<'unknown-reference'>): string {
  switch (key) {
    case 'notificationways':
      return 'The contact is not notified this way';
    case 'snapshot_command':
      return 'No snapshot is ever taken';
    case 'dependency_period':
      return 'The dependency holds at all times';
    case 'discoveryrun_command':
      return 'The discovery runs nothing';
    case 'host_name':
    case 'service_description':
      return item.type === 'escalation' ? 'Nothing is escalated here' : 'Passed over';
    default:
      return 'Passed over';
  }
}
