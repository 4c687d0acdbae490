/** Realms, nested, and in each the kinds of daemons that belong to it or work for it. */
import type { Gap, OverviewDaemon, OverviewRealm } from '../../../../server/src/availability/overview';
import { lossText } from '../../../../server/src/availability/story';
import type { DaemonType } from '../../../../server/src/schema';
import { columnOfGap } from './columns';
import { nested } from './nesting';
import { daemonEntry, gapEntry, type Place } from './entries';
import { type Column, counted, type Entry, type KindRow, type MapData, type RealmRow, type Row } from './view';

const titles: Readonly<Record<DaemonType, string>> = {
  arbiter: 'Arbiters',
  scheduler: 'Schedulers',
  poller: 'Pollers',
  reactionner: 'Reactionners',
  broker: 'Brokers',
  receiver: 'Receivers',
};

const kindsOfRealms = ['scheduler', 'poller', 'reactionner', 'broker', 'receiver'] as const;

export function rowsOf(data: MapData, columns: readonly Column[]): readonly Row[] {
  const { realms, daemons } = data.overview;
  const known = new Set(realms.map(({ name }) => name));
  const kindRows = (realm: string, depth: number): KindRow[] =>
    kindsOfRealms.flatMap((kind) => kindRow(data, columns, { kind, realm }, depth) ?? []);
  const arbiters = kindRow(data, columns, { kind: 'arbiter', realm: undefined }, 0);
  const astray = daemons.filter(({ kind, realm }) => kind !== 'arbiter' && (realm === undefined || !known.has(realm)));
  return [
    ...(arbiters ? [arbiters] : []),
    ...nested(realms).flatMap(({ realm, depth }) => [realmRow(realm, depth), ...kindRows(realm.name, depth + 1)]),
    ...(astray.length > 0 ? astrayRows(data, columns, astray) : []),
  ];
}

function realmRow({ name, isDefault, hosts, parents, at }: OverviewRealm<unknown>, depth: number): RealmRow {
  const notes = [
    counted(hosts, 'host'),
    ...(isDefault ? ['default'] : []),
    ...(parents.length > 1 ? [`below ${parents.join(' and ')}`] : []),
  ];
  return { type: 'realm', id: `realm ${name}`, name, depth, notes, hasPlace: at !== undefined };
}

/** Undefined where no daemon of the kind belongs to the realm or works for it, and none is missed. */
function kindRow(data: MapData, columns: readonly Column[], place: Place, depth: number): KindRow | undefined {
  const { overview } = data;
  const { kind, realm } = place;
  const here = daemonsShown(data, place);
  const gaps = overview.gaps.filter((gap) => gap.kind === kind && gap.realm === realm);
  const { flag, sentences } = kind === 'arbiter' ? leadership(data) : coverage(data, kind, realm);
  if (here.length === 0 && gaps.length === 0 && flag === undefined) return undefined;
  return {
    type: 'kind',
    id: `${kind} ${realm ?? ''}`,
    kind,
    title: titles[kind],
    realm,
    depth,
    flag,
    uncovered: sentences,
    cells: columns.map((column) => ({
      entries: [
        ...here.filter(({ machine }) => machine === column.id).map((daemon) => daemonEntry(data, place, daemon)),
        ...gapEntries(data, columns, gaps, column),
      ],
      label: `No ${kind} on ${column.name}`,
    })),
  };
}

/** What nobody does, and a word for how much of it. */
interface Coverage {
  readonly flag: string | undefined;
  readonly sentences: readonly string[];
}

function coverage({ failover: { state } }: MapData, kind: DaemonType, realm: string | undefined): Coverage {
  const uncovered = state.uncovered.filter((work) => work.kind === kind && work.realm === realm);
  const parts = state.realms.find((one) => one.realm === realm)?.parts.length ?? 0;
  const isAll = uncovered.some(({ tag, parts: without }) => tag === undefined && without >= parts);
  return {
    flag: uncovered.length === 0 ? undefined : isAll ? 'nobody' : 'not all of it',
    sentences: uncovered.map((work) => `${capital(lossText(work, state))} ${work.why}`),
  };
}

const leaderships = {
  settled: undefined,
  nobody: ['nobody', 'No arbiter leads: nobody is replaced any more.'],
  contested: ['contested', "Several spare arbiters take the lead, and undo each other's work for ever."],
  arbitrary: ['contested', 'Several active arbiters stop each other.'],
} as const;

function leadership({ failover: { state } }: MapData): Coverage {
  const [flag, sentence] = leaderships[state.leadership] ?? [];
  return { flag, sentences: sentence === undefined ? [] : [sentence] };
}

const gapEntries = ({ overview }: MapData, columns: readonly Column[], gaps: readonly Gap[], column: Column): Entry[] =>
  gaps.filter((gap) => columnOfGap(overview, columns, gap) === column).map((gap) => gapEntry(overview, gap));

/** The daemons of a realm, and those that work for it, or did before they died. */
function daemonsShown(
  { overview, well, failover }: MapData,
  { kind, realm }: Place,
): readonly OverviewDaemon<unknown>[] {
  const ofKind = overview.daemons.filter((daemon) => daemon.kind === kind);
  if (kind === 'arbiter') return ofKind;
  const parts = [well, failover].flatMap(({ state }) => state.realms.find((one) => one.realm === realm)?.parts ?? []);
  const workers = new Set(
    parts.flatMap(({ scheduler, workers }) => (kind === 'scheduler' ? (scheduler ?? []) : workers[kind])),
  );
  return ofKind.filter((daemon) => daemon.realm === realm || workers.has(daemon.id));
}

/** Daemons whose realm is not there: they do nothing. */
function astrayRows(data: MapData, columns: readonly Column[], astray: readonly OverviewDaemon<unknown>[]): Row[] {
  const heading = { type: 'realm', id: 'realm', name: 'No realm', depth: 0, hasPlace: false } as const;
  const kinds = kindsOfRealms.filter((kind) => astray.some((daemon) => daemon.kind === kind));
  return [
    { ...heading, notes: ['their realm is not defined'] },
    ...kinds.map((kind): KindRow => ({
      type: 'kind',
      id: `${kind} astray`,
      kind,
      title: titles[kind],
      realm: undefined,
      depth: 1,
      flag: undefined,
      uncovered: [],
      cells: columns.map((column) => ({
        entries: astray
          .filter((daemon) => daemon.kind === kind && daemon.machine === column.id)
          .map((daemon) => daemonEntry(data, { kind, realm: undefined }, daemon)),
        label: `No ${kind} on ${column.name}`,
      })),
    })),
  ];
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
