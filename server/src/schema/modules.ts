/** The modules that people use: which daemon loads them, whether they keep states, what they are set up with. */
import { arbiterModules } from './modules/arbiter';
import { databaseModules } from './modules/databases';
import { executionModules } from './modules/execution';
import { exportModules } from './modules/export';
import { livestatusModules } from './modules/livestatus';
import type { ModuleType } from './modules/module-type';
import { passiveModules } from './modules/passive';
import { retentionModules } from './modules/retention';
import { webuiModules } from './modules/webui';

export type { ModuleType } from './modules/module-type';

export const moduleTypes: readonly ModuleType[] = [
  ...retentionModules,
  ...livestatusModules,
  ...webuiModules,
  ...exportModules,
  ...databaseModules,
  ...passiveModules,
  ...executionModules,
  ...arbiterModules,
];

/** One spelling for both: the daemons take `_` and `-` for the same when they load modules. */
function uniform(name: string): string {
  return name.trim().replaceAll('_', '-');
}

const typesByName: ReadonlyMap<string, ModuleType> = new Map(
  moduleTypes.flatMap((type) => [type.type, ...type.aliases].map((name) => [uniform(name), type])),
);

/** The module of that `module_type`, with `-` or `_`, former names included; undefined for one that is not known here. */
export function moduleType(name: string): ModuleType | undefined {
  return typesByName.get(uniform(name));
}
