import type { ObjectType } from '../types';
import { commonRunningProperties, noInheritance } from './common';

export const trigger: ObjectType = {
  name: 'trigger',
  title: 'trigger',
  doc: 'Python run after results of checks. It is a `.trig` file below `triggers_dir`; a `define trigger` is passed over without a word.',
  nameDirective: 'trigger_name',
  inherits: false,
  customMacros: true,
  definable: false,
  oldNames: {},
  usual: ['trigger_name', 'code_src'],
  directives: [
    {
      name: 'trigger_name',
      value: 'string',
      ignored: true,
      doc: 'Name of the trigger: that of its `.trig` file without the extension. Hosts and services refer to it by their `trigger_name`.',
    },
    {
      name: 'code_src',
      value: 'string',
      default: '',
      ignored: true,
      doc: 'The Python of the trigger: the whole text of its `.trig` file.',
    },
    ...noInheritance,
  ],
  runningProperties: [...commonRunningProperties, 'code_bin', 'trigger_broker_raise_enabled'],
  macros: {},
};
