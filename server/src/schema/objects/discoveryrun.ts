import type { ObjectType } from '../types';
import { commonRunningProperties, noInheritanceAsText } from './common';

export const discoveryrun: ObjectType = {
  name: 'discoveryrun',
  title: 'discovery run',
  doc: 'A script that `shinken-discovery` runs to find out about hosts. Other keys are conditions on what is known so far; without any it is run first.',
  nameDirective: 'discoveryrun_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  usual: ['discoveryrun_name', 'discoveryrun_command'],
  directives: [
    {
      name: 'discoveryrun_name',
      value: 'string',
      required: true,
      doc: 'Name of the run, which `shinken-discovery -r` asks for.',
    },
    {
      name: 'discoveryrun_command',
      value: 'string',
      required: true,
      reference: { target: 'command', shape: 'call', missing: 'silent' },
      doc: 'Command that prints what it found as lines of `host::key=value`. One that does not exist goes unnoticed here.',
    },
    ...noInheritanceAsText,
  ],
  runningProperties: [...commonRunningProperties, 'current_launch'],
  macros: {},
};
