/** What the tree of servers and realms shows, as plain data: worked out here, turned into VS Code's items elsewhere. */
import type { Gap } from '../../../../server/src/availability/overview';
import { listed, realmsListed, workOf } from '../../../../server/src/availability/words';
import type { AddSpareArguments, AvailabilityOverview } from '../../../../server/src/lsp/requests';
import type { DaemonType } from '../../../../server/src/schema';

type Daemon = AvailabilityOverview['daemons'][number];
type Realm = AvailabilityOverview['realms'][number];

export interface Node {
  /** The same for the same thing after a change, and another one wherever that stands a second time. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** A codicon. */
  readonly icon: string;
  /** `warning`, something is missing; `faint`, it waits. */
  readonly tone?: 'warning' | 'faint';
  /** What the menus go by. */
  readonly is: 'configuration' | 'group' | 'server' | 'activeDaemon' | 'daemon' | 'realm' | 'gap' | 'fixableGap';
  readonly isOpen: boolean;
  readonly children: readonly Node[];
  /** Where it is defined. */
  readonly at?: Daemon['at'];
  /** A file of the configuration. */
  readonly uri: string;
  /** The machine, of a server. */
  readonly machine?: string;
  /** What the command that adds a spare is to be asked. */
  readonly spare?: AddSpareArguments;
}

const icons: Readonly<Record<DaemonType, string>> = {
  arbiter: 'law',
  scheduler: 'watch',
  poller: 'pulse',
  reactionner: 'bell',
  broker: 'broadcast',
  receiver: 'inbox',
};

/** With more servers than these, each shows its daemons once it is asked to. */
const MOST_OPEN = 3;

/** Servers and realms of one configuration. */
export function nodesOf(overview: AvailabilityOverview): readonly Node[] {
  const { configuration: uri, machines, realms } = overview;
  const group = (label: string, icon: string, children: readonly Node[]): Node => {
    const id = `${uri} ${label}`;
    return { id, label, description: '', tooltip: '', icon, is: 'group', isOpen: true, children, uri };
  };
  return [
    group(
      'Servers',
      'server-environment',
      machines.map(({ name }) => serverNode(overview, name)),
    ),
    group('Realms', 'globe', nested(overview, realms)),
  ];
}

function serverNode(overview: AvailabilityOverview, name: string): Node {
  const { configuration: uri, machines, daemons } = overview;
  const id = `${uri} server ${name}`;
  const here = daemons.filter(({ machine }) => machine === name);
  const spares = here.filter(({ spare }) => spare).length;
  const counts = [
    ...(spares < here.length ? [`${String(here.length - spares)} active`] : []),
    ...(spares > 0 ? [counted(spares, 'spare')] : []),
  ].join(', ');
  const others = machines.find((machine) => machine.name === name)?.addresses.filter((address) => address !== name);
  const gaps = missing(overview).filter(({ machine }) => machine === name);
  return {
    id,
    label: name,
    description: [counts, ...(others ?? [])].join(' · '),
    tooltip: [`${name}: ${counts}`, ...gaps.map((gap) => gapText(overview, gap))].join('\n'),
    icon: 'server',
    tone: gaps.length > 0 ? 'warning' : undefined,
    is: 'server',
    isOpen: machines.length <= MOST_OPEN,
    children: [
      ...gaps.map((gap) => gapNode(overview, gap, id)),
      ...here.map((daemon) => daemonNode(overview, daemon, id, daemon.realm)),
    ],
    uri,
    machine: name,
  };
}

/** Each realm once, below the first that lists it; a circle begins at its first realm. */
function nested(overview: AvailabilityOverview, realms: readonly Realm[]): readonly Node[] {
  const seen = new Set<string>();
  const visit = (list: readonly Realm[], depth: number): Node[] =>
    list.flatMap((realm) => {
      if (seen.has(realm.name)) return [];
      seen.add(realm.name);
      const below = realm.children.flatMap((name) => realms.find((other) => other.name === name) ?? []);
      return [realmNode(overview, realm, depth, visit(below, depth + 1))];
    });
  const tops = visit(
    realms.filter(({ parents }) => parents.length === 0),
    0,
  );
  return [...tops, ...visit(realms, 0)];
}

function realmNode(overview: AvailabilityOverview, realm: Realm, depth: number, below: readonly Node[]): Node {
  const { configuration: uri, daemons } = overview;
  const { name, hosts, isDefault, at } = realm;
  const id = `${uri} realm ${name}`;
  const description = [counted(hosts, 'host'), ...(isDefault ? ['default'] : [])].join(', ');
  const gaps = missing(overview).filter((gap) => gap.realm === name);
  return {
    id,
    label: name,
    description,
    tooltip: [`Realm ${name}: ${description}`, ...gaps.map((gap) => gapText(overview, gap))].join('\n'),
    icon: 'globe',
    tone: gaps.length > 0 ? 'warning' : undefined,
    is: 'realm',
    isOpen: below.length > 0 && depth < 2,
    children: [
      ...gaps.map((gap) => gapNode(overview, gap, id)),
      ...daemons
        .filter((daemon) => daemon.realm === name)
        .map((daemon) => daemonNode(overview, daemon, id, daemon.machine)),
      ...below,
    ],
    at,
    uri,
  };
}

/** `where` is what its parent does not tell: the realm below a server, the machine below a realm. */
function daemonNode(overview: AvailabilityOverview, daemon: Daemon, parent: string, where: string | undefined): Node {
  const { configuration: uri } = overview;
  const { id, kind, name, spare, invented, address, port, at, problems } = daemon;
  const role = `${spare ? 'spare ' : ''}${kind}`;
  const troubles = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const facts = `${role} ${name}, ${address}:${String(port)}${daemon.realm === undefined ? '' : `, realm ${daemon.realm}`}`;
  return {
    id: `${parent} ${id}`,
    label: name === '' ? '(without a name)' : name,
    description: [role, ...(where === undefined ? [] : [where]), ...(invented ? ['invented by Shinken'] : [])].join(
      ' · ',
    ),
    tooltip: [facts, ...troubles.map(({ message }) => message)].join('\n'),
    icon: icons[kind],
    tone: troubles.length > 0 ? 'warning' : spare || invented ? 'faint' : undefined,
    is: spare || invented ? 'daemon' : 'activeDaemon',
    isOpen: false,
    children: [],
    at,
    uri,
    spare: { uri, kind, master: name },
  };
}

function gapNode(overview: AvailabilityOverview, gap: Gap, parent: string): Node {
  const { configuration: uri } = overview;
  return {
    id: `${parent} gap ${gap.id}`,
    label: gapLabel(overview, gap),
    description: gap.kind,
    tooltip: gapText(overview, gap),
    icon: 'warning',
    tone: 'warning',
    is: gap.fix ? 'fixableGap' : 'gap',
    isOpen: false,
    children: [],
    at: overview.daemons.find(({ id }) => id === (gap.masters[0] ?? gap.spares[0]))?.at,
    uri,
    spare: gap.fix && { uri, ...gap.fix },
  };
}

/** Where nobody wants spares, they are not missing. */
function missing({ gaps, wantsSpares }: AvailabilityOverview): readonly Gap[] {
  return wantsSpares ? gaps : gaps.filter(({ reason }) => reason === 'unserved');
}

function gapLabel(overview: AvailabilityOverview, { reason, kind, tags, masters }: Gap): string {
  const names = listed(namesOf(overview, masters));
  if (reason === 'unserved') return tags ? `Nobody does ${workOf(kind, tags)}` : `No ${kind} at work`;
  if (reason === 'lacks-tags') return `No spare for ${workOf(kind, tags ?? [])}`;
  return reason === 'few-spares' ? `No spare left for ${names}` : `No spare for ${names}`;
}

/** The same in a sentence. */
function gapText(overview: AvailabilityOverview, { kind, tags, machine, realms, masters, spares }: Gap): string {
  const where = realms.length > 0 ? ` in ${realmsListed(realms)}` : '';
  const work = tags ? workOf(kind, tags) : `the work of a ${kind}`;
  if (machine === undefined) return `Nobody does ${work}${where}, even while all is well.`;
  const names = listed(namesOf(overview, masters));
  const idle = spares.length > 0 ? ` ${listed(namesOf(overview, spares))} cannot help.` : '';
  return `When ${machine} dies, nobody does ${tags ? work : `what ${names} did`}${where}.${idle}`;
}

function namesOf({ daemons }: AvailabilityOverview, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => daemons.find((daemon) => daemon.id === id)?.name ?? []);
}

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;
