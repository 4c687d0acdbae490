/** Modulations: of checks, macros, results and business impact. All are verified, used or not. */
import type { Build } from './build';
import type { Item } from './item';
import { Linker } from './linker';

/** Facts about modulations. */
export interface ModulationFacts {
  /** A modulation without something it needs. The arbiter refuses it, or dies of it. */
  'incomplete-modulation': { readonly item: Item; readonly key: string; readonly crashes: boolean };
}

/** checkmodulation.py: the arbiter dies of a `check_command` that is there and empty. */
export function linkCheckmodulations(build: Build): void {
  const link = new Linker(build);
  for (const item of build.of('checkmodulation')) {
    link.name(item, 'check_period', 'timeperiod', 'error');
    link.call(item, 'check_command', 'error');
    const key = 'check_command';
    if (!item.has(key)) build.note('incomplete-modulation', { item, key, crashes: false });
    else if (item.text(key) === '') build.note('incomplete-modulation', { item, key, crashes: true });
  }
}

/** macromodulation.py: without a period it is always in force. */
export function linkMacromodulations(build: Build): void {
  const link = new Linker(build);
  for (const item of build.of('macromodulation')) link.name(item, 'modulation_period', 'timeperiod', 'error');
}

/** resultmodulation.py: the arbiter dies of one without a period. An empty one is always in force. */
export function linkResultmodulations(build: Build): void {
  const link = new Linker(build);
  for (const item of build.of('resultmodulation')) {
    const key = 'modulation_period';
    if (item.text(key) === undefined) build.note('incomplete-modulation', { item, key, crashes: true });
    link.name(item, key, 'timeperiod', 'error');
  }
}

/** businessimpactmodulation.py: without a period it is always in force. */
export function linkBusinessImpactModulations(build: Build): void {
  const link = new Linker(build);
  for (const item of build.of('businessimpactmodulation')) {
    link.name(item, 'modulation_period', 'timeperiod', 'error');
    const key = 'business_impact';
    if (!item.has(key)) build.note('incomplete-modulation', { item, key, crashes: false });
  }
}
