import type { ObjectType } from '../types';

export const resultmodulation: ObjectType = {
  name: 'resultmodulation',
  title: 'result modulation',
  doc: '',
  nameDirective: 'resultmodulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'exit_code_modulation', value: 'integer', doc: '' },
    { name: 'exit_codes_match', value: 'integerList', default: '', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    {
      name: 'modulation_period',
      value: 'string',
      required: true,
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: '',
    },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'resultmodulation_name', value: 'string', required: true, doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {},
};
