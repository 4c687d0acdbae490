import type { ObjectType } from '../types';

export const pack: ObjectType = {
  name: 'pack',
  title: 'pack',
  doc: '',
  nameDirective: 'pack_name',
  inherits: false,
  customMacros: true,
  definable: false,
  oldNames: {},
  directives: [
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'pack_name', value: 'string', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'macros', 'tags'],
  macros: {},
};
