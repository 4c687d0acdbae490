/** Every object type that Shinken has, in the alphabet's order. */
import type { ObjectType } from '../types';
import { arbiter } from './arbiter';
import { broker } from './broker';
import { businessimpactmodulation } from './businessimpactmodulation';
import { checkmodulation } from './checkmodulation';
import { command } from './command';
import { contact } from './contact';
import { contactgroup } from './contactgroup';
import { discoveryrule } from './discoveryrule';
import { discoveryrun } from './discoveryrun';
import { escalation } from './escalation';
import { host } from './host';
import { hostdependency } from './hostdependency';
import { hostescalation } from './hostescalation';
import { hostextinfo } from './hostextinfo';
import { hostgroup } from './hostgroup';
import { macromodulation } from './macromodulation';
import { module } from './module';
import { notificationway } from './notificationway';
import { pack } from './pack';
import { poller } from './poller';
import { reactionner } from './reactionner';
import { realm } from './realm';
import { receiver } from './receiver';
import { resultmodulation } from './resultmodulation';
import { scheduler } from './scheduler';
import { service } from './service';
import { servicedependency } from './servicedependency';
import { serviceescalation } from './serviceescalation';
import { serviceextinfo } from './serviceextinfo';
import { servicegroup } from './servicegroup';
import { timeperiod } from './timeperiod';
import { trigger } from './trigger';

export const objectTypeList: readonly ObjectType[] = [
  arbiter,
  broker,
  businessimpactmodulation,
  checkmodulation,
  command,
  contact,
  contactgroup,
  discoveryrule,
  discoveryrun,
  escalation,
  host,
  hostdependency,
  hostescalation,
  hostextinfo,
  hostgroup,
  macromodulation,
  module,
  notificationway,
  pack,
  poller,
  reactionner,
  realm,
  receiver,
  resultmodulation,
  scheduler,
  service,
  servicedependency,
  serviceescalation,
  serviceextinfo,
  servicegroup,
  timeperiod,
  trigger,
];
