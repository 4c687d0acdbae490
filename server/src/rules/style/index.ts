import type { Rule } from '../rule';
import { oldName } from './old-name';
import { redundantDirective } from './redundant-directive';
import { shareableTemplate } from './shareable-template';
import { unusedCommand } from './unused-command';
import { unusedContact } from './unused-contact';
import { unusedEscalation } from './unused-escalation';
import { unusedGroup } from './unused-group';
import { unusedMacro } from './unused-macro';
import { unusedModulation } from './unused-modulation';
import { unusedModule } from './unused-module';
import { unusedNotificationway } from './unused-notificationway';
import { unusedTemplate } from './unused-template';
import { unusedTimeperiod } from './unused-timeperiod';

/** One line a rule, in the alphabet's order of their files. All of them are off by default. */
export const styleRules: readonly Rule[] = [
  oldName,
  redundantDirective,
  shareableTemplate,
  unusedCommand,
  unusedContact,
  unusedEscalation,
  unusedGroup,
  unusedMacro,
  unusedModulation,
  unusedModule,
  unusedNotificationway,
  unusedTemplate,
  unusedTimeperiod,
];
