import { fixReference, NameSearch, type ReferenceData, reportUnknown } from '../../rules/references';
import { defineRule } from '../../rules/rule';

export const unknownRealmMember = defineRule<ReferenceData>({
  code: 'availability/unknown-realm-member',
  severity: 'error',
  title: 'A member realm that is not defined',
  explain:
    'Shinken passes over a name in `realm_members` that is no realm, without a word. The realm that was meant then stands alone: daemons of the upper realm do not work for it, and its spares take over nothing there.',
  example: {
    bad: `
      define realm {
          realm_name     World
          realm_members  Erope
          default        1
      }
      define realm {
          realm_name     Europe
      }`,
    good: `
      define realm {
          realm_name     World
          realm_members  Europe
          default        1
      }
      define realm {
          realm_name     Europe
      }`,
  },
  check(model, report) {
    const search = new NameSearch(model);
    for (const fact of model.facts('unknown-reference')) {
      if (fact.key !== 'realm_members' || search.isOutside(fact)) continue;
      reportUnknown(search, report, fact, 'Passed over, and nothing is said:', 'error');
    }
  },
  fix: fixReference,
});
