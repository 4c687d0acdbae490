import type { Rule } from '../rule';
import { badBusinessRule } from './bad-business-rule';
import { badCreationType } from './bad-creation-type';
import { badDayNumber } from './bad-day-number';
import { badSettingValue } from './bad-setting-value';
import { badTimeRange } from './bad-time-range';
import { businessRuleAcrossRealms } from './business-rule-across-realms';
import { commandTimeout } from './command-timeout';
import { defaultDaemon } from './default-daemon';
import { defaultRealm } from './default-realm';
import { dependencyDropped } from './dependency-dropped';
import { dependencyLoop } from './dependency-loop';
import { dependencyOnEmptyGroup } from './dependency-on-empty-group';
import { dependencyWithoutHost } from './dependency-without-host';
import { discoveryrunWithoutCommand } from './discoveryrun-without-command';
import { emptyCheckCommand } from './empty-check-command';
import { excludeLoop } from './exclude-loop';
import { failedInclude } from './failed-include';
import { foreignSetting } from './foreign-setting';
import { generatedModule } from './generated-module';
import { hostAndGroupRealmsDiffer } from './host-and-group-realms-differ';
import { hostsAcrossRealms } from './hosts-across-realms';
import { incompleteEscalation } from './incomplete-escalation';
import { incompleteModulation } from './incomplete-modulation';
import { incompleteNotificationway } from './incomplete-notificationway';
import { literalDateranges } from './literal-dateranges';
import { malformedSetting } from './malformed-setting';
import { moduleWithoutType } from './module-without-type';
import { noArbiterHere } from './no-arbiter-here';
import { noDefaultRealm } from './no-default-realm';
import { oldSettingName } from './old-setting-name';
import { realmLoop } from './realm-loop';
import { realmWithMembers } from './realm-with-members';
import { realmWithoutScheduler } from './realm-without-scheduler';
import { regexpMatching } from './regexp-matching';
import { repeatedEscalationName } from './repeated-escalation-name';
import { schedulerWithoutBroker } from './scheduler-without-broker';
import { settingWithoutName } from './setting-without-name';
import { settingWithoutValue } from './setting-without-value';
import { severalDefaultRealms } from './several-default-realms';
import { undescribedDependency } from './undescribed-dependency';
import { unknownCommand } from './unknown-command';
import { unknownContact } from './unknown-contact';
import { unknownContactgroup } from './unknown-contactgroup';
import { unknownDateRange } from './unknown-date-range';
import { unknownEscalation } from './unknown-escalation';
import { unknownHost } from './unknown-host';
import { unknownHostgroup } from './unknown-hostgroup';
import { unknownModulation } from './unknown-modulation';
import { unknownModule } from './unknown-module';
import { unknownRealm } from './unknown-realm';
import { unknownService } from './unknown-service';
import { unknownSetting } from './unknown-setting';
import { unknownTimeperiod } from './unknown-timeperiod';
import { unknownTrigger } from './unknown-trigger';
import { unservedPollerTag } from './unserved-poller-tag';
import { weightlessSchedulers } from './weightless-schedulers';

/** One line a rule, in the alphabet's order of their files. */
export const arbiterRules: readonly Rule[] = [
  badBusinessRule,
  badCreationType,
  badDayNumber,
  badSettingValue,
  badTimeRange,
  businessRuleAcrossRealms,
  commandTimeout,
  defaultDaemon,
  defaultRealm,
  dependencyDropped,
  dependencyLoop,
  dependencyOnEmptyGroup,
  dependencyWithoutHost,
  discoveryrunWithoutCommand,
  emptyCheckCommand,
  excludeLoop,
  failedInclude,
  foreignSetting,
  generatedModule,
  hostAndGroupRealmsDiffer,
  hostsAcrossRealms,
  incompleteEscalation,
  incompleteModulation,
  incompleteNotificationway,
  literalDateranges,
  malformedSetting,
  moduleWithoutType,
  noArbiterHere,
  noDefaultRealm,
  oldSettingName,
  realmLoop,
  realmWithMembers,
  realmWithoutScheduler,
  regexpMatching,
  repeatedEscalationName,
  schedulerWithoutBroker,
  settingWithoutName,
  settingWithoutValue,
  severalDefaultRealms,
  undescribedDependency,
  unknownCommand,
  unknownContact,
  unknownContactgroup,
  unknownDateRange,
  unknownEscalation,
  unknownHost,
  unknownHostgroup,
  unknownModulation,
  unknownModule,
  unknownRealm,
  unknownService,
  unknownSetting,
  unknownTimeperiod,
  unknownTrigger,
  unservedPollerTag,
  weightlessSchedulers,
];
