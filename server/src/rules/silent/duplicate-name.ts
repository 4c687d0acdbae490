import { isDaemonType } from '../../schema';
import { reportDuplicate } from '../duplicate-name';
import { defineRule } from '../rule';

export const duplicateName = defineRule<undefined>({
  code: 'silent/duplicate-name',
  severity: 'warning',
  title: 'Two objects of one name',
  explain:
    'The later one counts and the earlier one is dropped. The arbiter warns of hosts and services only. Of additional information (`hostextinfo`, `serviceextinfo`) one for each host is kept. The object with the lower `definition_order` counts, if they have different ones.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  /bin/true
      }
      define command {
          command_name  check
          command_line  /bin/false
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }
      define command {
          command_name  check-more
          command_line  /bin/false
      }`,
  },
  check(model, report) {
    for (const fact of model.facts('duplicate-name')) {
      // Of daemons the rules about availability speak.
      if (fact.outcome !== 'silent' || isDaemonType(fact.lost.type)) continue;
      reportDuplicate(report, fact, 'the later one counts, this one is dropped without a word');
    }
  },
});
