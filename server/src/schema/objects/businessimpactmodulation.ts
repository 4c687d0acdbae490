import type { ObjectType } from '../types';

export const businessimpactmodulation: ObjectType = {
  name: 'businessimpactmodulation',
  title: 'business impact modulation',
  doc: '',
  nameDirective: 'business_impact_modulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'business_impact', value: 'integer', required: true, doc: '' },
    { name: 'business_impact_modulation_name', value: 'string', required: true, doc: '' },
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    {
      name: 'modulation_period',
      value: 'string',
      default: '',
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: '',
    },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {},
};
