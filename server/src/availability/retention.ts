/** Where schedulers keep their states. */
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import { moduleType } from '../schema';
import { isLocalStore } from './store-address';

/** A module that keeps states where another server can read them, by its `module_type`. */
export function isSharedRetention(model: Model, moduleName: string): boolean {
  const module = model.find('module', moduleName);
  // The arbiter refuses a name that leads nowhere; until it is mended, what it says is all there is.
  const type = module === undefined ? moduleName : (module.text('module_type') ?? '');
  const known = moduleType(type);
  // A module that nobody has heard of may keep its states anywhere.
  return known ? known.retention === 'distributed' : /retention/i.test(type) && !/file|pickle/i.test(type);
}

/** A module that keeps states where no other server can read them. */
export function isLocalRetention(model: Model, moduleName: string): boolean {
  const type = model.find('module', moduleName)?.text('module_type') ?? '';
  const known = moduleType(type);
  return known ? known.retention === 'local' : /retention/i.test(type) && !isSharedRetention(model, moduleName);
}

/** The lines of a module that say where its store is; `server` and `port` of redis and memcache, the others of mongodb. */
const places = [
  'server',
  'port',
  'db',
  'uri',
  'database',
  'replica_set',
  'hosts_collection_name',
  'services_collection_name',
];

/** Two modules of one type keep their states in one store, left out lines being what the module takes for them. */
export function isSameStore(one: Item, other: Item): boolean {
  const type = moduleType(one.text('module_type') ?? '');
  if (!type || type !== moduleType(other.text('module_type') ?? '')) return false;
  const setting = (module: Item, key: string): string =>
    module.text(key) ?? type.settings.find(({ name }) => name === key)?.default ?? '';
  return places.every((key) => setting(one, key) === setting(other, key));
}

/** The address of a store that is another one on every machine: `127.0.0.1`, written or left out. Undefined for a store that has a place. */
export function localStore(module: Item): string | undefined {
  const type = moduleType(module.text('module_type') ?? '');
  for (const key of ['server', 'uri']) {
    const directive = type?.settings.find(({ name }) => name === key);
    const address = directive && (module.text(key) ?? directive.default);
    if (address !== undefined && module.text('replica_set') === undefined && isLocalStore(address)) return address;
  }
  return undefined;
}
