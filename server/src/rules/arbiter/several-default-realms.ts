import { type Item, placeOf } from '../../model/item';
import { edits, replaceValue } from '../edits';
import type { RelatedPlace } from '../rule';
import { defineRule } from '../rule';

export const severalDefaultRealms = defineRule<{ readonly realm: Item }>({
  code: 'arbiter/several-default-realms',
  severity: 'error',
  title: 'More than one default realm',
  explain: 'Only one realm may have `default 1`; the arbiter refuses more.',
  example: {
    bad: `
      define realm {
          realm_name  Europe
          default     1
      }
      define realm {
          realm_name  America
          default     1
      }`,
    good: `
      define realm {
          realm_name  Europe
          default     1
      }
      define realm {
          realm_name  America
      }`,
  },
  check(model, report) {
    for (const { realms } of model.facts('several-default-realms')) {
      for (const realm of realms) {
        const others = realms.filter((other) => other !== realm);
        report({
          at: placeOf(realm, 'default'),
          object: realm,
          message: `The arbiter refuses two default realms: ${others.map(({ name }) => name).join(', ')} is one as well.`,
          related: others.flatMap((other): RelatedPlace[] => {
            const place = placeOf(other, 'default');
            return place ? [{ ...place, message: `${other.name} is a default realm as well.` }] : [];
          }),
          data: { realm },
        });
      }
    }
  },
  fix({ data: { realm } }) {
    const written = realm.origins.get('default')?.property;
    return written
      ? [{ title: `Set default 0 in the realm ${realm.name}`, change: edits(replaceValue(written, '0')) }]
      : [];
  },
});
