import type { Model } from '../model/types';
import type { Daemon } from './topology';
import { listed } from './words';

type Loader = Pick<Daemon, 'modules'>;

/** The defined modules that some daemons use and others do not: those of `before` without those of `after`. */
export function unusedModules(model: Model, before: readonly Loader[], after: readonly Loader[]): readonly string[] {
  const still = usedModules(model, after);
  return [...usedModules(model, before)].filter((name) => !still.has(name) && model.find('module', name) !== undefined);
}

/** The modules of daemons, and the modules of those. */
export function usedModules(model: Model, daemons: readonly Loader[]): ReadonlySet<string> {
  const names = new Set(daemons.flatMap(({ modules }) => modules));
  for (const name of names) for (const inner of model.find('module', name)?.list('modules') ?? []) names.add(inner);
  return names;
}

/** That modules are no longer used, in a sentence; nothing where there is none. */
export function unusedNotes(unused: readonly string[]): readonly string[] {
  if (unused.length === 0) return [];
  const [subject, definitions] = unused.length === 1 ? ['module', 'its definition'] : ['modules', 'their definitions'];
  return [`No daemon uses the ${subject} ${listed(unused)} from then on: ${definitions} can go.`];
}
