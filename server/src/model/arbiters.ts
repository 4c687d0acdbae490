import type { Build } from './build';
import type { Item } from './item';
import { linkModules } from './modules';

/** Facts about arbiters. */
export interface ArbiterFacts {
  /** No arbiter object stands for this machine: the arbiter leaves at once (arbiterdaemon.py:327-331). */
  'no-arbiter-here': { readonly hostname: string; readonly arbiters: readonly Item[] };
}

/** The arbiters' modules, before any other object is made (config.py:1127-1151). */
export function linkArbiters(build: Build): void {
  for (const arbiter of build.of('arbiter')) linkModules(build, arbiter);
}

/** Looks for the arbiter object that stands for this machine, where its name is known. */
export function checkArbiterHere(build: Build): void {
  const { hostname } = build.options;
  if (hostname === undefined || arbitersHere(build).length > 0) return;
  build.note('no-arbiter-here', { hostname, arbiters: [...build.of('arbiter')] });
}

/**
 * The arbiter object that the arbiter of this machine takes for itself: the last whose `host_name` is the machine's name, short or full;
 * an arbiter without `host_name` is at home everywhere (arbiterlink.py:40-59). Where the machine's name is not known, any of them may be.
 */
export function arbitersHere(build: Build): readonly Item[] {
  const arbiters = [...build.of('arbiter')];
  const { hostname } = build.options;
  if (hostname === undefined) return arbiters;
  const here = arbiters.filter((arbiter) => sameMachine(arbiter.text('host_name') ?? hostname, hostname)).at(-1);
  return here ? [here] : [];
}

/** A machine answers to its short name and to its full one; which of the two `hostname` is, nobody here can tell. */
function sameMachine(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
