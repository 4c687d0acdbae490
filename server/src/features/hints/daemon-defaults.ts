/** Directives of a daemon that nobody has written, and that decide who works for whom and when somebody else takes over. */
import { setDirective } from '../../availability/changes';
import { arbiterPatience, timersOf } from '../../availability/delays';
import { type Daemon, type Topology, topologyOf } from '../../availability/topology';
import { realmsListed } from '../../availability/words';
import { headPlace } from '../../model/item';
import type { Model } from '../../model/types';
import type { Place } from '../../project/types';
import { directive } from '../../schema';
import { daemonsIn } from '../daemons';
import { type Markdown, overlaps } from '../feature';
import type { HintKind, InlayHint } from '../inlay-hints';
import { code, paragraphs } from '../markdown';
import type { HintSource } from './index';

export const daemonDefaults: HintSource = {
  kinds: ['spare', 'port', 'realm', 'timers', 'subRealms', 'manageArbiters'],
  hints: (analysis, { file, span }) =>
    daemonsIn(analysis, file).flatMap((daemon) => {
      const { source } = daemon.item;
      if (!source || !overlaps(source.node.span, span)) return [];
      const { model } = analysis;
      return drafts
        .flatMap((draft) => draft(topologyOf(model), daemon) ?? [])
        .flatMap((draft) => placed(model, daemon, draft) ?? []);
    }),
};

/** What to say of one daemon, before it has its place. */
interface Draft {
  readonly kind: HintKind;
  readonly label: string;
  readonly tooltip: Markdown;
  /** The lines that say the same. */
  readonly lines: readonly (readonly [key: string, value: string])[];
  /** The directives whose line it stands on, the first one that is written; else, and without any, the line of the `define`. */
  readonly behind: readonly string[];
  readonly target?: Place;
}

type Drafting = (topology: Topology, daemon: Daemon) => Draft | undefined;

/** On the line of the `define`, or behind the name: VS Code cuts short what is on one line. */
const drafts: readonly Drafting[] = [
  function spare({ wantsSpares }, daemon) {
    // Where nothing is a spare, nobody asks which daemons are none.
    return wantsSpares && !isWritten(daemon, 'spare') ? asDirective('spare', daemon, 'spare', '0') : undefined;
  },
  function port(_, daemon) {
    const value = daemon.item.number('port');
    return value === undefined || isWritten(daemon, 'port')
      ? undefined
      : asDirective('port', daemon, 'port', String(value));
  },
  timers,
  function realm(topology, daemon) {
    if (daemon.realm === undefined || isWritten(daemon, 'realm')) return undefined;
    const definition = topology.realm(daemon.realm)?.source;
    return {
      ...asDirective('realm', daemon, 'realm', daemon.realm),
      behind: [`${daemon.kind}_name`],
      target: definition && headPlace(definition),
    };
  },
  function subRealms(topology, daemon) {
    const { kind, realm } = daemon;
    if (kind === 'arbiter' || kind === 'scheduler' || isWritten(daemon, 'manage_sub_realms')) return undefined;
    const below = realm === undefined ? [] : topology.descendants(realm);
    if (below.length === 0) return undefined;
    const hint = asDirective('subRealms', daemon, 'manage_sub_realms', daemon.managesSubRealms ? '1' : '0');
    const tooltip = paragraphs(`It works for ${realmsListed(below)} as well.`, hint.tooltip);
    return { ...hint, tooltip, behind: ['realm', `${kind}_name`] };
  },
  function manageArbiters(_, daemon) {
    if (daemon.kind !== 'broker' || isWritten(daemon, 'manage_arbiters')) return undefined;
    const value = daemon.item.flag('manage_arbiters') ? '1' : '0';
    return {
      ...asDirective('manageArbiters', daemon, 'manage_arbiters', value),
      behind: ['manage_sub_realms', 'broker_name'],
    };
  },
];

const isWritten = ({ item }: Daemon, key: string): boolean => item.origins.has(key);

/** `port 7771`, with the help for that directive. */
function asDirective(kind: HintKind, daemon: Daemon, key: string, value: string): Draft {
  const tooltip = paragraphs(`Not written: ${code(`${key} ${value}`)}`, directive(daemon.kind, key)?.doc);
  return { kind, label: `${key} ${value}`, tooltip, lines: [[key, value]], behind: [] };
}

/** When others begin to do the work of an active daemon, where its `check_interval` or `max_check_attempts` is left to its default. */
function timers(topology: Topology, daemon: Daemon): Draft | undefined {
  const { kind, spare } = daemon;
  const spares = kind === 'arbiter' ? topology.of(kind).some((arbiter) => arbiter.spare) : topology.wantsSpares;
  const keys = kind === 'scheduler' ? ['check_interval'] : ['check_interval', 'max_check_attempts'];
  const missing = keys.filter((key) => !isWritten(daemon, key));
  if (spare || !spares || missing.length === 0) return undefined;
  const lines = missing.map((key) => [key, String(daemon.item.number(key) ?? '')] as const);
  const values = keys.map((key) => code(`${key} ${String(daemon.item.number(key) ?? '')}`)).join(' × ');
  const { label, tooltip } = whenGivenUp(topology, daemon);
  const notWritten = `Not written: ${missing.map(code).join(' and ')}.`;
  return { kind: 'timers', label, tooltip: paragraphs(`${values}: ${tooltip}`, notWritten), lines, behind: [] };
}

function whenGivenUp(topology: Topology, daemon: Daemon): { readonly label: string; readonly tooltip: Markdown } {
  if (daemon.kind === 'arbiter') {
    const patience = String(arbiterPatience(topology));
    const tooltip = `a spare arbiter takes the lead after ${patience} seconds without news of this one. Until then nobody replaces what dies.`;
    return { label: `takeover after ${patience} s`, tooltip };
  }
  const { interval, attempts } = timersOf(daemon);
  if (daemon.kind === 'scheduler') {
    const tooltip = `the arbiter gives its work to another one at the first check that fails, ${String(interval)} seconds after its death at the latest.`;
    return { label: `given up within ${String(interval)} s`, tooltip };
  }
  const latest = String(interval * attempts);
  const tooltip = `the arbiter gives it up once so many checks in a row have failed, ${String(interval * (attempts - 1))} to ${latest} seconds after its death; sooner where its scheduler moves meanwhile.`;
  return { label: `given up within ${latest} s`, tooltip };
}

/** Undefined where the line that it would stand on is in another file: an include inside the `define`. */
function placed(model: Model, daemon: Daemon, draft: Draft): InlayHint | undefined {
  const { source, origins } = daemon.item;
  if (!source) return undefined;
  const { kind, label, tooltip, lines, behind, target } = draft;
  const property = behind.map((key) => origins.get(key)?.property).find((written) => written !== undefined);
  if (property && property.file !== source.file) return undefined;
  const { open, typeSpan } = source.node;
  const line = property ? (property.node.value.text === '' ? property.node.keySpan : property.node.value.span) : open;
  return {
    kind,
    offset: (line ?? typeSpan).end,
    label: [{ text: label, target }],
    tooltip: () => tooltip,
    edits: () =>
      lines
        .flatMap(([key, value]) => setDirective(model, daemon, key, value) ?? [])
        .filter(({ file }) => file === source.file),
  };
}
