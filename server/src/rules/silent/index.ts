import type { Rule } from '../rule';
import { blankInSettingValue } from './blank-in-setting-value';
import { brokenMacroDefinition } from './broken-macro-definition';
import { businessRuleSlip } from './business-rule-slip';
import { contactNeverNotified } from './contact-never-notified';
import { dependencyOfAllOnAll } from './dependency-of-all-on-all';
import { escalationToNobody } from './escalation-to-nobody';
import { excludeNotInherited } from './exclude-not-inherited';
import { foreignNotificationway } from './foreign-notificationway';
import { groupRealmsDiffer } from './group-realms-differ';
import { higherRealms } from './higher-realms';
import { idleDependency } from './idle-dependency';
import { ignoredSetting } from './ignored-setting';
import { moduleWithoutType } from './module-without-type';
import { nestedInclude } from './nested-include';
import { oddTimeRange } from './odd-time-range';
import { overriddenSetting } from './overridden-setting';
import { partlyReadRange } from './partly-read-range';
import { rangesNotInherited } from './ranges-not-inherited';
import { relativeModulesDir } from './relative-modules-dir';
import { unknownGlobalCommand } from './unknown-global-command';
import { unknownLogLevel } from './unknown-log-level';
import { unknownRealmMember } from './unknown-realm-member';
import { unknownReference } from './unknown-reference';
import { unpairedDependency } from './unpaired-dependency';

/** One line a rule, in the alphabet's order of their files. */
export const silentRules: readonly Rule[] = [
  blankInSettingValue,
  brokenMacroDefinition,
  businessRuleSlip,
  contactNeverNotified,
  dependencyOfAllOnAll,
  escalationToNobody,
  excludeNotInherited,
  foreignNotificationway,
  groupRealmsDiffer,
  higherRealms,
  idleDependency,
  ignoredSetting,
  moduleWithoutType,
  nestedInclude,
  oddTimeRange,
  overriddenSetting,
  partlyReadRange,
  rangesNotInherited,
  relativeModulesDir,
  unknownGlobalCommand,
  unknownLogLevel,
  unknownRealmMember,
  unknownReference,
  unpairedDependency,
];
