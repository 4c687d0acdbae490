import type { ObjectType } from '../types';

export const checkmodulation: ObjectType = {
  name: 'checkmodulation',
  title: 'check modulation',
  doc: '',
  nameDirective: 'checkmodulation_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    {
      name: 'check_command',
      value: 'string',
      required: true,
      reference: { target: 'command', shape: 'call', missing: 'error' },
      doc: '',
    },
    {
      name: 'check_period',
      value: 'string',
      reference: { target: 'timeperiod', shape: 'name', missing: 'error' },
      doc: '',
    },
    { name: 'checkmodulation_name', value: 'string', required: true, doc: '' },
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {},
};
