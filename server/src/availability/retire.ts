/** A server goes for good: which definitions go with it, and what becomes of the spares that stood in only for them. */
import { written } from '../model/names/written';
import type { Model } from '../model/types';
import type { RawObject } from '../project/types';
import { edits, joined } from '../rules/edits';
import type { WorkspaceChange } from '../rules/rule';
import { setDirective } from './changes';
import { isInOneFile, removeDefinitions } from './definitions';
import { retireNotes } from './retire-notes';
import { removeFromMaps } from './satellite-maps';
import { mastersOf } from './stand-ins';
import { type Daemon, titleOf, type Topology, topologyOf } from './topology';

/** What becomes of a spare elsewhere whose masters are all retired: it is made active, it goes too, or it stays as it is. */
export const fates = ['promote', 'remove', 'keep'] as const;

export type Fate = (typeof fates)[number];

/** A spare on another machine that stands in for nobody any more. */
export interface Orphan {
  readonly spare: Daemon;
  readonly masters: readonly Daemon[];
  readonly fate: Fate;
  /** Made active it would do what one of its masters did. */
  readonly canLead: boolean;
}

export interface Retirement {
  readonly machine: string;
  /** Daemons whose definitions go, orphans that are removed included. */
  readonly removed: readonly Daemon[];
  readonly orphans: readonly Orphan[];
  readonly change: WorkspaceChange;
  /** What stays although it belongs to the server, and why: sentences for people. */
  readonly kept: readonly string[];
  /** What is no longer used, and what has to be done by hand: sentences for people. */
  readonly notes: readonly string[];
}

/** What becomes of an orphan; undefined: what is proposed for it. */
export type FateOf = (spare: Daemon) => Fate | undefined;

/**
 * Takes every daemon of a server out of the configuration, with all that names them. `server` is one of its names or addresses. Of the
 * spares elsewhere that lose all their masters, as many become active as there were masters, and the others stay behind those.
 * Undefined where no daemon is on that server.
 */
export function retireServer(model: Model, server: string, fateOf: FateOf = () => undefined): Retirement | undefined {
  const topology = topologyOf(model);
  const machine = machineCalled(topology, server);
  const residents = topology.daemons.filter((daemon) => daemon.machine === machine && !daemon.invented);
  if (residents.length === 0) return undefined;
  const orphans = orphansOf(topology, residents, fateOf);
  const outcast = orphans.filter(({ fate }) => fate === 'remove').map(({ spare }) => spare);
  const removed = [...residents, ...outcast];
  const remaining = topology.daemons.filter((daemon) => !removed.includes(daemon));
  const { objects, kept } = definitionsOf(model, topology, removed);
  const promotions = orphans.filter(({ fate }) => fate === 'promote').map(({ spare }) => spare);
  const isGone = (name: string): boolean =>
    removed.some((daemon) => daemon.name === name) && !remaining.some((daemon) => daemon.name === name);
  const list = [
    ...promotions.flatMap((spare) => setDirective(model, spare, 'spare', '0') ?? []),
    ...removeFromMaps(model, remaining, isGone),
  ];
  return {
    machine,
    removed,
    orphans,
    change: joined(removeDefinitions(model, objects), edits(...list)),
    kept,
    notes: retireNotes(model, { machine, server, removed, remaining, promotions }),
  };
}

/** The machine that a person means, by its own name or by any address of it. */
function machineCalled({ daemons, machineOf }: Topology, server: string): string {
  const plain = server.trim().toLowerCase();
  return daemons.some(({ machine }) => machine === plain) ? plain : machineOf(plain);
}

function orphansOf(topology: Topology, residents: readonly Daemon[], fateOf: FateOf): readonly Orphan[] {
  const found = topology.daemons.flatMap((spare) => {
    const masters = residents.includes(spare) ? [] : mastersOf(topology, spare);
    return masters.length > 0 && masters.every((master) => residents.includes(master)) ? [{ spare, masters }] : [];
  });
  const vacant = new Map<string, number>();
  const post = ({ kind, realm }: Daemon): string => JSON.stringify([kind, realm]);
  for (const daemon of residents) if (!daemon.spare) vacant.set(post(daemon), (vacant.get(post(daemon)) ?? 0) + 1);
  return found.map(({ spare, masters }): Orphan => {
    // A scheduler made active in a realm above takes none of the hosts below it.
    const posts = masters.filter((master) => master.kind !== 'scheduler' || master.realm === spare.realm).map(post);
    const open = posts.find((one) => (vacant.get(one) ?? 0) > 0);
    const fate = fateOf(spare) ?? (open === undefined ? 'keep' : 'promote');
    if (open !== undefined && fate === 'promote') vacant.set(open, (vacant.get(open) ?? 0) - 1);
    return { spare, masters, fate, canLead: posts.length > 0 };
  });
}

/** The definitions of daemons, those that have been overridden by them on the same server among them. */
function definitionsOf(
  model: Model,
  topology: Topology,
  removed: readonly Daemon[],
): { readonly objects: readonly RawObject[]; readonly kept: readonly string[] } {
  const objects: RawObject[] = [];
  const kept: string[] = [];
  for (const daemon of removed) {
    const { source } = daemon.item;
    if (!source) continue;
    for (const object of [source, ...overridden(model, daemon, source)]) {
      const address = written(object, 'address') ?? daemon.address;
      if (object !== source && topology.machineOf(address) !== daemon.machine)
        kept.push(
          `Another definition of the ${titleOf(daemon)}, on ${address}, takes effect once this one is gone: see to it that it should.`,
        );
      else if (!isInOneFile(object))
        kept.push(`The ${titleOf(daemon)} is defined in several files at once: take it out by hand.`);
      else objects.push(object);
    }
  }
  return { objects: [...new Set(objects)], kept };
}

/** Earlier definitions of the same name: the last one counts. */
function overridden({ project }: Model, { kind, name }: Daemon, source: RawObject): readonly RawObject[] {
  return project.objects.filter(
    (object) => object !== source && object.type === kind && written(object, `${kind}_name`) === name,
  );
}
