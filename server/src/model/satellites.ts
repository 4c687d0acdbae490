import { strip } from '../syntax/blanks';
import type { Build } from './build';
import type { Item } from './item';
import { Linker } from './linker';
import { linkModules } from './modules';
import { noteNoDefaultRealm } from './realm-links';

/** Facts about daemons and the work that reaches them. */
export interface SatelliteFacts {
  /** Nobody takes what this scheduler says: no broker in its realm, none above that manages sub realms (config.py:1950-1958). */
  'scheduler-without-broker': { readonly scheduler: Item; readonly realm: Item };
}

/** The daemons that work for a realm, in the order in which the arbiter links them (config.py:1265-1269). */
const satelliteTypes = ['scheduler', 'broker', 'receiver', 'reactionner', 'poller'] as const;

export type SatelliteType = (typeof satelliteTypes)[number];

/** Realm and modules of each daemon, and the daemons of each realm (satellitelink.py:447-470). */
export function linkSatellites(build: Build): void {
  const realms = build.of('realm');
  const link = new Linker(build);
  const byDefault = [...realms].find((realm) => realm.flag('default'));
  const homeless: Item[] = [];
  for (const type of satelliteTypes) {
    for (const realm of realms) realm.setLinks(`${type}s`, []);
    for (const daemon of build.of(type)) {
      const name = strip(daemon.text('realm') ?? '');
      const realm = name === '' ? byDefault : realms.find(name);
      daemon.setLinks('realm', realm ? [realm] : []);
      if (realm) realm.setLinks(`${type}s`, [...(realm.links.get(`${type}s`) ?? []), daemon]);
      else if (name !== '') link.unknown(daemon, 'realm', 'realm', name, 'error');
      else homeless.push(daemon);
      linkModules(build, daemon);
    }
  }
  if (homeless.length > 0) noteNoDefaultRealm(build, homeless);
}
