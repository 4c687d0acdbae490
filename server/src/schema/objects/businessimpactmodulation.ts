import type { ObjectType } from '../types';
import { businessImpacts } from './choices';
import { commonRunningProperties, noInheritance } from './common';

export const businessimpactmodulation: ObjectType = {
  name: 'businessimpactmodulation',
  title: 'business impact modulation',
  doc: 'Another `business_impact` during a time period, e.g. for accounts at the end of the month. Hosts and services name it in `business_impact_modulations`.',
  nameDirective: 'business_impact_modulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['business_impact_modulation_name', 'business_impact', 'modulation_period'],
  begunWith: ['modulation_period'],
  directives: [
    {
      name: 'business_impact_modulation_name',
      value: 'string',
      required: true,
      doc: 'Name of the modulation, by which hosts and services refer to it.',
    },
    {
      name: 'business_impact',
      value: 'integer',
      required: true,
      choices: businessImpacts,
      doc: 'The business impact that counts meanwhile, `0` to `5`.',
    },
    {
      name: 'modulation_period',
      value: 'string',
      default: '',
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: 'Time period in which it counts. Without it: always.',
    },
    ...noInheritance,
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
