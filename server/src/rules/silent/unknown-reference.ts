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
    'In some places Shinken does not mind a name that does not exist: it is as if it were not written. Such places are `notificationways` of a contact, `snapshot_command`, the groups within groups, groups in an expression of a service, host groups and the period of a host dependency, the hosts and services of an escalation, the command of a discovery run, and everything in a template that no object takes over.',
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
    const facts = model.facts('unknown-reference');
    const heard = new Set(facts.filter(({ outcome }) => outcome !== 'silent').map(placeKey));
    for (const fact of facts) {
      if (fact.outcome !== 'silent' || elsewhere.has(fact.target) || search.isOutside(fact)) continue;
      if (fact.item.isTemplate && heard.has(placeKey(fact))) continue;
      reportUnknown(search, report, fact, effect(fact), 'warning');
    }
  },
  fix: fixReference,
});

function placeKey({ at }: FactOf<'unknown-reference'>): string {
  return at === undefined ? '' : `${at.file}:${String(at.span.start)}`;
}

function effect({ key, item }: FactOf<'unknown-reference'>): string {
  if (item.isTemplate) return 'Nothing is said as long as nobody takes this over from the template:';
  const what = consequences[key] ?? 'Passed over';
  const escalated = item.type === 'escalation' && (key === 'host_name' || key === 'service_description');
  return `${escalated ? 'Nothing is escalated here' : what}, and nothing is said:`;
}

const consequences: Readonly<Record<string, string | undefined>> = {
  dependency_period: 'The dependency holds at all times',
  discoveryrun_command: 'The discovery runs nothing',
  notificationways: 'The contact is not notified this way',
  snapshot_command: 'No snapshot is ever taken',
};
