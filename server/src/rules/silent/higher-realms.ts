import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const higherRealms = defineRule<undefined>({
  code: 'silent/higher-realms',
  severity: 'warning',
  title: 'Higher realms written by hand',
  explain:
    'Shinken computes `higher_realms` from the `realm_members` of the realms above, and throws away what is written there. List this realm in the `realm_members` of the other.',
  example: {
    bad: `
      define realm {
          realm_name     Europe
          higher_realms  World
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
    for (const { realm } of model.facts('realm-higher-realms')) {
      report({
        at: placeOf(realm, 'higher_realms', 'key'),
        object: realm,
        message: `This does nothing: list ${realm.name} in the realm_members of the other realm instead.`,
        data: undefined,
      });
    }
  },
});
