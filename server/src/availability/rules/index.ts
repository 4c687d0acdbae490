import type { Rule } from '../../rules/rule';
import { arbiterHostNameElsewhere } from './arbiter-host-name-elsewhere';
import { arbiterHostNameIsAddress } from './arbiter-host-name-is-address';
import { arbiterWithoutHostName } from './arbiter-without-host-name';
import { arbitersShareHostName } from './arbiters-share-host-name';
import { copyDiffers } from './copy-differs';
import { duplicateDaemonName } from './duplicate-daemon-name';
import { fewSpareSchedulers } from './few-spare-schedulers';
import { hastyTakeover } from './hasty-takeover';
import { implicitArbiterTimers } from './implicit-arbiter-timers';
import { implicitSubRealms } from './implicit-sub-realms';
import { inventedDaemon } from './invented-daemon';
import { localAddress } from './local-address';
import { longTimeout } from './long-timeout';
import { manageArbitersDiffers } from './manage-arbiters-differs';
import { missingCompleteLinks } from './missing-complete-links';
import { mongodbUri } from './mongodb-uri';
import { noBrokerForArbiters } from './no-broker-for-arbiters';
import { noSharedRetention } from './no-shared-retention';
import { noSpare } from './no-spare';
import { onlySpares } from './only-spares';
import { passiveDiffers } from './passive-differs';
import { passiveSpare } from './passive-spare';
import { receiverWithoutPort } from './receiver-without-port';
import { retentionDiffers } from './retention-differs';
import { sameAddressAndPort } from './same-address-and-port';
import { satelliteMap } from './satellite-map';
import { severalMasterArbiters } from './several-master-arbiters';
import { severalSpareArbiters } from './several-spare-arbiters';
import { singleServer } from './single-server';
import { spareArbiterAlone } from './spare-arbiter-alone';
import { spareBesideMaster } from './spare-beside-master';
import { spareLacksModules } from './spare-lacks-modules';
import { spareLacksTags } from './spare-lacks-tags';
import { spareNotLoaded } from './spare-not-loaded';
import { sparesOnOneMachine } from './spares-on-one-machine';
import { sslDiffers } from './ssl-differs';
import { tagOutOfReach } from './tag-out-of-reach';
import { unknownRealmMember } from './unknown-realm-member';
import { unservedRealm } from './unserved-realm';
import { wrongDaemonForModule } from './wrong-daemon-for-module';

/** One line a rule, in the alphabet's order of their files. */
export const availabilityRules: readonly Rule[] = [
  arbiterHostNameElsewhere,
  arbiterHostNameIsAddress,
  arbiterWithoutHostName,
  arbitersShareHostName,
  copyDiffers,
  duplicateDaemonName,
  fewSpareSchedulers,
  hastyTakeover,
  implicitArbiterTimers,
  implicitSubRealms,
  inventedDaemon,
  localAddress,
  longTimeout,
  manageArbitersDiffers,
  missingCompleteLinks,
  mongodbUri,
  noBrokerForArbiters,
  noSharedRetention,
  noSpare,
  onlySpares,
  passiveDiffers,
  passiveSpare,
  receiverWithoutPort,
  retentionDiffers,
  sameAddressAndPort,
  satelliteMap,
  severalMasterArbiters,
  severalSpareArbiters,
  singleServer,
  spareArbiterAlone,
  spareBesideMaster,
  spareLacksModules,
  spareLacksTags,
  spareNotLoaded,
  sparesOnOneMachine,
  sslDiffers,
  tagOutOfReach,
  unknownRealmMember,
  unservedRealm,
  wrongDaemonForModule,
];

/** Those that look at what hosts and services say, and not only at the realm that a host is in. */
const ofHosts: ReadonlySet<Rule> = new Set([tagOutOfReach, unservedRealm]);

/** What these say stays the same, whatever becomes of hosts and services, as long as the hosts of each realm do. */
export const daemonRules: ReadonlySet<Rule> = new Set(availabilityRules.filter((rule) => !ofHosts.has(rule)));
