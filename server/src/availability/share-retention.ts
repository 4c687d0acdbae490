/** One store for the states of a scheduler and its spares, in the place of files on the disk of each. */
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import { folderFor } from '../project/placement';
import type { FilePath } from '../project/types';
import { edits, insertDirective, joined, replaceValue } from '../rules/edits';
import { definition, newObject } from '../rules/fixes';
import type { Fix, TextEdit, WorkspaceChange } from '../rules/rule';
import { moduleType } from '../schema';
import { exchangeInList } from './changes';
import { isLocalRetention, isSharedRetention, localStore } from './retention';
import { isLocalAddress } from './server-name';
import { sparesFor } from './stand-ins';
import { type StoreName, storeNames, storePlace, storeTitles } from './store-address';
import { type Daemon, topologyOf } from './topology';

type Directives = readonly (readonly [key: string, value: string])[];

const moduleTypes: Readonly<Record<StoreName, string>> = {
  redis: 'redis_retention',
  memcache: 'memcache_retention',
  mongodb: 'retention_mongodb',
};

/** The store that schedulers are to share. */
export interface StoreChoice {
  readonly store: StoreName;
  /** Where it is; undefined for whoever does not mind: a module that is there then says it, else it is put where it is proposed. */
  readonly address?: string;
}

export interface RetentionSwap {
  readonly store: StoreName;
  /** The module that all of them load. */
  readonly module: string;
  /** The address of the store, as the module has it. */
  readonly place: string;
  /** The module is a new one, or one whose store gets an address. */
  readonly isNew: boolean;
  readonly schedulers: readonly Daemon[];
  readonly change: WorkspaceChange;
  /** The modules of a scheduler afterwards. */
  modulesOf(scheduler: Daemon): readonly string[];
}

/** Whether a scheduler keeps its states where another server finds them: in a store that has a place, as far as one can see. */
export function sharesStates(model: Model, scheduler: Daemon): boolean {
  return scheduler.modules.some((name) => isSharedRetention(model, name) && !isLocalModule(model, name));
}

/** A shared store that is another one on every machine. */
function isLocalModule(model: Model, name: string): boolean {
  const module = model.find('module', name);
  return module !== undefined && localStore(module) !== undefined;
}

/** Where the store would be of a choice without an address: where a module that is there has it, else `proposed`. */
export function likelyStore(model: Model, store: StoreName, proposed: string): string {
  const module = modulesFor(model, store).find((one) => localStore(one) === undefined);
  return module ? writtenPlace(module) : proposed;
}

/**
 * Gives schedulers one module for their states in the place of those that keep them on the local disk, or in a store of each machine's
 * own. The module is one that is there, or a new one; `proposed` is an address for a choice that has none.
 */
export function swapRetention(
  model: Model,
  schedulers: readonly Daemon[],
  { store, address }: StoreChoice,
  proposed: string,
  exists?: (file: FilePath) => boolean,
): RetentionSwap | undefined {
  const known = modulesFor(model, store);
  const wanted = storePlace(store, address ?? proposed);
  const isThere = (module: Item): boolean => wanted.every(([key, value]) => settingOf(module, key) === value);
  const placed = known.find((module) => (address === undefined ? localStore(module) === undefined : isThere(module)));
  const homeless = placed ? undefined : known.find((module) => localStore(module) !== undefined);
  const found = placed ?? homeless;
  const name = found?.name ?? freeName(model, `${store}-retention`);
  const beside = schedulers.find(({ item }) => item.source)?.item.source?.file;
  if (beside === undefined) return undefined;
  const definition = found
    ? edits(...(homeless ? wanted.flatMap(([key, value]) => setModule(model, homeless, key, value) ?? []) : []))
    : newModule(model, name, [['module_name', name], ['module_type', moduleTypes[store]], ...wanted], beside, exists);
  if (!definition) return undefined;
  const dropped = ({ modules }: Daemon): readonly string[] =>
    modules.filter((module) => module !== name && (isLocalRetention(model, module) || isLocalModule(model, module)));
  const uses = schedulers.flatMap((one) => exchangeInList(model, one, 'modules', dropped(one), [name]));
  return {
    store,
    module: name,
    place: placed ? writtenPlace(placed) : (wanted[0]?.[1] ?? ''),
    isNew: !placed,
    schedulers,
    change: joined(edits(...uses), definition),
    modulesOf: (scheduler) => {
      const gone = dropped(scheduler);
      return [...new Set([...scheduler.modules.filter((module) => !gone.includes(module)), name])];
    },
  };
}

/**
 * Gives a scheduler and its spares one retention module that all of them reach: a module that is there, or a new one. A new store is put
 * where the spare is: it outlives the master, and while the spare's machine is down nobody has to read it. Nothing where the spare's
 * address says no place.
 */
export function shareRetention(model: Model, master: Daemon): readonly Fix[] {
  const spares = sparesFor(topologyOf(model), master);
  const schedulers = [master, ...spares];
  const isShared = (name: string): boolean => isSharedRetention(model, name) && !isLocalModule(model, name);
  const ofSpares = spares.flatMap(({ modules }) => modules.filter(isShared));
  const defined = model.items('module').flatMap(({ name, source }) => (source && isShared(name) ? [name] : []));
  const known = [...new Set(ofSpares.length > 0 ? ofSpares : defined)];
  if (known.length > 0) {
    return known.map((module) => ({
      title: `Keep the states with ${module}`,
      change: edits(
        ...schedulers.flatMap((scheduler) => {
          const local = scheduler.modules.filter((name) => isLocalRetention(model, name));
          return exchangeInList(model, scheduler, 'modules', local, [module]);
        }),
      ),
      preferred: known.length === 1,
    }));
  }
  const server = spares.find(({ address }) => !isLocalAddress(address))?.address;
  if (server === undefined) return [];
  return storeNames.flatMap((store): Fix[] => {
    const swap = swapRetention(model, schedulers, { store }, server);
    const question = { about: 'store-address', store, master: master.name, proposed: server } as const;
    const title = `Keep the states in ${storeTitles[store]} on ${server}`;
    return swap ? [{ title, change: swap.change, question }] : [];
  });
}

/** Gives the store of a module an address, where the one that it has means another machine on each: where the spare is. */
export function placeStore(model: Model, master: Daemon, module: Item): readonly Fix[] {
  const [server] = sparesFor(topologyOf(model), master).flatMap(({ address }) =>
    isLocalAddress(address) ? [] : [address],
  );
  const store = storeOf(module);
  if (server === undefined || store === undefined) return [];
  const list = storePlace(store, server).flatMap(([key, value]) =>
    key === 'port' ? [] : (setModule(model, module, key, value) ?? []),
  );
  const question = { about: 'store-address', store, master: master.name, proposed: server } as const;
  return [{ title: `Keep the states of ${module.name} on ${server}`, change: edits(...list), question }];
}

const storeOf = (module: Item): StoreName | undefined =>
  storeNames.find((store) => moduleType(module.text('module_type') ?? '')?.type === moduleTypes[store]);

function modulesFor(model: Model, store: StoreName): readonly Item[] {
  return model.items('module').filter((module) => module.source && storeOf(module) === store);
}

function settingOf(module: Item, key: string): string | undefined {
  const type = moduleType(module.text('module_type') ?? '');
  return module.text(key) ?? type?.settings.find(({ name }) => name === key)?.default;
}

const writtenPlace = (module: Item): string => settingOf(module, 'uri') ?? settingOf(module, 'server') ?? '';

function setModule(model: Model, { source }: Item, key: string, value: string): TextEdit | undefined {
  const text = source && model.text(source.file);
  if (!source || text === undefined) return undefined;
  const written = source.properties.findLast((property) => property.key === key);
  return written ? replaceValue(written, value) : insertDirective(source, text, key, value);
}

/** A file of its own where other modules have theirs and the main file reads the folder; else behind the last module that there is. */
function newModule(
  model: Model,
  name: string,
  directives: Directives,
  beside: FilePath,
  exists: (file: FilePath) => boolean = () => false,
): WorkspaceChange | undefined {
  const files = model.items('module').flatMap(({ source }) => source?.file ?? []);
  const { folder, loaded } = folderFor(model.project, 'module', files.at(-1));
  const file = `${folder}/${name}.cfg`;
  const isOneFile = files.includes(beside) || (files.length > 1 && new Set(files).size === 1);
  if (loaded && !isOneFile && !exists(file) && !model.project.files.has(file)) {
    const text = `# The states of the schedulers, where each of them finds them.\n${definition('module', directives)}`;
    return { edits: [], newFiles: [{ file, text }] };
  }
  const added = newObject(model, 'module', beside, directives);
  return added && edits(added);
}

function freeName(model: Model, base: string): string {
  let free = base;
  for (let n = 2; model.find('module', free); n++) free = `${base}-${String(n)}`;
  return free;
}
