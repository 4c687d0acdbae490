import type { Build } from './build';
import type { Item } from './item';
import { Linker } from './linker';

/** Makes the names in a daemon's `modules` into modules; one that leads nowhere is an error on the daemon (item.py:1373-1388). */
export function linkModules(build: Build, daemon: Item): void {
  const link = new Linker(build);
  const modules: Item[] = [];
  for (const name of daemon.list('modules')) {
    if (name === '') continue;
    const module = build.of('module').find(name);
    if (module) modules.push(module);
    else link.unknown(daemon, 'modules', 'module', name, 'error');
  }
  daemon.setLinks('modules', modules);
}

/**
 * The modules of modules (module.py:63-86): what leads nowhere is printed as an error and forgotten, for modules are never verified.
 * To print it the arbiter needs the module's name, and dies without.
 */
export function linkModulesOfModules(build: Build): void {
  const link = new Linker(build);
  for (const item of build.of('module')) {
    const modules: Item[] = [];
    for (const name of new Set(item.list('modules'))) {
      if (name === '') continue;
      const module = build.of('module').find(name);
      if (module) modules.push(module);
      else link.unknown(item, 'modules', 'module', name, item.has('module_name') ? 'error-line' : 'crash');
    }
    item.setLinks('modules', modules);
  }
}
