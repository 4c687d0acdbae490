/** Discovery rules and runs (discoveryrule.py, discoveryrun.py). */
import type { Build } from './build';
import type { Item } from './item';
import { Linker } from './linker';

/** Facts about discovery. */
export interface DiscoveryFacts {
  /** `creation_type` is neither `host` nor `service`: the arbiter dies of it. */
  'bad-creation-type': { readonly item: Item; readonly value: string };
  /** A discovery run without the command to run. */
  'discoveryrun-without-command': { readonly item: Item };
}

/** Creation types are looked at while objects are created, and what is unknown is not survived (discoveryrule.py:79-82). */
export function checkDiscoveryRules(build: Build): void {
  for (const item of [...build.of('discoveryrule'), ...build.of('discoveryrule').templates]) {
    const value = item.text('creation_type');
    if (value !== undefined && value !== 'host' && value !== 'service')
      build.note('bad-creation-type', { item, value });
  }
}

/** The command of a run is looked for, and not missed (item.py, `linkify_one_command_with_commands`). */
export function linkDiscoveryRuns(build: Build): void {
  const link = new Linker(build);
  for (const item of build.of('discoveryrun')) {
    link.call(item, 'discoveryrun_command', 'silent');
    if (!item.has('discoveryrun_command')) build.note('discoveryrun-without-command', { item });
  }
}
