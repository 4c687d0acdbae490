/** Host dependencies, and circles of hosts (hostdependency.py). */
import type { Missing } from '../schema/types';
import { strip } from '../syntax/blanks';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import type { Item } from './item';
import { Linker } from './linker';
import { findingLoops } from './loops';
import { namePlace } from './places';

/** A host of a dependency, and the directive that brought it. */
export interface DependencyHost {
  readonly name: string;
  readonly key: string;
}

/** More pairs than this are not taken apart: the configuration would not be dealt with in reasonable time by anybody. */
export const MAX_PAIRS = 100_000;

/**
 * The hosts on one side of a dependency, from a host group directive and a host one. The members of a group are taken as they stand,
 * `*` too; a group without `members` is a crash, and what an unknown group means is the caller's.
 */
export function dependencyHosts(
  build: Build,
  link: Linker,
  item: Item,
  groupKey: string,
  hostKey: string,
  missingGroup: Missing,
): DependencyHost[] {
  const hosts: DependencyHost[] = [];
  if (item.props.has(groupKey)) {
    for (const name of (item.text(groupKey) ?? '').split(',').map(strip)) {
      const group = build.of('hostgroup').find(name);
      if (!group) {
        link.unknown(item, groupKey, 'hostgroup', name, missingGroup);
        continue;
      }
      const members = group.props.get('members');
      if (Array.isArray(members)) for (const member of members) hosts.push({ name: strip(member), key: groupKey });
      else build.note('dependency-on-empty-group', { item, key: groupKey, name, at: namePlace(item, groupKey, name) });
    }
  }
  const names = item.text(hostKey);
  if (names !== undefined) for (const name of names.split(',')) hosts.push({ name: strip(name), key: hostKey });
  return hosts;
}

/** Makes one dependency for each pair of hosts out of every dependency (hostdependency.py:79-128). What was wrong with it is forgotten. */
export function* expandHostDependencies(build: Build): Steps<void> {
  const collection = build.of('hostdependency');
  const link = new Linker(build);
  yield* withEach([...collection], (item) => {
    const dependents = dependencyHosts(build, link, item, 'dependent_hostgroup_name', 'dependent_host_name', 'silent');
    const fathers = dependencyHosts(build, link, item, 'hostgroup_name', 'host_name', 'silent');
    // Of groups that are missing or empty, word has been left already.
    if (dependents.length === 0 && !item.props.has('dependent_hostgroup_name')) {
      build.note('idle-dependency', { item, side: 'dependent' });
    } else if (fathers.length === 0 && !item.props.has('hostgroup_name')) {
      build.note('idle-dependency', { item, side: 'depended-on' });
    }
    if (dependents.length * fathers.length <= MAX_PAIRS) {
      for (const dependent of dependents) {
        for (const father of fathers) {
          const copy = build.copy(item);
          copy.props.set('dependent_host_name', dependent.name).set('host_name', father.name);
          keepOrigin(copy, 'dependent_host_name', dependent, item);
          keepOrigin(copy, 'host_name', father, item);
          collection.add(copy);
        }
      }
    }
    collection.remove(item);
  });
}

/** A host that came out of a group points at the line that names the group. */
export function keepOrigin(copy: Item, key: string, { key: from }: DependencyHost, item: Item): void {
  const origin = item.origins.get(from);
  if (origin) copy.origins.set(key, origin);
}

/** Links both hosts of each dependency and its period (hostdependency.py:135-170). A period that does not exist means always. */
export function* linkHostDependencies(build: Build): Steps<void> {
  const link = new Linker(build);
  yield* withEach(build.of('hostdependency').all, (item) => {
    for (const key of ['host_name', 'dependent_host_name'] as const) {
      const name = item.text(key) ?? '';
      const host = build.of('host').find(name);
      item.setLinks(key, link.alone(host));
      if (!host) link.unknown(item, key, 'host', name, 'error');
    }
    link.name(item, 'dependency_period', 'timeperiod', 'silent');
  });
}

/** Looks for circles among host dependencies (hostdependency.py:187). */
export function checkHostDependencyLoops(build: Build): Steps<void> {
  return noteDependencyLoops(build, build.of('hostdependency'), 'host_name', 'dependent_host_name');
}

/** Looks for hosts that are their own parents, however far up (config.py:1949). */
export function* checkParentLoops(build: Build): Steps<void> {
  const parentsOf = (host: Item): readonly Item[] => host.links.get('parents') ?? [];
  for (const items of yield* findingLoops(build.of('host'), parentsOf)) {
    const [host] = items;
    const parent = host && parentsOf(host).find((other) => items.includes(other));
    const at = host && namePlace(host, 'parents', parent?.name ?? '');
    build.note('dependency-loop', { items, through: 'parents', at });
  }
}

/** Circles among objects that dependencies link; the place is a line of one of the dependencies in question. */
export function* noteDependencyLoops(
  build: Build,
  dependencies: Iterable<Item>,
  from: string,
  to: string,
): Steps<void> {
  const edges = new Map<Item, Map<Item, Item>>();
  for (const dependency of dependencies) {
    const father = dependency.links.get(from)?.[0];
    const son = dependency.links.get(to)?.[0];
    if (!father || !son) continue;
    const sons = edges.get(father) ?? new Map<Item, Item>();
    edges.set(father, sons);
    if (!sons.has(son)) sons.set(son, dependency);
  }
  for (const items of yield* findingLoops(edges.keys(), (node) => edges.get(node)?.keys() ?? [])) {
    const within = new Set(items);
    const [first] = items;
    const edge = [...((first && edges.get(first)) ?? [])].find(([son]) => within.has(son));
    const dependency = edge?.[1];
    // A dependency out of `service_dependencies` has a line for the service depended on only.
    const key = dependency?.origins.has(to) ? to : from;
    const at = dependency && namePlace(dependency, key, dependency.text(key) ?? '');
    build.note('dependency-loop', { items, through: 'dependencies', at });
  }
}
