/** What the availability map shows, as plain data: worked out here once, drawn by the webview and by the SVG export. */
import type { AvailabilityOverview, Failover, Survival } from '../../../../server/src/lsp/requests';
import type { DaemonId } from '../../../../server/src/availability/overview';
import type { StoryLine } from '../../../../server/src/availability/story';
import type { DaemonType } from '../../../../server/src/schema';
import { columnsOf } from './columns';
import { rowsOf } from './rows';
import { unbroken } from './words';

/** What the server has answered. */
export interface MapData {
  readonly overview: AvailabilityOverview;
  /** The failure that is looked at; nothing dead while all is well. */
  readonly failover: Failover;
  readonly well: Failover;
  readonly survival: Survival;
}

export interface MapView {
  /** The main file, or the folder of packs. */
  readonly configuration: string;
  readonly verdict: { readonly isGood: boolean; readonly text: string };
  /** Nobody is dead. */
  readonly isWell: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly story: readonly StoryLine[];
}

/** A server, or the one that spares are missing on. */
export interface Column {
  /** The machine's name, or the address that is proposed for spares. */
  readonly id: string;
  readonly name: string;
  readonly status: 'alive' | 'dead' | 'proposed';
  /** `4 active, 1 spare`. */
  readonly summary: string;
  /** Addresses that are written otherwise than the name. */
  readonly addresses: readonly string[];
  /** When it dies alone, something is lost. */
  readonly isFatal: boolean;
}

/** A heading, or the daemons of one kind that belong to a realm or work for it. */
export type Row = RealmRow | KindRow;

export interface RealmRow {
  readonly type: 'realm';
  readonly id: string;
  readonly name: string;
  /** How many realms it stands below. */
  readonly depth: number;
  /** `12 hosts`, `default`. */
  readonly notes: readonly string[];
  /** Its definition can be shown. */
  readonly hasPlace: boolean;
}

export interface KindRow {
  readonly type: 'kind';
  readonly id: string;
  readonly kind: DaemonType;
  /** `Schedulers`. */
  readonly title: string;
  /** Undefined for arbiters, and where there is no such realm. */
  readonly realm: string | undefined;
  readonly depth: number;
  /** `nobody`, where nobody does the work; `not all of it`, where a part or a tag is left out. */
  readonly flag: string | undefined;
  /** Work of this kind that nobody does, a sentence each. */
  readonly uncovered: readonly string[];
  /** One for each column. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly entries: readonly Entry[];
  /** What a screen reader says of a cell without entries. */
  readonly label: string;
}

export type Entry = DaemonEntry | GapEntry;

/**
 * `works`; `waits`, a spare or an arbiter that does not lead; `takes-over`, work of the dead; `dead`; `idle`, an active one that the
 * dispatcher gives nothing to do.
 */
export type DaemonStatus = 'works' | 'waits' | 'takes-over' | 'dead' | 'idle';

export interface DaemonEntry {
  readonly type: 'daemon';
  /** Unique in the map: a daemon stands in each realm that it works for. */
  readonly key: string;
  readonly id: DaemonId;
  readonly name: string;
  readonly status: DaemonStatus;
  readonly isSpare: boolean;
  /** Shinken invents it: there is no definition to show. */
  readonly isInvented: boolean;
  /** The realm that it is defined in, where it works for the realms below, too. */
  readonly home: string | undefined;
  readonly tags: readonly string[];
  readonly modules: readonly string[];
  readonly problems: readonly string[];
  /** What its death, or that of others, means for it; or why it has nothing to do. */
  readonly note: { readonly isLoss: boolean; readonly text: string } | undefined;
  /** `spare scheduler on server3`: what its place in the map says, for who does not see it. */
  readonly role: string;
}

/** Something missing. */
export interface GapEntry {
  readonly type: 'gap';
  readonly key: string;
  /** The id of the gap in the overview. */
  readonly id: string;
  readonly text: string;
  /** A spare mends it, and can be added. */
  readonly canFix: boolean;
  /** `missed when server1 dies`. */
  readonly when: string;
}

/** The view of what the server has answered. */
export function mapView(data: MapData): MapView {
  const { overview, failover, survival } = data;
  const columns = columnsOf(data);
  const isWell = failover.state.dead.length === 0;
  return {
    configuration: nameOf(overview.configuration),
    verdict: { isGood: survival.anyOneMayFail && survival.machines.length > 1, text: survival.verdict },
    isWell,
    columns,
    rows: rowsOf(data, columns),
    story: failover.story.map(({ tone, text }) => ({ tone, text: unbroken(text) })),
  };
}

/** The last two parts of a URI's path: `etc-shinken/shinken.cfg`. */
function nameOf(uri: string): string {
  return uri.split('/').filter(Boolean).slice(-2).map(decodeURIComponent).join('/');
}

/** `one host`, `2 hosts`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
