/** The installation at a glance, as plain data that can be sent anywhere: machines, realms, daemons, and what is missing. */
import { placeOf } from '../model/item';
import { parentsOf, subRealms } from '../model/realms';
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
import type { Place } from '../project/types';
import type { Problem, RuleCode, Severity } from '../rules/rule';
import type { DaemonType } from '../schema';
import { failoverState } from './failover';
import { type Loss, lossesOf } from './losses';
import { likelySpareServer } from './spares';
import { type Daemon, placeOfDaemon, type Topology, topologyOf } from './topology';

/** `scheduler/scheduler-master`: the same daemon after an edit, unless it is renamed. */
export type DaemonId = string;

/** `At` is what a place is to the reader: a span of a file here, a location on the wire. */
export interface Overview<At = Place> {
  /** Every machine with a daemon that somebody defined, in the order of the daemons. */
  readonly machines: readonly OverviewMachine[];
  /** In the order of the definitions; nested by their names. */
  readonly realms: readonly OverviewRealm<At>[];
  /** Kind by kind, in the order of the definitions. Those that Shinken invents are among them. */
  readonly daemons: readonly OverviewDaemon<At>[];
  readonly gaps: readonly Gap[];
  /** Some daemon is a spare: high availability is wanted. */
  readonly wantsSpares: boolean;
}

export interface OverviewMachine {
  /** As the topology names it. */
  readonly name: string;
  /** Every address that its daemons are defined with, as written. */
  readonly addresses: readonly string[];
}

export interface OverviewRealm<At = Place> {
  readonly name: string;
  /** Names of the realms that list it. More than one is possible, and a circle is. */
  readonly parents: readonly string[];
  /** Names of the realms that it lists. */
  readonly children: readonly string[];
  readonly isDefault: boolean;
  /** How many hosts are in that very realm. */
  readonly hosts: number;
  /** Absent for the realm that Shinken invents. */
  readonly at?: At;
}

export interface OverviewDaemon<At = Place> {
  readonly id: DaemonId;
  readonly kind: DaemonType;
  readonly name: string;
  readonly machine: string;
  readonly address: string;
  readonly port: number;
  /** Absent for an arbiter, and where there is no such realm. */
  readonly realm?: string;
  readonly spare: boolean;
  readonly managesSubRealms: boolean;
  readonly modules: readonly string[];
  /** Poller or reactionner tags, `None` for work without a tag included. */
  readonly tags: readonly string[];
  /** Shinken invents it because none of its kind is defined. */
  readonly invented: boolean;
  /** Its name in its definition; absent for an invented one. */
  readonly at?: At;
  /** What the `availability/` rules say of it. */
  readonly problems: readonly OverviewProblem<At>[];
}

export interface OverviewProblem<At = Place> {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly message: string;
  readonly at: At;
}

/**
 * Why work is left undone: `no-spare`, no spare is in reach; `few-spares`, those that are die with the machine or have other work;
 * `lacks-tags`, one comes in and cannot do the tagged work; `unserved`, nobody does it even while all is well.
 */
export type GapReason = 'no-spare' | 'few-spares' | 'lacks-tags' | 'unserved';

/** Something missing: work that nobody does, once a machine is dead or already now. */
export interface Gap {
  readonly id: string;
  readonly reason: GapReason;
  readonly kind: DaemonType;
  /** Where a daemon is missing: the realm of those it would stand in for; absent for arbiters. */
  readonly realm?: string;
  /** Every realm that is left without the work. */
  readonly realms: readonly string[];
  /** Only the work with these tags is lost; all of it where they are absent. */
  readonly tags?: readonly string[];
  /** The machine whose death uncovers it; absent where it is uncovered already. */
  readonly machine?: string;
  /** The active daemons that die with the machine. */
  readonly masters: readonly DaemonId[];
  /** Spares that are there and are of no avail; of what is unserved, all that are in reach. */
  readonly spares: readonly DaemonId[];
  /** What the command that adds a spare is to be asked; absent where a spare does not mend it. */
  readonly fix?: { readonly kind: DaemonType; readonly master: string; readonly address: string };
}

/**
 * The overview of a configuration; null where it defines no daemon of its own. `problems` are those of its analysis, as the user wants to
 * hear of them.
 */
export function overview(model: Model, problems: readonly Problem[]): Overview | null {
  const topology = topologyOf(model);
  const defined = topology.daemons.filter(({ invented }) => !invented);
  if (defined.length === 0) return null;
  const byObject = problemsByObject(problems);
  return {
    machines: machinesWithAddresses(defined),
    realms: topology.realms.map((realm) => ({
      name: realm.name,
      parents: parentsOf(model, realm).map(({ name }) => name),
      children: subRealms(realm).map(({ name }) => name),
      isDefault: realm.flag('default'),
      hosts: topology.hosts(realm.name).length,
      at: placeOf(realm, 'realm_name'),
    })),
    daemons: topology.daemons.map((daemon) => ({
      id: idOf(topology, daemon),
      kind: daemon.kind,
      name: daemon.name,
      machine: daemon.machine,
      address: daemon.address,
      port: daemon.port,
      realm: daemon.realm,
      spare: daemon.spare,
      managesSubRealms: daemon.managesSubRealms,
      modules: daemon.modules,
      tags: daemon.tags,
      invented: daemon.invented,
      at: placeOfDaemon(daemon),
      problems: byObject.get(objectKey(daemon.kind, daemon.name)) ?? [],
    })),
    gaps: gapsOf(model, topology),
    wantsSpares: topology.wantsSpares,
  };
}

/** The id of a daemon. Names are unique within a kind, but for daemons without any: those are numbered. */
export function idOf(topology: Topology, daemon: Daemon): DaemonId {
  return idsOf(topology).get(daemon) ?? '';
}

/** The daemon with an id; undefined where there is none any more. */
export function daemonWithId(topology: Topology, id: DaemonId): Daemon | undefined {
  return topology.daemons.find((daemon) => idOf(topology, daemon) === id);
}

const ids = new Attached<Topology, ReadonlyMap<Daemon, DaemonId>>();

function idsOf(topology: Topology): ReadonlyMap<Daemon, DaemonId> {
  const known = ids.get(topology);
  if (known) return known;
  const counts = new Map<string, number>();
  const found = new Map(
    topology.daemons.map((daemon) => {
      const plain = `${daemon.kind}/${daemon.name}`;
      const count = (counts.get(plain) ?? 0) + 1;
      counts.set(plain, count);
      return [daemon, count === 1 ? plain : `${plain}/${String(count)}`];
    }),
  );
  ids.set(topology, found);
  return found;
}

function machinesWithAddresses(daemons: readonly Daemon[]): readonly OverviewMachine[] {
  const addresses = new Map<string, Set<string>>();
  for (const { machine, address } of daemons) {
    addresses.set(machine, (addresses.get(machine) ?? new Set()).add(address));
  }
  return [...addresses].map(([name, written]) => ({ name, addresses: [...written] }));
}

const objectKey = (type: string, name: string): string => JSON.stringify([type, name]);

function problemsByObject(problems: readonly Problem[]): ReadonlyMap<string, readonly OverviewProblem[]> {
  const byObject = new Map<string, OverviewProblem[]>();
  for (const { code, severity, message, file, span, object, others } of problems) {
    if (!code.startsWith('availability/')) continue;
    for (const one of object ? [object, ...others] : others) {
      const key = objectKey(one.type, one.name);
      byObject.set(key, [...(byObject.get(key) ?? []), { code, severity, message, at: { file, span } }]);
    }
  }
  return byObject;
}

function gapsOf(model: Model, topology: Topology): readonly Gap[] {
  const groups = new Map<string, Loss[]>();
  for (const loss of lossesOf(topology)) {
    const key = JSON.stringify([
      loss.machine,
      loss.kind,
      loss.tags,
      loss.masters.map((daemon) => idOf(topology, daemon)),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), loss]);
  }
  return [...unserved(model, topology), ...[...groups].flatMap(([id, losses]) => gapOf(model, topology, id, losses))];
}

/** The losses that one spare would mend: those of the same daemons, in all the realms they work for. */
function gapOf(model: Model, topology: Topology, id: string, losses: readonly Loss[]): Gap[] {
  const [first] = losses;
  const [master] = first?.masters ?? [];
  if (!first || !master) return [];
  const { machine, kind, tags, masters, standIns } = first;
  const spares = [...new Set(losses.flatMap((loss) => loss.spares))];
  const reason = standIns.length > 0 ? 'lacks-tags' : spares.length > 0 ? 'few-spares' : 'no-spare';
  const address = likelySpareServer(model, master);
  const canBeAdded = reason !== 'lacks-tags' && !master.spare && !master.invented;
  return [
    {
      id,
      reason,
      kind,
      realm: master.realm,
      realms: [...new Set(losses.flatMap(({ realm }) => realm ?? []))],
      tags,
      machine,
      masters: masters.map((daemon) => idOf(topology, daemon)),
      spares: spares.map((daemon) => idOf(topology, daemon)),
      fix: canBeAdded ? { kind, master: master.name, address } : undefined,
    },
  ];
}

/** What nobody does while all is well. */
function unserved(model: Model, topology: Topology): readonly Gap[] {
  return failoverState(model).uncovered.map(({ kind, realm, tag }): Gap => {
    const candidates = [...new Set(topology.candidates(kind, realm))];
    return {
      id: JSON.stringify([kind, realm, tag]),
      reason: 'unserved',
      kind,
      realm,
      realms: [realm],
      tags: tag === undefined ? undefined : [tag],
      masters: [],
      spares: candidates.map((daemon) => idOf(topology, daemon)),
    };
  });
}
