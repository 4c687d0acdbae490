import type { Model } from '../model/types';
import { edits } from '../rules/edits';
import { newObject } from '../rules/fixes';
import type { Fix } from '../rules/rule';
import { exchangeInList } from './changes';
import { isLocalRetention, isSharedRetention } from './retention';
import { isLocalAddress } from './server-name';
import { sparesFor } from './stand-ins';
import { type Daemon, topologyOf } from './topology';

type Directive = readonly [key: string, value: string];

/** Stores that several schedulers reach, each with the directives that say where it is. */
const stores: readonly {
  readonly title: string;
  readonly module: string;
  readonly type: string;
  place(server: string): readonly Directive[];
}[] = [
  {
    title: 'Redis',
    module: 'redis-retention',
    type: 'redis_retention',
    place: (server) => [['server', server]],
  },
  {
    title: 'memcached',
    module: 'memcache-retention',
    type: 'memcache_retention',
    place: (server) => [
      ['server', server],
      ['port', '11211'],
    ],
  },
  {
    title: 'MongoDB',
    module: 'mongodb-retention',
    type: 'retention_mongodb',
    place: (server) => [['uri', `mongodb://${/^[^[].*:/.test(server) ? `[${server}]` : server}`]],
  },
];

/**
 * Gives a scheduler and its spares one retention module that all of them reach, in the place of those that keep the states on the local
 * disk: a module that is there, or a new one. A new store is put where the spare is: it outlives the master, and while the spare's machine
 * is down nobody has to read it. Nothing where the spare's address says no place.
 */
export function shareRetention(model: Model, master: Daemon): readonly Fix[] {
  const spares = sparesFor(topologyOf(model), master);
  const schedulers = [master, ...spares];
  const use = (module: string): ReturnType<typeof exchangeInList> =>
    schedulers.flatMap((scheduler) => {
      const local = scheduler.modules.filter((name) => isLocalRetention(model, name));
      return exchangeInList(model, scheduler, 'modules', local, [module]);
    });

  const isShared = (name: string): boolean => isSharedRetention(model, name);
  const ofSpares = spares.flatMap(({ modules }) => modules.filter(isShared));
  const defined = model.items('module').flatMap(({ name, source }) => (source && isShared(name) ? [name] : []));
  const known = [...new Set(ofSpares.length > 0 ? ofSpares : defined)];
  if (known.length > 0) {
    return known.map((module) => ({
      title: `Keep the states with ${module}`,
      change: edits(...use(module)),
      preferred: known.length === 1,
    }));
  }

  const server = spares.find(({ address }) => !isLocalAddress(address))?.address;
  const { source } = master.item;
  if (server === undefined || !source) return [];
  return stores.flatMap(({ title, module, type, place }) => {
    const name = freeName(model, module);
    const definition = newObject(model, 'module', source.file, [
      ['module_name', name],
      ['module_type', type],
      ...place(server),
    ]);
    const change = definition && edits(...use(name), definition);
    return change ? [{ title: `Keep the states in ${title} on ${server}`, change }] : [];
  });
}

function freeName(model: Model, base: string): string {
  let free = base;
  for (let n = 2; model.find('module', free); n++) free = `${base}-${String(n)}`;
  return free;
}
