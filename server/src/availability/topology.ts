import { type Item, placeOf } from '../model/item';
import { activeSchedulers, daemonsOf, descendants, isInvented, realmOf } from '../model/realms';
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
import type { Place } from '../project/types';
import { type DaemonType, daemonTypes } from '../schema';
import { higherRealms } from './higher-realms';
import { isLocalAddress } from './server-name';

/** A daemon as the dispatcher sees it. */
export interface Daemon {
  readonly item: Item;
  readonly kind: DaemonType;
  readonly name: string;
  readonly address: string;
  /** What dies with it: its address in small letters, where all local addresses are one machine, the arbiter's if that is known. */
  readonly machine: string;
  readonly port: number;
  readonly spare: boolean;
  /** Name of its realm; undefined for an arbiter, and where there is no such realm. */
  readonly realm: string | undefined;
  readonly managesSubRealms: boolean;
  /** Names of its modules, without empty ones. */
  readonly modules: readonly string[];
  /** `poller_tags` or `reactionner_tags`, Shinken's `None` for untagged work included; empty for other kinds. */
  readonly tags: readonly string[];
  /** Shinken invents it because no daemon of its kind is defined. */
  readonly invented: boolean;
}

/** Daemons that work for the schedulers of a realm. */
export const satelliteKinds = ['poller', 'reactionner', 'receiver', 'broker'] as const satisfies DaemonType[];

export type SatelliteKind = (typeof satelliteKinds)[number];

/** Daemons that belong to a realm. */
export type RealmKind = SatelliteKind | 'scheduler';

/** Who is where, and who may work for whom. Daemons stand in the order of their definitions, as the dispatcher goes through them. */
export interface Topology {
  readonly daemons: readonly Daemon[];
  /** Some daemon has `spare 1`: high availability is wanted. */
  readonly wantsSpares: boolean;
  /** Every machine with an active daemon that somebody defined, by name, in the order of the daemons. */
  readonly activeMachines: readonly string[];
  /** The machine that an address means; it may be one without a daemon. */
  machineOf(address: string): string;
  of(kind: DaemonType): readonly Daemon[];
  daemon(item: Item): Daemon | undefined;
  readonly realms: readonly Item[];
  realm(name: string): Item | undefined;
  /** Names of the realms below, each once. */
  descendants(realm: string): readonly string[];
  /** Hosts of that very realm. */
  hosts(realm: string): readonly Item[];
  /** The active schedulers of that very realm: each works on one part of its hosts. */
  schedulers(realm: string): readonly Daemon[];
  /**
   * Daemons that the dispatcher considers for a realm, in its order: the realm's own, then those of the realms above. From there it takes
   * satellites with `manage_sub_realms`, and of schedulers the spares, whatever they say (dispatcher.py:310-323, realm.py:174-181). One
   * that reaches the realm in two ways stands here twice.
   */
  candidates(kind: RealmKind, realm: string): readonly Daemon[];
}

/** Reads the topology off a model. Cheap: a few maps over the daemons and realms. */
export function topologyOf(model: Model): Topology {
  const known = topologies.get(model);
  if (known) return known;
  const topology = buildTopology(model);
  topologies.set(model, topology);
  return topology;
}

const topologies = new Attached<Model, Topology>();

function buildTopology(model: Model): Topology {
  const realms = model.items('realm');
  const realmsByName = new Map(realms.map((realm) => [realm.name, realm]));
  const machineOf = machineNaming(model.items('arbiter'));
  const daemons = daemonTypes.flatMap((kind) => model.items(kind).map((item) => daemonOf(item, kind, machineOf)));
  const byItem = new Map(daemons.map((daemon) => [daemon.item, daemon]));
  const ofKind = new Map(daemonTypes.map((kind) => [kind, daemons.filter((daemon) => daemon.kind === kind)]));
  const of = (kind: DaemonType): readonly Daemon[] => ofKind.get(kind) ?? [];
  const known = (items: readonly Item[]): Daemon[] => items.flatMap((item) => byItem.get(item) ?? []);
  const above = higherRealms(realms);
  const inRealm = <T>(read: (realm: Item) => readonly T[]): ((name: string) => readonly T[]) => {
    const answers = new Map<string, readonly T[]>();
    return (name) => {
      const realm = realmsByName.get(name);
      const answer = answers.get(name) ?? (realm ? read(realm) : []);
      answers.set(name, answer);
      return answer;
    };
  };

  const candidates = (kind: RealmKind, realm: Item): readonly Daemon[] => {
    return candidatesFor(realm, kind, above, (place) => known(daemonsOf(place, kind)));
  };
  const realmKinds: readonly RealmKind[] = ['scheduler', ...satelliteKinds];
  const candidatesOf = new Map(realmKinds.map((kind) => [kind, inRealm((realm) => candidates(kind, realm))]));
  const hostsByRealm = (): ReadonlyMap<Item, readonly Item[]> => (hosts ??= groupHosts(model));
  let hosts: ReadonlyMap<Item, readonly Item[]> | undefined;
  const active = daemons.filter(({ spare, invented }) => !spare && !invented);

  return {
    daemons,
    wantsSpares: daemons.some(({ spare }) => spare),
    activeMachines: [...new Set(active.map(({ machine }) => machine))],
    machineOf,
    of,
    daemon: (item) => byItem.get(item),
    realms,
    realm: (name) => realmsByName.get(name),
    descendants: inRealm((realm) => descendants(model, realm).map(({ name }) => name)),
    hosts: inRealm((realm) => hostsByRealm().get(realm) ?? []),
    schedulers: inRealm((realm) => known(activeSchedulers(realm))),
    candidates: (kind, realm) => candidatesOf.get(kind)?.(realm) ?? [],
  };
}

/**
 * Daemons that the dispatcher would give a part of a realm to: the realm's own, then of those in the realms above the spare schedulers, and
 * the satellites that manage sub-realms. `above` is what `higherRealms` gives.
 */
export function candidatesFor(
  realm: Item,
  kind: RealmKind,
  above: ReadonlyMap<Item, readonly Item[]>,
  daemonsIn: (realm: Item) => readonly Daemon[],
): readonly Daemon[] {
  const helps = ({ spare, managesSubRealms }: Daemon): boolean => (kind === 'scheduler' ? spare : managesSubRealms);
  return [...daemonsIn(realm), ...(above.get(realm) ?? []).flatMap(daemonsIn).filter(helps)];
}

function groupHosts(model: Model): ReadonlyMap<Item, readonly Item[]> {
  const groups = new Map<Item, Item[]>();
  for (const host of model.items('host')) {
    const realm = realmOf(host);
    const group = realm && groups.get(realm);
    if (group) group.push(host);
    else if (realm) groups.set(realm, [host]);
  }
  return groups;
}

const tagDirectives: Partial<Record<DaemonType, string>> = { poller: 'poller_tags', reactionner: 'reactionner_tags' };

function daemonOf(item: Item, kind: DaemonType, machineOf: (address: string) => string): Daemon {
  const tagDirective = tagDirectives[kind];
  const address = item.text('address') ?? 'localhost';
  return {
    item,
    kind,
    name: item.name,
    address,
    // Nobody has said where a daemon runs that nobody has defined.
    machine: isInvented(item) ? 'localhost' : machineOf(address),
    port: item.number('port') ?? 0,
    spare: item.flag('spare'),
    realm: kind === 'arbiter' ? undefined : realmOf(item)?.name,
    managesSubRealms: item.flag('manage_sub_realms', true),
    modules: item.list('modules').filter((name) => name !== ''),
    tags: tagDirective === undefined ? [] : item.list(tagDirective).filter((tag) => tag !== ''),
    invented: isInvented(item),
  };
}

/**
 * Which machine an address means. The arbiter reads a local address as its own machine; with one arbiter that machine has a name, and
 * with several nobody knows which is meant.
 */
function machineNaming(arbiters: readonly Item[]): (address: string) => string {
  const [arbiter] = arbiters;
  const names = [arbiter?.text('address'), arbiter && writtenHostName(arbiter)].filter(
    (name) => name !== undefined && name !== '' && !isLocalAddress(name),
  );
  const [first] = names;
  const home = arbiters.length === 1 && first !== undefined ? first.toLowerCase() : 'localhost';
  const aliases = new Set(arbiters.length === 1 ? names.map((name) => name?.toLowerCase()) : []);
  return (address) => {
    const plain = address.trim().toLowerCase();
    return isLocalAddress(plain) || aliases.has(plain) ? home : plain;
  };
}

/** An arbiter's `host_name` where somebody wrote it: left out, Shinken puts in the name of the machine that reads the file. */
export function writtenHostName(arbiter: Item): string | undefined {
  return arbiter.origins.has('host_name') ? arbiter.text('host_name') : undefined;
}

/** Where a message about a daemon stands: the value of the directive if it is written, else the name, else the head of the object. */
export function placeOfDaemon({ item, kind }: Daemon, key?: string): Place | undefined {
  if (key !== undefined && item.origins.has(key)) return placeOf(item, key);
  return item.source ? placeOf(item, `${kind}_name`) : undefined;
}

/** What a person calls it: `scheduler scheduler-master`. */
export function titleOf({ kind, name }: Pick<Daemon, 'kind' | 'name'>): string {
  return `${kind} ${name === '' ? '(without a name)' : name}`;
}
