import type { ObjectType } from '../types';

export const macromodulation: ObjectType = {
  name: 'macromodulation',
  title: 'macro modulation',
  doc: '',
  nameDirective: 'macromodulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'macromodulation_name', value: 'string', required: true, doc: '' },
    {
      name: 'modulation_period',
      value: 'string',
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
