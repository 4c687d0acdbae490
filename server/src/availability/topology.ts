import { type Item, placeOf } from '../model/item';
import type { Model } from '../model/types';
import type { Place } from '../project/types';
import { type DaemonType, daemonTypes, isDaemonType } from '../schema';

/** A daemon as the dispatcher sees it. */
export interface Daemon {
  readonly item: Item;
  readonly kind: DaemonType;
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly spare: boolean;
  /** Name of its realm; undefined for an arbiter, and where there is no such realm. */
  readonly realm: string | undefined;
  readonly managesSubRealms: boolean;
  /** Without empty names. */
  readonly modules: readonly string[];
  /** `poller_tags` or `reactionner_tags`, Shinken's `None` for untagged work included; empty for other kinds. */
  readonly tags: readonly string[];
  /** Shinken invents it because no daemon of its kind is defined. */
  readonly invented: boolean;
}

/** Who is where, and who could stand in for whom. */
export interface Topology {
  readonly daemons: readonly Daemon[];
  /** Some daemon has `spare 1`: high availability is wanted. */
  readonly wantsSpares: boolean;
  of(kind: DaemonType): readonly Daemon[];
  daemon(item: Item): Daemon | undefined;
  readonly realms: readonly Item[];
  /** Names of the realms above, the nearest first, each once. */
  ancestors(realm: string): readonly string[];
  /** Names of the realms below. */
  descendants(realm: string): readonly string[];
  /** Hosts of that very realm. */
  hosts(realm: string): readonly Item[];
  /** Daemons of a kind that the dispatcher would consider for a realm: RULES of the dispatcher differ for schedulers, see `reaches`. */
  candidates(kind: DaemonType, realm: string): readonly Daemon[];
  /** Spares that could take over what this active daemon does in its own realm. */
  sparesFor(master: Daemon): readonly Daemon[];
  /** Active daemons that this spare could stand in for. */
  mastersOf(spare: Daemon): readonly Daemon[];
}

const tagDirectives: Partial<Record<DaemonType, string>> = { poller: 'poller_tags', reactionner: 'reactionner_tags' };

/** Reads the topology off a model. Cheap: a few maps over the daemons and realms; `hosts` is computed when first asked for. */
export function topologyOf(model: Model): Topology {
  const known = topologies.get(model);
  if (known) return known;
  const topology = buildTopology(model);
  topologies.set(model, topology);
  return topology;
}

const topologies = new WeakMap<Model, Topology>();

function buildTopology(model: Model): Topology {
  const realms = model.items('realm');
  const defaultRealm = realms.find((realm) => realm.flag('default'))?.name;
  const parents = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  for (const realm of realms) {
    for (const member of realm.list('realm_members')) {
      if (!model.find('realm', member)) continue;
      parents.set(member, [...(parents.get(member) ?? []), realm.name]);
      children.set(realm.name, [...(children.get(realm.name) ?? []), member]);
    }
  }
  const daemons = daemonTypes.flatMap((kind) => model.items(kind).map((item) => daemonOf(item, kind, defaultRealm)));
  const byItem = new Map(daemons.map((daemon) => [daemon.item, daemon]));
  const ofKind = new Map(daemonTypes.map((kind) => [kind, daemons.filter((daemon) => daemon.kind === kind)]));
  const of = (kind: DaemonType): readonly Daemon[] => ofKind.get(kind) ?? [];
  const ancestors = (realm: string): readonly string[] => reachable(realm, parents);

  /** A spare of an ancestor realm helps: always for schedulers, with `manage_sub_realms` for satellites. */
  const reaches = (daemon: Daemon, realm: string): boolean =>
    daemon.kind === 'arbiter' ||
    daemon.realm === realm ||
    (daemon.realm !== undefined &&
      (daemon.kind === 'scheduler' ? daemon.spare : daemon.managesSubRealms) &&
      ancestors(realm).includes(daemon.realm));

  const standsFor = (spare: Daemon, master: Daemon): boolean =>
    spare.spare &&
    !master.spare &&
    spare.kind === master.kind &&
    (spare.kind === 'arbiter' || (master.realm !== undefined && reaches(spare, master.realm)));

  let hostsByRealm: Map<string, Item[]> | undefined;
  const hosts = (realm: string): readonly Item[] => {
    if (!hostsByRealm) {
      hostsByRealm = new Map();
      for (const host of model.items('host')) {
        const name = host.links.get('realm')?.[0]?.name ?? host.text('realm') ?? defaultRealm ?? '';
        const list = hostsByRealm.get(name);
        if (list) list.push(host);
        else hostsByRealm.set(name, [host]);
      }
    }
    return hostsByRealm.get(realm) ?? [];
  };

  return {
    daemons,
    wantsSpares: daemons.some(({ spare }) => spare),
    of,
    daemon: (item) => byItem.get(item),
    realms,
    ancestors,
    descendants: (realm) => reachable(realm, children),
    hosts,
    candidates: (kind, realm) => of(kind).filter((daemon) => reaches(daemon, realm)),
    sparesFor: (master) => of(master.kind).filter((spare) => standsFor(spare, master)),
    mastersOf: (spare) => of(spare.kind).filter((master) => standsFor(spare, master)),
  };
}

function daemonOf(item: Item, kind: DaemonType, defaultRealm: string | undefined): Daemon {
  const tagDirective = tagDirectives[kind];
  const realm = kind === 'arbiter' ? undefined : item.text('realm') || defaultRealm;
  return {
    item,
    kind,
    name: item.name,
    address: item.text('address') ?? 'localhost',
    port: item.number('port') ?? 0,
    spare: item.flag('spare'),
    realm,
    managesSubRealms: item.flag('manage_sub_realms', true),
    modules: item.list('modules').filter((name) => name !== ''),
    tags: tagDirective === undefined ? [] : item.list(tagDirective).filter((tag) => tag !== ''),
    invented: item.source === undefined,
  };
}

/** Everything reached from `start` along the edges, nearest first, without `start`; loops do no harm. */
function reachable(start: string, edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([start]);
  const queue = [start];
  for (const name of queue) {
    for (const next of edges.get(name) ?? []) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return queue.slice(1);
}

/** Where a message about a daemon stands: the value of the directive if it is written, else the name, else the head of the object. */
export function placeOfDaemon({ item, kind }: Daemon, key?: string): Place | undefined {
  if (key !== undefined && item.origins.has(key)) return placeOf(item, key);
  return item.source ? placeOf(item, `${kind}_name`) : undefined;
}

/** What a person calls it: `scheduler scheduler-master`. */
export function titleOf({ kind, name }: Daemon): string {
  return `${kind} ${name === '' ? '(without a name)' : name}`;
}

/** An address that means "this machine" on whichever machine it is read. */
export function isLocalAddress(address: string): boolean {
  return /^(localhost(\..*)?|127\.\d+\.\d+\.\d+|::1|\[::1\]|0\.0\.0\.0)$/i.test(address.trim());
}

/** The daemon type of an item, if it is one. */
export function daemonKind(item: Item): DaemonType | undefined {
  return isDaemonType(item.type) ? item.type : undefined;
}
