/** What stands in a cell: a daemon and how it fares, or a gap. */
import type { Gap, OverviewDaemon } from '../../../../server/src/availability/overview';
import { seconds, within } from '../../../../server/src/availability/story';
import { listed, realmsListed, workOf } from '../../../../server/src/availability/words';
import type { AvailabilityOverview } from '../../../../server/src/lsp/requests';
import type { DaemonType } from '../../../../server/src/schema';
import { unbroken } from './words';
import { type DaemonEntry, type DaemonStatus, type GapEntry, type MapData } from './view';

/** A row of the map. */
export interface Place {
  readonly kind: DaemonType;
  /** Undefined for arbiters. */
  readonly realm: string | undefined;
}

type Handover = MapData['failover']['handovers'][number];
type Note = NonNullable<DaemonEntry['note']>;

export function daemonEntry(data: MapData, place: Place, daemon: OverviewDaemon<unknown>): DaemonEntry {
  const { id, kind, name, machine, realm, spare, invented, tags, modules } = daemon;
  // What is merely worth knowing is no problem of the daemon's.
  const problems = daemon.problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const status = statusOf(data, daemon);
  const note = noteOf(data, place, daemon, status);
  const home = kind === 'arbiter' || realm === place.realm ? undefined : realm;
  const shownTags =
    tags.length === 1 && tags[0] === 'None' ? [] : tags.map((tag) => (tag === 'None' ? 'untagged' : tag));
  return {
    type: 'daemon',
    key: `${place.kind} ${place.realm ?? ''} ${id}`,
    id,
    name: name === '' ? '(without a name)' : name,
    status,
    isSpare: spare,
    isInvented: invented,
    home,
    tags: shownTags,
    modules,
    problems: problems.map(({ message }) => message),
    note: note && { ...note, text: unbroken(note.text) },
    role: `${spare ? 'spare ' : ''}${kind} on ${machine}`,
  };
}

function statusOf({ failover }: MapData, { id, kind, spare }: OverviewDaemon<unknown>): DaemonStatus {
  const { state, handovers } = failover;
  if (state.dead.includes(id)) return 'dead';
  if (handovers.some(({ by }) => by.includes(id))) return 'takes-over';
  if (kind === 'arbiter') return state.leaders.includes(id) ? 'works' : 'waits';
  if (!state.idle.includes(id)) return 'works';
  return spare ? 'waits' : 'idle';
}

function noteOf(data: MapData, place: Place, daemon: OverviewDaemon<unknown>, status: DaemonStatus): Note | undefined {
  const { id, kind } = daemon;
  const { handovers } = data.failover;
  const own = handovers.filter((one) => one.kind === kind);
  const here = own.filter(({ realms }) => place.realm === undefined || realms.includes(place.realm));
  if (status === 'takes-over') return takeoverNote(data, here, own, id);
  if (status === 'dead') return deathNote(data, place, here, id);
  if (status === 'idle' && data.failover.lost.some((work) => work.kind === 'scheduler' && work.realm === place.realm))
    return { isLoss: false, text: 'has no scheduler to work for' };
  const isInVain = data.overview.gaps.some(
    ({ reason, tags, spares }) => reason === 'unserved' && tags === undefined && spares.includes(id),
  );
  if (isInVain && status === 'waits') return { isLoss: true, text: 'never works: no active one is defined' };
  return undefined;
}

/** In its own realm's row, a spare may have gone to the help of another realm. */
function takeoverNote(
  { failover, overview }: MapData,
  here: readonly Handover[],
  own: readonly Handover[],
  id: string,
): Note {
  const isHis = ({ by }: Handover): boolean => by.includes(id);
  const [one, ...more] = here.some(isHis) ? here.filter(isHis) : own.filter(isHis);
  const { after } = failover.state;
  if (!one) return { isLoss: false, text: 'takes over' };
  if (one.kind === 'arbiter') {
    return {
      isLoss: false,
      text: `takes the lead${after.arbiter === undefined ? '' : ` after ${seconds(after.arbiter)}`}`,
    };
  }
  const names = [...new Set([one, ...more].flatMap(({ from }) => from))].map((dead) => nameOf(overview, dead));
  const elsewhere = here.includes(one) ? '' : ` in ${realmsListed(one.realms)}`;
  const range = one.kind === 'scheduler' ? after.schedulers : after.satellites;
  return { isLoss: false, text: `takes over from ${listed(names)}${elsewhere}${range ? ` ${within(range)}` : ''}` };
}

/** Who takes the place of a dead daemon, if anybody has to. */
function deathNote(
  { failover, overview }: MapData,
  { kind, realm }: Place,
  here: readonly Handover[],
  id: string,
): Note | undefined {
  const { lost, state } = failover;
  const handover = here.find(({ from }) => from.includes(id));
  if (!handover) return undefined;
  if (kind === 'arbiter' && state.leadership === 'nobody') return { isLoss: true, text: 'nobody takes the lead' };
  const undone = lost.filter((work) => work.kind === kind && work.realm === realm);
  const tags = undone.flatMap(({ tag }) => tag ?? []);
  if (undone.some(({ tag }) => tag === undefined) && handover.by.length > 0)
    return { isLoss: true, text: 'too few take over' };
  if (handover.by.length + handover.others.length === 0 || undone.some(({ tag }) => tag === undefined))
    return { isLoss: true, text: 'nobody takes over' };
  if (tags.length > 0) return { isLoss: true, text: `nobody does ${workOf(kind, tags)}` };
  const [names, verbs] =
    handover.by.length > 0
      ? [handover.by, ['takes over', 'take over']]
      : [handover.others, ['goes on alone', 'go on alone']];
  return {
    isLoss: false,
    text: `${listed(names.map((other) => nameOf(overview, other)))} ${verbs[names.length === 1 ? 0 : 1] ?? ''}`,
  };
}

const nameOf = ({ daemons }: AvailabilityOverview, id: string): string =>
  daemons.find((daemon) => daemon.id === id)?.name ?? id;

export function gapEntry(overview: AvailabilityOverview, gap: Gap): GapEntry {
  const { id, reason, kind, machine, tags, masters, spares, fix } = gap;
  const whom = listed(masters.map((master) => nameOf(overview, master)));
  const helpers = listed(spares.map((spare) => nameOf(overview, spare)));
  const text = {
    'no-spare': `no spare for ${whom}${tags ? ` (${listed(tags)})` : ''}`,
    'few-spares': `no free spare for ${whom}`,
    'lacks-tags': `${helpers} lacks ${(tags ?? []).join(', ')}`,
    unserved: tags ? `nobody has the tag ${listed(tags)}` : `no ${kind} at work`,
  }[reason];
  const when = machine === undefined ? 'missed already now' : `missed when ${machine} dies`;
  return { type: 'gap', key: `gap ${id}`, id, text, canFix: fix !== undefined, when };
}
