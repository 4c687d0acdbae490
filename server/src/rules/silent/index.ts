import type { Rule } from '../rule';
import { blankInSettingValue } from './blank-in-setting-value';
import { brokenMacroDefinition } from './broken-macro-definition';
import { businessRuleSlip } from './business-rule-slip';
import { contactNeverNotified } from './contact-never-notified';
import { dependencyOfAllOnAll } from './dependency-of-all-on-all';
import { duplicateName } from './duplicate-name';
import { escalationToNobody } from './escalation-to-nobody';
import { excludeNotInherited } from './exclude-not-inherited';
import { fileNotLoaded } from './file-not-loaded';
import { foreachWithoutKey } from './foreach-without-key';
import { foreachWithoutMacro } from './foreach-without-macro';
import { foreignNotificationway } from './foreign-notificationway';
import { groupCreated } from './group-created';
import { groupRealmsDiffer } from './group-realms-differ';
import { higherRealms } from './higher-realms';
import { idleDependency } from './idle-dependency';
import { idleExclusion } from './idle-exclusion';
import { idleExtinfo } from './idle-extinfo';
import { idleFilter } from './idle-filter';
import { idleReactionnerTag } from './idle-reactionner-tag';
import { idleSuppression } from './idle-suppression';
import { ignoredSetting } from './ignored-setting';
import { literalNull } from './literal-null';
import { literalPlus } from './literal-plus';
import { lostValue } from './lost-value';
import { malformedExpression } from './malformed-expression';
import { mixedOperators } from './mixed-operators';
import { moduleWithoutType } from './module-without-type';
import { nestedInclude } from './nested-include';
import { oddTimeRange } from './odd-time-range';
import { oldNameIgnored } from './old-name-ignored';
import { overriddenSetting } from './overridden-setting';
import { partlyReadRange } from './partly-read-range';
import { rangesNotInherited } from './ranges-not-inherited';
import { relativeModulesDir } from './relative-modules-dir';
import { repeatedDirective } from './repeated-directive';
import { serviceNowhere } from './service-nowhere';
import { templateTooDeep } from './template-too-deep';
import { unknownDirective } from './unknown-directive';
import { unknownGlobalCommand } from './unknown-global-command';
import { unknownLogLevel } from './unknown-log-level';
import { unknownReference } from './unknown-reference';
import { unknownTemplate } from './unknown-template';
import { unknownType } from './unknown-type';
import { unnamedObject } from './unnamed-object';
import { unnamedTemplate } from './unnamed-template';
import { unpairedDependency } from './unpaired-dependency';
import { unusedTag } from './unused-tag';
import { useWithoutEffect } from './use-without-effect';

/** One line a rule, in the alphabet's order of their files. */
export const silentRules: readonly Rule[] = [
  blankInSettingValue,
  brokenMacroDefinition,
  businessRuleSlip,
  contactNeverNotified,
  dependencyOfAllOnAll,
  duplicateName,
  escalationToNobody,
  excludeNotInherited,
  fileNotLoaded,
  foreachWithoutKey,
  foreachWithoutMacro,
  foreignNotificationway,
  groupCreated,
  groupRealmsDiffer,
  higherRealms,
  idleDependency,
  idleExclusion,
  idleExtinfo,
  idleFilter,
  idleReactionnerTag,
  idleSuppression,
  ignoredSetting,
  literalNull,
  literalPlus,
  lostValue,
  malformedExpression,
  mixedOperators,
  moduleWithoutType,
  nestedInclude,
  oddTimeRange,
  oldNameIgnored,
  overriddenSetting,
  partlyReadRange,
  rangesNotInherited,
  relativeModulesDir,
  repeatedDirective,
  serviceNowhere,
  templateTooDeep,
  unknownDirective,
  unknownGlobalCommand,
  unknownLogLevel,
  unknownReference,
  unknownTemplate,
  unknownType,
  unnamedObject,
  unnamedTemplate,
  unpairedDependency,
  unusedTag,
  useWithoutEffect,
];
