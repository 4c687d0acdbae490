import { placeOf } from '../../model/item';
import type { Item } from '../../model/item';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';

export const realmWithMembers = defineRule<{ readonly realm: Item }>({
  code: 'arbiter/realm-with-members',
  severity: 'error',
  title: 'Hosts listed in a member realm',
  explain:
    'A realm has no `members`: hosts and hostgroups name their realm, and realms below it stand in `realm_members`. In a realm that another one lists, `members` makes the arbiter crash.',
  example: {
    bad: `
      define realm {
          realm_name     World
          realm_members  Europe
          default        1
      }
      define realm {
          realm_name     Europe
          members        web-1
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
    for (const { realm, parent } of model.facts('realm-with-members')) {
      report({
        at: placeOf(realm, 'members', 'key'),
        object: realm,
        message: `The arbiter crashes: a realm that another one (${parent.name}) lists may not have members.`,
        data: { realm },
      });
    }
  },
  fix({ data: { realm } }, model) {
    const property = realm.origins.get('members')?.property;
    const text = property && model.text(property.file);
    if (!property || text === undefined) return [];
    const change = edits(deleteLines(text, property.file, property.node.span));
    return [{ title: 'Delete members', change, preferred: true }];
  },
});
