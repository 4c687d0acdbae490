import type { Item } from '../../model/item';
import { reportDuplicate } from '../duplicate-name';
import { defineRule } from '../rule';

export const duplicateName = defineRule<undefined>({
  code: 'arbiter/duplicate-name',
  severity: 'warning',
  title: 'Two hosts or two services of one name',
  explain:
    'Two hosts of one name, or two services of one description on one host: the arbiter warns, and one of them counts. Of hosts that is the later one; of services that come out of groups or templates chance decides. The one with the lower `definition_order` counts, if they have different ones, and then nothing is said.',
  example: {
    bad: `
      define host {
          host_name  web-1
          address    192.0.2.1
      }
      define host {
          host_name  web-1
          address    192.0.2.2
      }`,
    good: `
      define host {
          host_name  web-1
          address    192.0.2.1
      }
      define host {
          host_name  web-2
          address    192.0.2.2
      }`,
  },
  check(model, report) {
    for (const fact of model.facts('duplicate-name')) {
      if (fact.outcome !== 'warning') continue;
      const how =
        fact.lost.type === 'service' && isExpanded(fact.lost)
          ? 'which of them counts may change from one start to the next'
          : 'the later one counts, this one is dropped';
      reportDuplicate(report, fact, how);
    }
  },
});

/** A service that was not written for one host alone. */
function isExpanded(service: Item): boolean {
  return service.origins.get('host_name')?.property.value !== service.text('host_name');
}
