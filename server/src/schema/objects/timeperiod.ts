import type { ObjectType } from '../types';

export const timeperiod: ObjectType = {
  name: 'timeperiod',
  title: 'time period',
  doc: '',
  nameDirective: 'timeperiod_name',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'alias', value: 'string', default: '', doc: '' },
    { name: 'dateranges', value: 'list', default: '', internal: true, doc: '' },
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    {
      name: 'exclude',
      value: 'list',
      default: '',
      reference: { target: 'timeperiod', shape: 'list', missing: 'error-line' },
      doc: '',
    },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'is_active', value: 'boolean', default: '0', doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'integer', default: '1', doc: '' },
    { name: 'timeperiod_name', value: 'string', doc: '' },
    { name: 'use', value: 'string', reference: { target: 'template', shape: 'list', missing: 'silent' }, doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {},
};
