import type { Place } from '../project/types';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import type { Item } from './item';
import { leaderOf } from './leaders';
import { namePlace } from './places';
import { noteNoDefaultRealm } from './realm-links';
import { activeSchedulers, daemonsOf, realmOf } from './realms';
import { writtenOn } from './service-dependencies';

/** Facts about how hosts are dealt to schedulers. */
export interface PackFacts {
  /**
   * Hosts that belong together, and to more than one realm: none of them is dealt to anybody (config.py:2139-2154). `links` are those
   * between hosts of different realms.
   */
  'hosts-across-realms': { readonly hosts: readonly Item[]; readonly links: readonly HostLink[] };
  /** A realm with hosts in which no scheduler stands that is no spare (config.py:2199). */
  'realm-without-scheduler': {
    readonly realm: Item;
    readonly hosts: readonly Item[];
    readonly spares: readonly Item[];
  };
  /** Hosts to deal, and no scheduler with a weight above 0: the arbiter dies (config.py:2253). */
  'weightless-schedulers': { readonly realm: Item; readonly schedulers: readonly Item[] };
  /** A business rule about something in another realm (config.py:1988-2010). */
  'business-rule-across-realms': {
    readonly item: Item;
    readonly realm: Item;
    readonly member: Item;
    readonly memberRealm: Item;
    readonly at: Place | undefined;
  };
}

/** Two hosts that must be in one realm, and the line that says so. */
export interface HostLink {
  readonly from: Item;
  readonly to: Item;
  /** The object that links them. */
  readonly item: Item;
  readonly why: 'parents' | 'dependency' | 'business-rule';
  readonly at: Place | undefined;
}

/** Whatever a business rule speaks of must be in the realm of the one who has the rule; who has no realm is passed over. */
export function* checkBusinessRuleRealms(build: Build): Steps<void> {
  for (const type of ['service', 'host'] as const) {
    yield* withEach(build.ruled[type], (item) => {
      const members = item.links.get('business_rule');
      const realm = members && realmOfHost(hostOf(build, item));
      if (!realm) return;
      for (const member of members) {
        const memberRealm = realmOfHost(hostOf(build, member));
        if (memberRealm && memberRealm !== realm) {
          const at = namePlace(item, 'check_command', hostOf(build, member)?.name ?? '');
          build.note('business-rule-across-realms', { item, realm, member, memberRealm, at });
        }
      }
    });
  }
}

function realmOfHost(host: Item | undefined): Item | undefined {
  return host && realmOf(host);
}

function hostOf(build: Build, item: Item): Item | undefined {
  return item.type === 'host' ? item : build.of('host').find(item.text('host_name') ?? '');
}

/** Deals hosts that belong together to realms, and those of a realm to its schedulers (config.py:2066-2268). */
export function* dealHosts(build: Build): Steps<void> {
  if (build.project.partial) return;
  const byDefault = [...build.of('realm')].filter((realm) => realm.flag('default')).at(-1);
  const dealt = new Map<Item, Item[]>();
  const homeless: Item[] = [];
  yield* withEach(yield* packsOf(build), ({ hosts, links }) => {
    const realms = new Set(hosts.map(realmOfHost).filter((realm) => realm !== undefined));
    const [realm = byDefault] = realms;
    if (realms.size > 1) build.note('hosts-across-realms', { hosts, links });
    else if (realm) {
      const sameRealm = dealt.get(realm);
      if (sameRealm) sameRealm.push(...hosts);
      else dealt.set(realm, [...hosts]);
    } else homeless.push(...hosts);
  });
  noteHomeless(build, homeless);
  for (const [realm, hosts] of dealt) {
    const schedulers = activeSchedulers(realm);
    if (schedulers.length === 0) {
      build.note('realm-without-scheduler', { realm, hosts, spares: daemonsOf(realm, 'scheduler') });
    } else if (schedulers.every((scheduler) => (scheduler.number('weight') ?? 1) <= 0)) {
      build.note('weightless-schedulers', { realm, schedulers });
    }
  }
}

function noteHomeless(build: Build, hosts: readonly Item[]): void {
  // A host whose own realm is unknown has been spoken of already.
  const items = hosts.filter((host) => host.text('realm') === undefined);
  if (items.length > 0) noteNoDefaultRealm(build, items);
}

interface Pack {
  readonly hosts: Item[];
  /** Between hosts of different realms only. */
  readonly links: HostLink[];
}

/** Hosts in groups that links hold together. */
function* packsOf(build: Build): Steps<Iterable<Pack>> {
  const leaders = new Map<Item, Item>();
  const across: HostLink[] = [];
  const join = (link: HostLink): void => {
    const { from, to } = link;
    const one = leaderOf(leaders, from);
    const other = leaderOf(leaders, to);
    if (one !== other) leaders.set(one, other);
    const fromRealm = realmOf(from);
    const toRealm = realmOf(to);
    if (fromRealm && toRealm && fromRealm !== toRealm) across.push(link);
  };
  for (const [itemsOf, linksOf] of linking) {
    yield* withEach(itemsOf(build), (item) => {
      for (const link of linksOf(build, item)) join(link);
    });
  }
  const packs = new Map<Item, Pack>();
  yield* withEach(build.of('host').all, (host) => {
    const leader = leaderOf(leaders, host);
    const pack = packs.get(leader);
    if (pack) pack.hosts.push(host);
    else packs.set(leader, { hosts: [host], links: [] });
  });
  for (const link of across) packs.get(leaderOf(leaders, link.from))?.links.push(link);
  return packs.values();
}

/** Who must be in one realm with whom: parents, dependencies of hosts and of services, members of business rules. */
const linking: readonly (readonly [
  itemsOf: (build: Build) => readonly Item[],
  linksOf: (build: Build, item: Item) => Iterable<HostLink>,
])[] = [
  [(build) => build.of('host').all, parentLinks],
  [(build) => build.of('hostdependency').all, hostDependencyLinks],
  [(build) => build.of('servicedependency').all, serviceDependencyLinks],
  [({ ruled }) => ruled.service, ruleLinks],
  [({ ruled }) => ruled.host, ruleLinks],
];

function parentLinks(_: Build, host: Item): readonly HostLink[] {
  const parents = host.links.get('parents') ?? [];
  return parents.map((from) => {
    return { from, to: host, item: host, why: 'parents', at: atRealmBorder(from, host, host, 'parents', from.name) };
  });
}

function hostDependencyLinks(_: Build, dependency: Item): readonly HostLink[] {
  const from = dependency.links.get('host_name')?.[0];
  const to = dependency.links.get('dependent_host_name')?.[0];
  if (!from || !to) return [];
  const at = atRealmBorder(from, to, dependency, 'host_name', from.name);
  return [{ from, to, item: dependency, why: 'dependency', at }];
}

function serviceDependencyLinks(build: Build, dependency: Item): readonly HostLink[] {
  const from = hostOfFirst(build, dependency.links.get('service_description'));
  const to = hostOfFirst(build, dependency.links.get('dependent_service_description'));
  if (!from || !to) return [];
  const item = writtenOn(dependency) ?? dependency;
  const key = item === dependency ? 'host_name' : 'service_dependencies';
  return [{ from, to, item, why: 'dependency', at: atRealmBorder(from, to, item, key, from.name) }];
}

function ruleLinks(build: Build, item: Item): readonly HostLink[] {
  const members = item.links.get('business_rule');
  const to = members && hostOf(build, item);
  if (!to) return [];
  return members.flatMap((member) => {
    const from = hostOf(build, member);
    if (!from || from === to) return [];
    const at = atRealmBorder(from, to, item, 'check_command', from.name);
    return [{ from, to, item, why: 'business-rule', at }];
  });
}

function hostOfFirst(build: Build, items: readonly Item[] | undefined): Item | undefined {
  const [first] = items ?? [];
  return first && hostOf(build, first);
}

/** Where a link is written; looked for only where it matters, between realms. */
function atRealmBorder(from: Item, to: Item, item: Item, key: string, name: string): Place | undefined {
  return realmOf(from) === realmOf(to) ? undefined : namePlace(item, key, name);
}
