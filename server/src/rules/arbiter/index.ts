import type { Rule } from '../rule';
import { badBusinessRule } from './bad-business-rule';
import { badCreationType } from './bad-creation-type';
import { badDayNumber } from './bad-day-number';
import { badGenerator } from './bad-generator';
import { badInitialState } from './bad-initial-state';
import { badOverride } from './bad-override';
import { badPattern } from './bad-pattern';
import { badSettingValue } from './bad-setting-value';
import { badTimeRange } from './bad-time-range';
import { badValue } from './bad-value';
import { businessRuleAcrossRealms } from './business-rule-across-realms';
import { commandTimeout } from './command-timeout';
import { defaultDaemon } from './default-daemon';
import { defaultRealm } from './default-realm';
import { dependencyDropped } from './dependency-dropped';
import { dependencyLoop } from './dependency-loop';
import { dependencyOnEmptyGroup } from './dependency-on-empty-group';
import { dependencyWithoutHost } from './dependency-without-host';
import { discoveryrunWithoutCommand } from './discoveryrun-without-command';
import { duplicateName } from './duplicate-name';
import { emptyCheckCommand } from './empty-check-command';
import { emptyGroupName } from './empty-group-name';
import { excludeLoop } from './exclude-loop';
import { excludedMember } from './excluded-member';
import { failedInclude } from './failed-include';
import { foreignDirective } from './foreign-directive';
import { foreignSetting } from './foreign-setting';
import { generatedModule } from './generated-module';
import { groupLoop } from './group-loop';
import { hostAndGroupRealmsDiffer } from './host-and-group-realms-differ';
import { hostsAcrossRealms } from './hosts-across-realms';
import { illegalName } from './illegal-name';
import { incompleteEscalation } from './incomplete-escalation';
import { incompleteModulation } from './incomplete-modulation';
import { incompleteNotificationway } from './incomplete-notificationway';
import { literalDateranges } from './literal-dateranges';
import { malformedSetting } from './malformed-setting';
import { memberTakenForExcluded } from './member-taken-for-excluded';
import { missingDirective } from './missing-directive';
import { moduleWithoutType } from './module-without-type';
import { noArbiterHere } from './no-arbiter-here';
import { noDefaultRealm } from './no-default-realm';
import { nobodyNotified } from './nobody-notified';
import { oldSettingName } from './old-setting-name';
import { realmLoop } from './realm-loop';
import { realmWithMembers } from './realm-with-members';
import { realmWithoutScheduler } from './realm-without-scheduler';
import { refusedPlus } from './refused-plus';
import { regexpMatching } from './regexp-matching';
import { repeatedDirective } from './repeated-directive';
import { repeatedEscalationName } from './repeated-escalation-name';
import { runningDirective } from './running-directive';
import { schedulerWithoutBroker } from './scheduler-without-broker';
import { settingWithoutName } from './setting-without-name';
import { settingWithoutValue } from './setting-without-value';
import { severalDefaultRealms } from './several-default-realms';
import { templateLoop } from './template-loop';
import { unboundService } from './unbound-service';
import { undescribedDependency } from './undescribed-dependency';
import { undescribedExtinfo } from './undescribed-extinfo';
import { unknownCommand } from './unknown-command';
import { unknownContact } from './unknown-contact';
import { unknownContactgroup } from './unknown-contactgroup';
import { unknownDateRange } from './unknown-date-range';
import { unknownDirective } from './unknown-directive';
import { unknownEscalation } from './unknown-escalation';
import { unknownHost } from './unknown-host';
import { unknownHostgroup } from './unknown-hostgroup';
import { unknownModulation } from './unknown-modulation';
import { unknownModule } from './unknown-module';
import { unknownRealm } from './unknown-realm';
import { unknownService } from './unknown-service';
import { unknownSetting } from './unknown-setting';
import { unknownTemplate } from './unknown-template';
import { unknownTimeperiod } from './unknown-timeperiod';
import { unknownTrigger } from './unknown-trigger';
import { unnamedObject } from './unnamed-object';
import { unpairedMember } from './unpaired-member';
import { unservedPollerTag } from './unserved-poller-tag';
import { usesItself } from './uses-itself';
import { weightlessSchedulers } from './weightless-schedulers';

/** One line a rule, in the alphabet's order of their files. */
export const arbiterRules: readonly Rule[] = [
  badBusinessRule,
  badCreationType,
  badDayNumber,
  badGenerator,
  badInitialState,
  badOverride,
  badPattern,
  badSettingValue,
  badTimeRange,
  badValue,
  businessRuleAcrossRealms,
  commandTimeout,
  defaultDaemon,
  defaultRealm,
  dependencyDropped,
  dependencyLoop,
  dependencyOnEmptyGroup,
  dependencyWithoutHost,
  discoveryrunWithoutCommand,
  duplicateName,
  emptyCheckCommand,
  emptyGroupName,
  excludeLoop,
  excludedMember,
  failedInclude,
  foreignDirective,
  foreignSetting,
  generatedModule,
  groupLoop,
  hostAndGroupRealmsDiffer,
  hostsAcrossRealms,
  illegalName,
  incompleteEscalation,
  incompleteModulation,
  incompleteNotificationway,
  literalDateranges,
  malformedSetting,
  memberTakenForExcluded,
  missingDirective,
  moduleWithoutType,
  noArbiterHere,
  noDefaultRealm,
  nobodyNotified,
  oldSettingName,
  realmLoop,
  realmWithMembers,
  realmWithoutScheduler,
  refusedPlus,
  regexpMatching,
  repeatedDirective,
  repeatedEscalationName,
  runningDirective,
  schedulerWithoutBroker,
  settingWithoutName,
  settingWithoutValue,
  severalDefaultRealms,
  templateLoop,
  unboundService,
  undescribedDependency,
  undescribedExtinfo,
  unknownCommand,
  unknownContact,
  unknownContactgroup,
  unknownDateRange,
  unknownDirective,
  unknownEscalation,
  unknownHost,
  unknownHostgroup,
  unknownModulation,
  unknownModule,
  unknownRealm,
  unknownService,
  unknownSetting,
  unknownTemplate,
  unknownTimeperiod,
  unknownTrigger,
  unnamedObject,
  unpairedMember,
  unservedPollerTag,
  usesItself,
  weightlessSchedulers,
];
