import type { ObjectType } from '../types';
import { commonRunningProperties, noInheritance } from './common';

export const macromodulation: ObjectType = {
  name: 'macromodulation',
  title: 'macro modulation',
  doc: 'Other values for custom macros during a time period, such as `_CPU_WARN 95` at night. Hosts and services name it in `macromodulations`.',
  nameDirective: 'macromodulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['macromodulation_name', 'modulation_period'],
  begunWith: ['modulation_period'],
  directives: [
    {
      name: 'macromodulation_name',
      value: 'string',
      required: true,
      doc: 'Name of the modulation, by which hosts and services refer to it.',
    },
    {
      name: 'modulation_period',
      value: 'string',
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: 'Time period in which its `_MACRO` values count, if the host or service has these macros. Without it: always.',
    },
    ...noInheritance,
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
