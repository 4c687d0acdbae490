import type { ObjectType } from '../types';

export const module: ObjectType = {
  name: 'module',
  title: 'module',
  doc: '',
  nameDirective: 'module_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'module_name', value: 'string', required: true, doc: '' },
    { name: 'module_type', value: 'string', required: true, doc: '' },
    {
      name: 'modules',
      value: 'list',
      default: '',
      reference: { target: 'module', shape: 'list', missing: 'error-line' },
      doc: '',
    },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {},
};
