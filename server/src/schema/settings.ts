/** Settings of a main file (`shinken.cfg`): `name=value` outside any `define`. */
import { arbiterSettings } from './settings/arbiter';
import { checksSettings } from './settings/checks';
import { eventsSettings } from './settings/events';
import { loggingSettings } from './settings/logging';
import { nagiosSettings } from './settings/nagios';
import { performanceDataSettings } from './settings/performance-data';
import type { Directive } from './types';

export const mainSettings: readonly Directive[] = [
  ...arbiterSettings,
  ...loggingSettings,
  ...checksSettings,
  ...eventsSettings,
  ...performanceDataSettings,
  ...nagiosSettings,
];

/** Old setting name → the name it stands for. */
export const oldSettingNames: Readonly<Record<string, string>> = {
  modulesdir: 'modules_dir',
  nagios_group: 'shinken_group',
  nagios_user: 'shinken_user',
};

/** Lines of a main file that bring in other files. */
export const includeSettings: readonly Directive[] = [
  {
    name: 'cfg_file',
    value: 'path',
    doc: "Reads one more file at this place; a relative path starts at this file's folder. Only main files include others: in an included file the line is passed over without a word. Everything behind `=` is the path, a `;` and what follows it too.",
  },
  {
    name: 'cfg_dir',
    value: 'path',
    doc: "Reads every file ending in `.cfg` in that folder and below, links followed, in no particular order; a relative path starts at this file's folder. Only main files include others, and no blank may follow the `=`.",
  },
  {
    name: 'resource_file',
    value: 'path',
    doc: 'Reads a file with macros such as `$USER1$=/usr/lib/nagios/plugins`. The arbiter treats it exactly like `cfg_file`, so it may hold objects as well.',
  },
  {
    name: 'triggers_dir',
    value: 'path',
    doc: "Loads the triggers (files ending in `.trig`) in that folder and below, which hosts and services then name in `trigger_name`; a relative path starts at this file's folder.",
  },
];
