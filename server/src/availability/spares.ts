import type { Model } from '../model/types';
import type { FilePath } from '../project/types';
import { edits, joined } from '../rules/edits';
import type { WorkspaceChange } from '../rules/rule';
import { addTags, type Amendment, moveArbiter, spareBeside } from './amendments';
import { loadLines } from './load-lines';
import { lostTags } from './lost-tags';
import { addToMaps } from './satellite-maps';
import { DEFAULT_SPARE_SERVER, isLocalAddress } from './server-name';
import { type RetentionSwap, sharesStates, type StoreChoice, swapRetention } from './share-retention';
import { draftOf, newcomer, type Sketch, sketchOf, type SpareDraft, type Taken, takenIn } from './spare-draft';
import { spareNotes } from './spare-notes';
import { isAsked, othersFor, type Scope, wantedSpares } from './spare-wants';
import { sparesFor } from './stand-ins';
import { type Daemon, type Topology, topologyOf } from './topology';
import { topologyWith } from './topology-with';

export type { SpareDraft } from './spare-draft';

/** The spares that one server would run, and all that has to change with them. */
export interface SparePlan {
  readonly server: string;
  readonly drafts: readonly SpareDraft[];
  /** What would mend spares that are there; part of the change only where it was asked for. */
  readonly amendments: readonly Amendment[];
  /** Why a kind or a daemon gets none: sentences for people. */
  readonly skipped: readonly string[];
  /** What has still to be done by hand: sentences for people. */
  readonly notes: readonly string[];
  /** Schedulers that keep their states where no spare finds them. */
  readonly forgetful: readonly Daemon[];
  /** What becomes of those, if it was asked for. */
  readonly retention: RetentionSwap | undefined;
  readonly change: WorkspaceChange;
}

export interface SpareOptions extends Scope {
  /** Of the spares that would go to files, only those that would go to these. */
  readonly files?: ReadonlySet<FilePath>;
  /** Spares that are there and to be mended, as `kind/name`; true for all that can be. */
  readonly amend?: ReadonlySet<string> | true;
  /** The store that schedulers and their spares are to share from now on; undefined: they keep what they have. */
  readonly retention?: StoreChoice;
  /** Add `cfg_file` lines to the main file for new files that it would not read. */
  readonly load?: boolean;
  /** Whether a file exists on disk or in an editor: its name is then not taken. */
  readonly exists?: (file: FilePath) => boolean;
}

/**
 * Plans a spare on `server` for every active daemon that has none: one for each kind and realm (a spare stands in for any of them),
 * and as many schedulers as one machine's death would leave without one, for a scheduler holds one part of the configuration. Whoever
 * has a master in its `satellitemap` gets the spare in it, too.
 */
export function planSpares(model: Model, server: string, options: SpareOptions = {}): SparePlan {
  const topology = topologyOf(model);
  const { wanted, skipped } = wantedSpares(topology, server, options);
  const forgetful = forgetfulSchedulers(model, topology, options);
  const retention = options.retention && swapFor(model, topology, forgetful, server, options.retention, options);
  const taken = takenIn(topology, options.exists);
  const swapped = new Set(retention?.schedulers);
  const modulesOf = (daemon: Daemon): readonly string[] =>
    swapped.has(daemon) && retention ? retention.modulesOf(daemon) : daemon.modules;
  const sketches = wanted
    .map((spare) => sketchOf(model, spare, { server, taken, modulesOf }))
    .filter(({ file }) => options.files?.has(file) !== false);
  const complete = withTags(topology, sketches);
  const drafts = complete.map(draftOf);
  const spares = complete.map(({ daemon }) => daemon);
  const after = topologyWith(topology, spares);
  const amendments = amendmentsFor(model, after, server, taken, options);
  const amended = amendments.filter(({ spare }) => options.amend === true || isIn(options.amend, spare));
  const unread = drafts.filter(({ loaded }) => !loaded).map(({ file }) => file);
  const change = joined(
    { edits: [...addToMaps(model, drafts.map(newcomer))], newFiles: drafts.map(({ file, text }) => ({ file, text })) },
    edits(...amended.flatMap((amendment) => amendment.edits)),
    retention?.change ?? edits(),
    options.load === true ? loadLines(model, unread) : edits(),
  );
  const notes = spareNotes(model, {
    server,
    drafts,
    amended: amended.map(({ spare }) => spare),
    retention,
    isLoaded: options.load === true,
    forgetful,
  });
  return { server, drafts, amendments, skipped, notes, forgetful, retention, change };
}

/** Spares get the tags, too, that they turn out to need when the dispatcher takes them for the work of others. */
function withTags(topology: Topology, sketches: readonly Sketch[]): readonly Sketch[] {
  let known = sketches;
  for (let round = 0; round <= sketches.length; round++) {
    const daemons = known.map(({ daemon }) => daemon);
    const after = topologyWith(topology, daemons);
    const next = known.map((sketch): Sketch => {
      const { tags } = lostTags(after, sketch.daemon);
      return tags.length === 0
        ? sketch
        : { ...sketch, daemon: { ...sketch.daemon, tags: [...sketch.daemon.tags, ...tags] } };
    });
    if (next.every((sketch, index) => sketch === known[index])) break;
    known = next;
  }
  return known;
}

function amendmentsFor(
  model: Model,
  after: Topology,
  server: string,
  taken: Taken,
  options: SpareOptions,
): readonly Amendment[] {
  return topologyOf(model)
    .daemons.filter((daemon) => daemon.spare && isAsked(daemon, { ...options, for: undefined }))
    .flatMap((spare) =>
      spare.kind === 'arbiter'
        ? spareBeside(after) === spare
          ? (moveArbiter(model, server, taken) ?? [])
          : []
        : (addTags(model, after, spare) ?? []),
    );
}

const isIn = (amend: SpareOptions['amend'], { kind, name }: Daemon): boolean =>
  typeof amend === 'object' && amend.has(`${kind}/${name}`);

/** A spare for one active daemon. Undefined where the daemon is a spare itself or was invented. */
export function draftSpare(
  model: Model,
  master: Daemon,
  server: string,
  options: Pick<SpareOptions, 'exists'> = {},
): SpareDraft | undefined {
  if (master.spare || master.invented) return undefined;
  const topology = topologyOf(model);
  const others = othersFor(topology, [master], server, () => false);
  const sketch = sketchOf(model, { masters: [master], others }, { server, taken: takenIn(topology, options.exists) });
  const [complete = sketch] = withTags(topology, [sketch]);
  return draftOf(complete);
}

/** The server where most of the other spares are, else Shinken's usual name for it, or the next one for a daemon that is there itself. */
export function likelySpareServer(model: Model, master?: Daemon): string {
  const usual = master?.machine === DEFAULT_SPARE_SERVER ? NEXT_SPARE_SERVER : DEFAULT_SPARE_SERVER;
  return spareServer(model, master) ?? usual;
}

const NEXT_SPARE_SERVER = 'server4';

/** The server where most of the spares are, another one than a daemon's own; undefined where there is none. */
export function spareServer(model: Model, daemon?: Daemon): string | undefined {
  const counts = new Map<string, number>();
  for (const { spare, address, machine } of topologyOf(model).daemons) {
    if (spare && machine !== daemon?.machine && !isLocalAddress(address))
      counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0];
}

/** Active schedulers, as far as one asks for them, that have a spare or may get one and keep their states for themselves. */
function forgetfulSchedulers(model: Model, topology: Topology, scope: Scope): readonly Daemon[] {
  return topology
    .of('scheduler')
    .filter(
      (scheduler) => !scheduler.spare && !scheduler.invented && isAsked(scheduler, { ...scope, kinds: undefined }),
    )
    .filter((scheduler) => !sharesStates(model, scheduler));
}

function swapFor(
  model: Model,
  topology: Topology,
  masters: readonly Daemon[],
  server: string,
  choice: StoreChoice,
  { exists }: SpareOptions,
): RetentionSwap | undefined {
  const spares = masters.flatMap((master) => sparesFor(topology, master));
  return swapRetention(model, [...new Set([...masters, ...spares])], choice, server, exists);
}
