import type { ObjectType } from '../types';

export const discoveryrule: ObjectType = {
  name: 'discoveryrule',
  title: 'discovery rule',
  doc: '',
  nameDirective: 'discoveryrule_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'creation_type', value: 'string', default: 'service', doc: '' },
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'discoveryrule_name', value: 'string', required: true, doc: '' },
    { name: 'discoveryrule_order', value: 'integer', default: '0', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings'],
  macros: {},
};
