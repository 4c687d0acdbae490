/** Above a daemon: who takes over from it, or for whom it stands in; and what dies with its machine. */
import type { Analysis } from '../../analysis';
import { costOf, failoverState } from '../../availability/failover';
import type { Takeover, Uncovered } from '../../availability/failover-types';
import { idOf } from '../../availability/overview';
import { likelySpareServer } from '../../availability/spares';
import { mastersOf, sparesFor } from '../../availability/stand-ins';
import { lossText } from '../../availability/story';
import { takeover } from '../../availability/takeover';
import { type Daemon, type Topology, topologyOf } from '../../availability/topology';
import { listed, workOf } from '../../availability/words';
import { headPlace } from '../../model/item';
import type { Model } from '../../model/types';
import type { FilePath } from '../../project/types';
import type { CodeLens, LensAction, LensText } from '../code-lens';
import { daemonsIn, nameOf } from '../daemons';
import type { LensSource } from './index';

/**
 * One lens for each daemon, and one for each machine of active daemons. Where nothing is a spare, all that is said is one word at the
 * first arbiter, and how to change that.
 */
export const availability: LensSource = { kind: 'availability', lenses };

function lenses(analysis: Analysis, file: FilePath): readonly CodeLens[] {
  const daemons = daemonsIn(analysis, file);
  if (daemons.length === 0) return [];
  const { model } = analysis;
  const topology = topologyOf(model);
  if (!topology.wantsSpares) {
    const arbiter = topology.of('arbiter').find(({ invented }) => !invented);
    return daemons.filter((daemon) => daemon === arbiter).flatMap((daemon) => lens(topology, daemon, () => noSpares));
  }
  const machines = new Set<string>();
  return daemons.flatMap((daemon) => {
    const { spare, machine } = daemon;
    if (spare) return lens(topology, daemon, () => aboutSpare(topology, daemon));
    const isFirst = !machines.has(machine) && machines.add(machine);
    return [
      ...lens(topology, daemon, () => aboutMaster(model, topology, daemon)),
      ...(isFirst ? lens(topology, daemon, () => aboutMachine(model, machine), machine) : []),
    ];
  });
}

function lens(topology: Topology, daemon: Daemon, say: () => LensText, machine?: string): readonly CodeLens[] {
  const { source } = daemon.item;
  if (!source) return [];
  const id = JSON.stringify(['availability', idOf(topology, daemon), machine]);
  return [{ kind: 'availability', id, span: headPlace(source).span, say }];
}

const noSpares: LensText = {
  title: 'no daemon has a spare',
  tooltip: 'What a server does stops when it fails. The command writes the full set of spares for another server.',
  action: { does: 'generate-spares', offer: 'Generate Spare Definitions…' },
};

/** Who does its work when it dies alone. */
function aboutMaster(model: Model, topology: Topology, daemon: Daemon): LensText {
  const after = takeover(model, daemon);
  const { by, others, lost } = after;
  const tooltip = lossLines(model, after);
  if (by.length > 0) return { title: comingIn(model, daemon, after), tooltip, action: go(by) };
  if (others.length > 0 && lost.length === 0)
    return { title: `${placed(others)} ${others.length === 1 ? 'goes' : 'go'} on without it`, action: go(others) };
  if (lost.length === 0 && daemon.kind !== 'arbiter') return { title: 'has no work' };
  if (daemon.kind === 'arbiter' && topology.of('arbiter').some((other) => other !== daemon && !other.spare)) {
    const tooltip = 'Two active arbiters stop each other. One of them has to have spare 1.';
    return { title: 'not the only active arbiter', tooltip };
  }
  // Spares that are there would not come in: it is not one more that is missing.
  if (sparesFor(topology, daemon).length > 0) return { title: 'nobody takes over', tooltip };
  const proposed = likelySpareServer(model, daemon);
  const question = { about: 'spare-address', kind: daemon.kind, master: daemon.name, proposed } as const;
  const title = others.length > 0 ? `no spare, and ${placed(others)} cannot do all of its work` : 'no spare';
  return { title, tooltip, action: { does: 'add-spare', offer: 'add one', question } };
}

/** `spare: poller-spare on server3, takes over within 180 s`; of one on the same machine, who comes in when that dies. */
function comingIn(model: Model, daemon: Daemon, { by, lost, within }: Takeover): string {
  const { machine } = daemon;
  const when = within ? ` ${within[0] === within[1] ? 'after' : 'within'} ${String(within[1])} s` : '';
  const partly = lost.length > 0 ? ', but cannot do everything' : '';
  const verb = by.length === 1 ? 'takes over' : 'take over';
  const areSpares = by.every(({ spare }) => spare);
  const who = `${areSpares ? `${by.length === 1 ? 'spare' : 'spares'}: ` : ''}${placed(by)}`;
  if (by.some((other) => other.machine !== machine)) return `${who}${areSpares ? ',' : ''} ${verb}${when}${partly}`;
  const whole = takeover(model, daemon, { machines: [machine], daemons: [] });
  const instead = whole.by.length > 0 ? whole.by : whole.others;
  return `${who}${when}${partly}, ${instead.length > 0 ? placed(instead) : 'nobody'} if ${machine} dies`;
}

/** For whom it waits. */
function aboutSpare(topology: Topology, spare: Daemon): LensText {
  const masters = mastersOf(topology, spare);
  if (masters.length > 0) return { title: `stands in for ${placed(masters)}`, action: go(masters) };
  return {
    title: 'stands in for nobody',
    tooltip:
      spare.kind === 'arbiter'
        ? 'There is no active arbiter.'
        : `No active ${spare.kind} of its realm, or of a realm below that it serves, would be replaced by it.`,
  };
}

/** What is lost when a whole machine dies. */
function aboutMachine(model: Model, machine: string): LensText {
  const { state, lost, leaderless } = costOf(model, { machines: [machine], daemons: [] });
  const action = { does: 'show-map', machines: [machine] } as const;
  const what = [
    ...replaced([...(leaderless ? ['arbiter'] : []), ...lost.filter(({ tag }) => tag === undefined).map(kindOf)]),
    ...(['poller', 'reactionner'] as const).flatMap((kind) => undone(kind, lost)),
  ];
  if (what.length === 0) return { title: `${machine} may fail`, tooltip: 'No work is lost with it.', action };
  const tooltip = lossLines(model, { failure: state.failure, lost });
  return { title: `${machine} must not fail: ${what.join(', ')}`, tooltip, action };
}

const kindOf = ({ kind }: Uncovered): string => kind;

function replaced(kinds: readonly string[]): readonly string[] {
  return kinds.length > 0 ? [`nobody replaces its ${listed([...new Set(kinds)])}`] : [];
}

function undone(kind: 'poller' | 'reactionner', lost: readonly Uncovered[]): readonly string[] {
  const tags = lost.flatMap((work) => (work.kind === kind ? (work.tag ?? []) : []));
  return tags.length > 0 ? [`nobody does ${workOf(kind, [...new Set(tags)])}`] : [];
}

/** What nobody does after a failure, a sentence a line; undefined where nothing is lost. */
function lossLines(model: Model, { failure, lost }: Pick<Takeover, 'failure' | 'lost'>): string | undefined {
  const state = failoverState(model, failure);
  const lines = lost.slice(0, MOST_LINES).map((work) => `${sentence(lossText(work, state))} ${work.why}`);
  const rest = lost.length - lines.length;
  return lines.length === 0 ? undefined : [...lines, ...(rest > 0 ? [`… and ${String(rest)} more`] : [])].join('\n');
}

/** More losses than these are a number. */
const MOST_LINES = 8;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `one and two on server1`, `one on server1 and two on server2`. */
function placed(daemons: readonly Daemon[]): string {
  const machines = [...new Set(daemons.map(({ machine }) => machine))];
  const [machine] = machines;
  if (machine !== undefined && machines.length === 1) return `${listed(daemons.map(({ name }) => name))} on ${machine}`;
  return listed(daemons.map((daemon) => `${daemon.name} on ${daemon.machine}`));
}

/** To the names of daemons that somebody has defined. */
function go(daemons: readonly Daemon[]): LensAction | undefined {
  const to = daemons.flatMap((daemon) => nameOf(daemon) ?? []);
  return to.length > 0 ? { does: 'go', to } : undefined;
}
