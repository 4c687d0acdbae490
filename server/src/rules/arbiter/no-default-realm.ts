import { type Item, placeOf } from '../../model/item';
import type { Place } from '../../project/types';
import { edits, insertDirective, replaceValue } from '../edits';
import { defineRule, type Fix, MAX_RELATED, type RelatedPlace } from '../rule';

interface Data {
  readonly realms: readonly Item[];
}

export const noDefaultRealm = defineRule<Data>({
  code: 'arbiter/no-default-realm',
  severity: 'error',
  title: 'No default realm for those that name none',
  explain:
    'A host or a daemon that names no realm belongs to the default one. Where realms are defined and none has `default 1`, the arbiter refuses it, and daemons that Shinken adds by itself, too.',
  example: {
    bad: `
      define realm {
          realm_name   Europe
      }
      define poller {
          poller_name  poller-master
      }`,
    good: `
      define realm {
          realm_name   Europe
          default      1
      }
      define poller {
          poller_name  poller-master
      }`,
  },
  check(model, report) {
    for (const { items, realms } of model.facts('no-default-realm')) {
      const [realm] = realms;
      const written = items.filter(({ source }) => source !== undefined);
      const related = written.slice(0, MAX_RELATED).flatMap((item): RelatedPlace[] => {
        const place = headOf(item);
        return place ? [{ ...place, message: `${item.name} names no realm.` }] : [];
      });
      const message = `No realm is the default one, and ${list(items)} ${items.length === 1 ? 'names' : 'name'} none.`;
      report({ at: realm && headOf(realm), object: realm, message, related, data: { realms } });
    }
  },
  fix({ data: { realms } }, model) {
    return realms.flatMap((realm): Fix[] => {
      const text = realm.source && model.text(realm.source.file);
      if (!realm.source || text === undefined) return [];
      const written = realm.source.properties.findLast(({ key }) => key === 'default');
      const edit = written ? replaceValue(written, '1') : insertDirective(realm.source, text, 'default', '1');
      return [{ title: `Make ${realm.name} the default realm`, change: edits(edit), preferred: realms.length === 1 }];
    });
  },
});

/** Names while they are few, then how many more. Daemons that Shinken adds by itself are called so. */
function list(items: readonly Item[]): string {
  const names = items.slice(0, 3).map(({ type, name, source }) => `${source ? '' : 'the added '}${type} ${name}`);
  const more = items.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${String(more)} more` : names.join(', ');
}

function headOf(item: Item): Place | undefined {
  return placeOf(item, item.type === 'host' ? 'host_name' : `${item.type}_name`);
}
