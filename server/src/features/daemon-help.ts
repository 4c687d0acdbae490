/** What a hover says of a daemon: what it does, who does it once it is dead, for whom it waits, and how long all that takes. */
import type { Analysis } from '../analysis';
import { arbiterPatience, timersOf } from '../availability/delays';
import { failoverState } from '../availability/failover';
import type { Takeover } from '../availability/failover-types';
import { mastersOf } from '../availability/stand-ins';
import { lossText, within, works } from '../availability/story';
import { rolesOf, takeover } from '../availability/takeover';
import { type Daemon, type Topology, topologyOf } from '../availability/topology';
import { listed } from '../availability/words';
import type { Model } from '../model/types';
import type { Place, RawObject } from '../project/types';
import { daemonOf, nameOf } from './daemons';
import type { Markdown } from './feature';
import { code, escape } from './markdown';

type Link = (place: Place) => string;

/** A list of sentences; undefined for any other object, and where the other daemons are not known. */
export function daemonMarkdown(analysis: Analysis, object: RawObject, link: Link): Markdown | undefined {
  const daemon = daemonOf(analysis, object);
  if (!daemon) return undefined;
  const { model } = analysis;
  const topology = topologyOf(model);
  const work = workOf(model, topology, daemon);
  const lines = [
    `While all is well it ${work ?? (daemon.spare ? 'waits' : 'has no work')}.`,
    ...(work === undefined ? [] : deaths(model, daemon, link)),
    ...masters(topology, daemon, link),
    ...timing(topology, daemon),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

/** What it does while all is well, as a verb and what belongs to it; undefined for nothing. */
function workOf(model: Model, topology: Topology, daemon: Daemon): Markdown | undefined {
  const { kind, spare } = daemon;
  const state = failoverState(model);
  if (kind === 'arbiter') {
    if (state.leadership === 'arbitrary' && !spare) return 'and the other active arbiters stop each other';
    return state.leaders.includes(daemon) ? 'leads: it gives the others their work and replaces the dead' : undefined;
  }
  const counts = new Map<string, number>();
  for (const { realm } of rolesOf(daemon, state)) counts.set(realm, (counts.get(realm) ?? 0) + 1);
  const realms = [...counts].map(([realm, count]) => {
    const hosts = topology.hosts(realm).length;
    const all = topology.schedulers(realm).length;
    const some = count < all ? `${String(count)} of ${String(all)} parts of ` : '';
    return `${some}${escape(realm)} (${String(hosts)} ${hosts === 1 ? 'host' : 'hosts'})`;
  });
  return realms.length > 0 ? `${works[kind]} ${listed(realms)}` : undefined;
}

/** What follows when it dies alone, and when its whole machine does. */
function deaths(model: Model, daemon: Daemon, link: Link): readonly Markdown[] {
  const machine = escape(daemon.machine);
  const alone = afterwards(model, daemon, takeover(model, daemon), link);
  const whole = afterwards(model, daemon, takeover(model, daemon, { machines: [daemon.machine], daemons: [] }), link);
  return alone === whole
    ? [`When it dies, alone or with all of ${machine}, ${alone}`]
    : [`When it dies alone, ${alone}`, `When all of ${machine} dies, ${whole}`];
}

/** More losses than these are a number. */
const MOST_LOSSES = 3;

function afterwards(
  model: Model,
  { kind }: Daemon,
  { by, others, lost, within: range, failure }: Takeover,
  link: Link,
): Markdown {
  const time = range ? ` ${within(range)}` : '';
  const state = failoverState(model, failure);
  const told = [
    ...(by.length > 0 ? [`${placed(by, link)} ${by.length === 1 ? 'takes' : 'take'} over${time}`] : []),
    ...(others.length > 0 ? [`${placed(others, link)} ${others.length === 1 ? 'goes' : 'go'} on`] : []),
    ...lost.slice(0, MOST_LOSSES).map((work) => `**${escape(lossText(work, state).replace(/\.$/, ''))}**`),
    ...(lost.length > MOST_LOSSES ? [`and so on in ${String(lost.length - MOST_LOSSES)} more cases`] : []),
  ];
  const nobody = kind === 'arbiter' ? '**nobody leads, and what dies next is not replaced**' : 'nothing is lost';
  return `${told.length > 0 ? told.join('; ') : nobody}.`;
}

/** For whom it stands in. */
function masters(topology: Topology, daemon: Daemon, link: Link): readonly Markdown[] {
  if (!daemon.spare) return [];
  const found = mastersOf(topology, daemon);
  return [found.length > 0 ? `It stands in for ${placed(found, link)}.` : 'It stands in for nobody.'];
}

/** How the death of one that works is noticed; a spare arbiter's own timers count for nobody. */
function timing(topology: Topology, daemon: Daemon): readonly Markdown[] {
  const { kind, spare, item } = daemon;
  if (spare && kind !== 'arbiter') return [];
  const { interval, attempts } = timersOf(daemon);
  const value = (key: string): Markdown => code(`${key} ${String(item.number(key) ?? '')}`);
  const hold = `A machine that does not answer holds up each check, and the arbiter with it, for ${value('timeout')} seconds.`;
  switch (kind) {
    case 'arbiter':
      if (topology.of('arbiter').length === 1) return [];
      return spare
        ? [`It takes the lead after ${String(arbiterPatience(topology))} s without news of the active arbiter.`]
        : [
            `A spare arbiter waits for its news for ${value('check_interval')} × ${value('max_check_attempts')} = ${String(arbiterPatience(topology))} s.`,
          ];
    case 'scheduler':
      return [
        `The arbiter checks it every ${String(interval)} s (${value('check_interval')}) and gives its work away at the first check that fails, whatever \`max_check_attempts\` says. ${hold}`,
      ];
    default:
      return [
        `The arbiter checks it every ${String(interval)} s (${value('check_interval')}) and gives it up after ${String(attempts)} failed ${attempts === 1 ? 'check' : 'checks in a row'} (${value('max_check_attempts')}): ${String(interval * (attempts - 1))} to ${String(interval * attempts)} s after its death. ${hold}`,
      ];
  }
}

/** Daemons and their machines, with links to where they are defined. */
function placed(daemons: readonly Daemon[], link: Link): Markdown {
  return listed(
    daemons.map((daemon) => {
      const place = nameOf(daemon);
      const name = escape(daemon.name);
      return `${place ? `[${name}](${link(place)})` : name} on ${escape(daemon.machine)}`;
    }),
  );
}
