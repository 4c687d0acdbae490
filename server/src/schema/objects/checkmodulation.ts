import type { ObjectType } from '../types';
import { commonRunningProperties, noInheritance } from './common';

export const checkmodulation: ObjectType = {
  name: 'checkmodulation',
  title: 'check modulation',
  doc: 'Another check command during a time period, e.g. a lighter one at night. Hosts and services name it in `checkmodulations`.',
  nameDirective: 'checkmodulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['checkmodulation_name', 'check_command', 'check_period'],
  begunWith: ['check_period'],
  directives: [
    {
      name: 'checkmodulation_name',
      value: 'string',
      required: true,
      doc: 'Name of the modulation, by which hosts and services refer to it.',
    },
    {
      name: 'check_command',
      value: 'string',
      required: true,
      reference: { target: 'command', shape: 'call', missing: 'error' },
      doc: 'The command that is run meanwhile, with arguments after `!`.',
    },
    {
      name: 'check_period',
      value: 'string',
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: 'Time period in which it is run. Without it: always.',
    },
    ...noInheritance,
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
