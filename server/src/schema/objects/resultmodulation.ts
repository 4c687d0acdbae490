import type { Choice, ObjectType } from '../types';
import { commonRunningProperties, noInheritance } from './common';

const exitCodes: readonly Choice[] = [
  { value: '0', doc: 'OK, or UP.' },
  { value: '1', doc: 'WARNING; of a host UP, or DOWN with `use_aggressive_host_checking`.' },
  { value: '2', doc: 'CRITICAL, or DOWN.' },
  { value: '3', doc: 'UNKNOWN; of a host DOWN.' },
];

export const resultmodulation: ObjectType = {
  name: 'resultmodulation',
  title: 'result modulation',
  doc: 'Turns exit codes of checks into another one during a time period. Hosts and services name it in `resultmodulations`.',
  nameDirective: 'resultmodulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['resultmodulation_name', 'exit_codes_match', 'exit_code_modulation', 'modulation_period'],
  begunWith: ['exit_codes_match', 'exit_code_modulation'],
  directives: [
    {
      name: 'resultmodulation_name',
      value: 'string',
      required: true,
      doc: 'Name of the modulation, by which hosts and services refer to it.',
    },
    {
      name: 'exit_codes_match',
      value: 'integerList',
      default: '',
      choices: exitCodes,
      doc: 'Exit codes that are turned into `exit_code_modulation`, between commas, e.g. `2` or `1,2`. Without any nothing is turned.',
    },
    {
      name: 'exit_code_modulation',
      value: 'integer',
      choices: exitCodes,
      doc: 'The exit code that counts in their place, e.g. `1`. Without it nothing is turned.',
    },
    {
      name: 'modulation_period',
      value: 'string',
      required: true,
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: 'Time period in which codes are turned. Left out, the arbiter crashes; written with no value, it is always.',
    },
    ...noInheritance,
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
