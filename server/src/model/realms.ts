/**
 * Questions about realms and daemons that the finished model answers: who belongs where, and who may work for whom. Every answer is
 * taken from what the phases linked; nothing is looked up by name again.
 */
import { isDaemonType } from '../schema';
import type { Item } from './item';
import type { SatelliteType } from './satellites';
import type { Model } from './types';

/** The realm of a daemon, host or hostgroup, its default applied; undefined where it names none that exists. An arbiter has none. */
export function realmOf(item: Item): Item | undefined {
  return item.links.get('realm')?.[0];
}

/** The realm of a service's host, or a host's own. */
export function realmOfMonitored(model: Model, item: Item): Item | undefined {
  if (item.type !== 'service') return realmOf(item);
  const host = model.find('host', item.text('host_name') ?? '');
  return host && realmOf(host);
}

/** Realms that a realm lists in `realm_members`, those that exist. */
export function subRealms(realm: Item): readonly Item[] {
  return realm.links.get('realm_members') ?? [];
}

/** Realms that list a realm in their `realm_members`. A realm may stand under several. */
export function parentsOf(model: Model, realm: Item): readonly Item[] {
  return model.items('realm').filter((other) => subRealms(other).includes(realm));
}

/** Every realm above a realm, each once, in the order of their definitions; never the realm itself. */
export function ancestors(realm: Item): readonly Item[] {
  return realm.links.get('higher_realms') ?? [];
}

/** Every realm below a realm, each once. */
export function descendants(model: Model, realm: Item): readonly Item[] {
  return model.items('realm').filter((other) => ancestors(other).includes(realm));
}

/** The realm of hosts that name none: the last one marked `default` when the arbiter is given several (host.py:1489-1492). */
export function defaultRealm(model: Model): Item | undefined {
  return model
    .items('realm')
    .filter((realm) => realm.flag('default'))
    .at(-1);
}

/** Hosts of a realm, as the arbiter would hand them to its schedulers. */
export function hostsOf(model: Model, realm: Item): readonly Item[] {
  return model.items('host').filter((host) => realmOf(host) === realm);
}

/** Daemons of one kind that stand in a realm itself, spares included, in the order of their definitions. */
export function daemonsOf(realm: Item, type: SatelliteType): readonly Item[] {
  return realm.links.get(`${type}s`) ?? [];
}

/**
 * Daemons of one kind that may work for a realm: its own, then those of each realm above with `manage_sub_realms` (realm.py:174-181).
 * Spares are among them.
 */
export function potentialDaemons(realm: Item, type: Exclude<SatelliteType, 'scheduler'>): readonly Item[] {
  const above = ancestors(realm).flatMap((higher) => daemonsOf(higher, type));
  return [...daemonsOf(realm, type), ...above.filter((daemon) => daemon.flag('manage_sub_realms', true))];
}

/** The schedulers that a realm's hosts are dealt to: those of that very realm that are no spare. Each gets one configuration (config.py:2190). */
export function activeSchedulers(realm: Item): readonly Item[] {
  return daemonsOf(realm, 'scheduler').filter((scheduler) => !scheduler.flag('spare'));
}

/** True for what the arbiter itself added, because none was defined. */
export function isInvented(item: Item): boolean {
  return item.source === undefined && (isDaemonType(item.type) || item.type === 'realm');
}
