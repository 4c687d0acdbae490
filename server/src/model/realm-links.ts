import type { Place } from '../project/types';
import { strip } from '../syntax/blanks';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import type { Item } from './item';
import { Linker } from './linker';
import { namePlace } from './places';

/** Facts about how realms stand to each other and which hosts they hold. */
export interface RealmFacts {
  /** Realms that are members of each other through `realm_members`, first one first: the arbiter recurses until it dies (realm.py:357-361). */
  'realm-loop': { readonly realms: readonly Item[]; readonly at: Place | undefined };
  /** `members` written in a realm that another one lists: the arbiter joins a text and a list, and dies (realm.py:59). */
  'realm-with-members': { readonly realm: Item; readonly parent: Item };
  /** `higher_realms` written by hand: the arbiter computes it anew (realm.py:346-351). */
  'realm-higher-realms': { readonly realm: Item };
  'several-default-realms': { readonly realms: readonly Item[] };
  /** Daemons, or hosts, that name no realm while none is the default. */
  'no-default-realm': { readonly items: readonly Item[]; readonly realms: readonly Item[] };
  /** A host with a realm of its own in a group with another one: its own counts (hostgroup.py:183). */
  'host-and-group-realms-differ': {
    readonly host: Item;
    readonly realm: Item;
    readonly group: Item;
    readonly groupRealm: Item;
  };
  /** A host that takes its realm from its groups, and these do not agree: the last one counts. */
  'group-realms-differ': { readonly host: Item; readonly ignored: Item; readonly counts: Item };
}

/**
 * `realm_members`, names made into realms, and `higher_realms`, every realm above a realm (realm.py:325-361). A name that leads nowhere
 * is left out without a word.
 */
export function linkRealms(build: Build): void {
  const realms = build.of('realm');
  const link = new Linker(build);
  for (const realm of realms) {
    if (realm.props.has('higher_realms')) build.note('realm-higher-realms', { realm });
    const members: Item[] = [];
    for (const name of realm.list('realm_members')) {
      const member = realms.find(name);
      if (member) {
        members.push(member);
        if (member.props.has('members')) {
          build.note('realm-with-members', { realm: member, parent: realm });
        }
      } else if (name !== '') {
        link.unknown(realm, 'realm_members', 'realm', name, 'silent');
      }
    }
    realm.setLinks('realm_members', members);
  }
  noteLoops(build);
  const higher = new Map<Item, Item[]>([...realms].map((realm) => [realm, []]));
  for (const realm of realms) {
    for (const below of descendants(realm)) if (below !== realm) higher.get(below)?.push(realm);
  }
  for (const [realm, above] of higher) realm.setLinks('higher_realms', above);
}

/** Every realm below a realm, each once; the realm itself among them only if it stands in a loop. */
function descendants(realm: Item): Set<Item> {
  const found = new Set<Item>();
  const waiting = [...(realm.links.get('realm_members') ?? [])];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(next.links.get('realm_members') ?? []));
  }
  return found;
}

/** Notes each loop once, at the name that closes it. */
function noteLoops(build: Build): void {
  const reported = new Set<Item>();
  for (const realm of build.of('realm')) {
    if (reported.has(realm)) continue;
    const loop = shortestWayBack(realm);
    if (!loop || loop.some((member) => reported.has(member))) continue;
    for (const member of loop) reported.add(member);
    const last = loop[loop.length - 1] ?? realm;
    build.note('realm-loop', { realms: loop, at: namePlace(last, 'realm_members', realm.name) });
  }
}

/** The realms on the shortest way from a realm to itself, itself first; undefined where there is none. */
function shortestWayBack(realm: Item): Item[] | undefined {
  const cameFrom = new Map<Item, Item | undefined>([[realm, undefined]]);
  const queue = [realm];
  for (const at of queue) {
    for (const member of at.links.get('realm_members') ?? []) {
      if (member === realm) {
        const way: Item[] = [];
        for (let step: Item | undefined = at; step; step = cameFrom.get(step)) way.unshift(step);
        return way;
      }
      if (cameFrom.has(member)) continue;
      cameFrom.set(member, at);
      queue.push(member);
    }
  }
  return undefined;
}

/**
 * The realm of each host (host.py:1488-1506): the one it names, else the default one, the last when there are several. A daemon takes
 * the first, in `satellites.ts`.
 */
export function* linkHostRealms(build: Build): Steps<void> {
  const realms = build.of('realm');
  const link = new Linker(build);
  const otherwise = [...realms].filter((realm) => realm.flag('default')).at(-1);
  yield* withEach(build.of('host').all, (host) => {
    const written = host.text('realm');
    const name = strip(written ?? '');
    const realm = written === undefined ? otherwise : realms.find(name);
    if (written !== undefined && !realm) link.unknown(host, 'realm', 'realm', name, 'error');
    host.setLinks('realm', link.alone(realm));
  });
}

/**
 * The realm of a hostgroup goes to each member that names none (hostgroup.py:154-185), in the order of the groups: the last one counts.
 * It comes after the members are linked.
 */
export function linkHostgroupRealms(build: Build): void {
  const link = new Linker(build);
  const givenBy = new Map<Item, Item>();
  for (const group of build.of('hostgroup')) {
    const name = strip(group.text('realm') ?? '');
    if (name === '') continue;
    const realm = build.of('realm').find(name);
    if (!realm) {
      link.unknown(group, 'realm', 'realm', name, 'error');
      continue;
    }
    group.setLinks('realm', [realm]);
    for (const host of group.links.get('members') ?? []) {
      const current = host.links.get('realm')?.[0];
      if (!current || host.text('realm') === undefined) {
        const before = givenBy.get(host);
        if (before && current !== realm) build.note('group-realms-differ', { host, ignored: before, counts: group });
        host.setLinks('realm', [realm]);
        givenBy.set(host, group);
      } else if (current !== realm) {
        build.note('host-and-group-realms-differ', { host, realm: current, group, groupRealm: realm });
      }
    }
  }
}

/** Notes who is left without a realm, unless a realm could not be read: it may have been the default one. */
export function noteNoDefaultRealm(build: Build, items: readonly Item[]): void {
  const realms = [...build.of('realm')];
  if (!build.project.partial && !realms.some(({ failed }) => failed)) build.note('no-default-realm', { items, realms });
}
