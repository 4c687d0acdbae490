/** The servers, those that do the work before those that wait, and a place for what is missing. */
import type { Gap } from '../../../../server/src/availability/overview';
import type { AvailabilityOverview } from '../../../../server/src/lsp/requests';
import { nested } from './nesting';
import { type Column, counted, type MapData } from './view';

export function columnsOf({ overview, failover, survival }: MapData): readonly Column[] {
  const { machines, daemons, gaps } = overview;
  // Daemons that Shinken invents may be on a machine that nobody has named.
  const names = [...new Set([...machines.map(({ name }) => name), ...daemons.map(({ machine }) => machine)])];
  const ranks = ranksOf(overview);
  const rank = (name: string): number => ranks.get(name) ?? Infinity;
  const sorted = names.sort((a, b) => Math.sign(rank(a) - rank(b)) || byName(a, b));
  const dead = new Set(failover.state.failure.machines);
  const columns = sorted.map((name): Column => {
    const here = daemons.filter(({ machine }) => machine === name);
    const spares = here.filter(({ spare }) => spare).length;
    const addresses = machines.find((machine) => machine.name === name)?.addresses ?? [];
    const death = survival.machines.find(({ machine }) => machine === name);
    const isFatal = death !== undefined && (death.lost.length > 0 || death.leaderless);
    const summary = [
      ...(spares < here.length ? [`${String(here.length - spares)} active`] : []),
      ...(spares > 0 ? [counted(spares, 'spare')] : []),
    ].join(', ');
    return {
      id: name,
      name,
      status: dead.has(name) ? 'dead' : 'alive',
      summary,
      addresses: addresses.filter((address) => address.toLowerCase() !== name),
      isFatal,
    };
  });
  const proposed = [
    ...new Set(gaps.flatMap(({ fix }) => (fix && !columnFor(overview, columns, fix.address) ? [fix.address] : []))),
  ];
  return [
    ...columns,
    ...proposed.map((name): Column => {
      const missing = counted(gaps.filter(({ fix }) => fix?.address === name).length, 'spare');
      return {
        id: name,
        name,
        status: 'proposed',
        summary: `${missing} missing`,
        addresses: [],
        isFatal: false,
      };
    }),
  ];
}

/** Servers in the order of the rows that they first work in: the arbiter's, then realm by realm. Those with spares alone have no rank. */
function ranksOf({ realms, daemons }: AvailabilityOverview): ReadonlyMap<string, number> {
  const order = new Map(nested(realms).map(({ realm }, index) => [realm.name, index + 1]));
  const ranks = new Map<string, number>();
  for (const { machine, kind, realm, spare } of daemons) {
    if (spare) continue;
    const rank = kind === 'arbiter' ? 0 : (order.get(realm ?? '') ?? order.size + 1);
    ranks.set(machine, Math.min(rank, ranks.get(machine) ?? rank));
  }
  return ranks;
}

/** The column of an address. */
function columnFor(
  { machines }: AvailabilityOverview,
  columns: readonly Column[],
  address: string,
): Column | undefined {
  const machine = machines.find(({ name, addresses }) => name === address.toLowerCase() || addresses.includes(address));
  return columns.find(({ id }) => id === (machine?.name ?? address));
}

/** Where a gap is shown: where a spare is proposed, else at the spare that does not fill it. Undefined for one that has no place. */
export function columnOfGap(overview: AvailabilityOverview, columns: readonly Column[], gap: Gap): Column | undefined {
  if (gap.fix) return columnFor(overview, columns, gap.fix.address);
  const spare = overview.daemons.find(({ id }) => gap.spares.includes(id));
  return columns.find(({ id }) => id === spare?.machine);
}

/** `server2` before `server10`. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
