import { type Item, placeOf } from '../../model/item';
import { edits, replaceValue } from '../edits';
import { useName } from '../fixes';
import { defineRule, MAX_RELATED, type RelatedPlace } from '../rule';
import { suggest } from '../suggest';

interface Data {
  /** The tag that a poller has and that this one resembles. */
  readonly suggestion: string | undefined;
  /** The poller that could take untagged checks. */
  readonly poller?: Item;
}

export const unservedPollerTag = defineRule<Data>({
  code: 'arbiter/unserved-poller-tag',
  severity: 'error',
  title: 'A tag that no poller has',
  explain:
    'The `poller_tag` of a host or service must stand in the `poller_tags` of some poller, or the arbiter refuses the configuration. Who has no tag has the tag `None`: as soon as every poller lists tags without `None`, untagged hosts are refused, too. Case matters. The realm of the poller does not count here.',
  example: {
    bad: `
      define poller {
          poller_name  poller-dmz
          poller_tags  DMZ
      }
      define host {
          host_name    web-1
          poller_tag   dmz
      }`,
    good: `
      define poller {
          poller_name  poller-dmz
          poller_tags  DMZ
      }
      define host {
          host_name    web-1
          poller_tag   DMZ
      }`,
  },
  check(model, report) {
    for (const { tag, items, pollers } of model.facts('unserved-poller-tag')) {
      const written = items.filter((item) => item.origins.has('poller_tag'));
      const suggestion = suggest(
        tag,
        pollers.flatMap((poller) => poller.list('poller_tags')),
      );
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      for (const item of written) {
        const message = `No poller has the tag ${tag}.${hint}`;
        report({ at: placeOf(item, 'poller_tag'), object: item, message, data: { suggestion } });
      }
      if (written.length === items.length) continue;
      const [poller] = pollers;
      const message = `No poller takes untagged checks: ${countOf(items)} have no poller_tag, and no poller has the tag None.`;
      const at = poller && placeOf(poller, 'poller_tags');
      const related = untaggedOf(items)
        .slice(0, MAX_RELATED)
        .flatMap((item): RelatedPlace[] => {
          const place = placeOf(item, item.type === 'host' ? 'host_name' : 'service_description');
          return place ? [{ ...place, message: `${item.name} has no poller_tag.` }] : [];
        });
      report({ at, object: poller, message, related, data: { suggestion: undefined, ...(poller && { poller }) } });
    }
  },
  fix({ file, span, data: { suggestion, poller } }) {
    const tags = poller?.origins.get('poller_tags')?.property;
    if (tags) {
      const value = tags.value === '' ? 'None' : `None,${tags.value}`;
      return [{ title: 'Add the tag None', change: edits(replaceValue(tags, value)), preferred: true }];
    }
    return suggestion === undefined ? [] : [useName({ file, span }, suggestion)];
  },
});

function untaggedOf(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => !item.origins.has('poller_tag'));
}

function countOf(items: readonly Item[]): string {
  const untagged = untaggedOf(items);
  const hosts = untagged.filter(({ type }) => type === 'host').length;
  const services = untagged.length - hosts;
  return [counted(hosts, 'host'), counted(services, 'service')].filter((part) => part !== '').join(' and ');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
