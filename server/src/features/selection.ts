/** Whom lists and expressions of groups, templates and names come to, as the arbiter has them in the end. */
import { isExpression, parseExpression } from '../model/expression';
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
import { addTo } from '../project/lists';

/** What is selected, and by what family of names. */
type Selecting = 'hostgroup' | 'template host';

const users = new Attached<Model, ReadonlyMap<string, readonly Item[]>>();

/** The hosts that use a template of that name, directly or through others, whether it exists or not. */
export function hostsUsing(model: Model, template: string): readonly Item[] {
  let found = users.get(model);
  if (!found) users.set(model, (found = hostsByTag(model)));
  return found.get(template) ?? [];
}

function hostsByTag(model: Model): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const host of model.items('host')) {
    for (const tag of host.tags) {
      addTo(found, tag, host);
    }
  }
  return found;
}

/** The members of a group; undefined where there is no such group. */
export function membersOf(
  model: Model,
  type: 'hostgroup' | 'contactgroup' | 'servicegroup',
  name: string,
): readonly Item[] | undefined {
  const group = model.find(type, name);
  return group && (group.links.get('members') ?? []);
}

/** The hosts that a list or an expression of host groups, or of host templates, comes to; `*` is every host. */
export function hostsSelected(model: Model, by: Selecting, text: string): ReadonlySet<Item> {
  const hostsOf = (name: string): readonly Item[] => {
    if (name === '*') return model.items('host');
    return by === 'hostgroup' ? (membersOf(model, 'hostgroup', name) ?? []) : hostsUsing(model, name);
  };
  if (!isExpression(text)) return new Set(names(text).flatMap(hostsOf));
  const byName = new Map<string, Item>();
  const found = parseExpression(text.trim()).evaluate((name) =>
    hostsOf(name).map((host) => {
      byName.set(host.name, host);
      return host.name;
    }),
  );
  return new Set([...found].flatMap((name) => byName.get(name) ?? []));
}

/** The names that a text selects by; `*` is none. */
export function selectors(text: string): readonly string[] {
  const all = isExpression(text) ? parseExpression(text.trim()).names : names(text);
  return all.filter((name) => name !== '' && name !== '*');
}

/**
 * The hosts of a list of names that stands beside those of groups: in order, `!name` takes away what is there already, `*` adds all
 * (item.py, `explode_host_groups_into_hosts`). A name that no host has is passed over.
 */
export function hostsListed(model: Model, list: string, groups: Iterable<Item> = []): ReadonlySet<Item> {
  const hosts = new Set(groups);
  for (const name of names(list)) {
    if (name === '*') for (const host of model.items('host')) hosts.add(host);
    else {
      const taken = name.startsWith('!');
      const host = model.find('host', taken ? name.slice(1).trim() : name);
      if (host && taken) hosts.delete(host);
      else if (host) hosts.add(host);
    }
  }
  return hosts;
}

/** The parts of a list, blanks taken off, empty ones left out. */
export function names(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
