import type { ObjectType } from '../types';

export const trigger: ObjectType = {
  name: 'trigger',
  title: 'trigger',
  doc: '',
  nameDirective: 'trigger_name',
  inherits: false,
  customMacros: true,
  definable: false,
  oldNames: {},
  directives: [
    { name: 'code_src', value: 'string', default: '', doc: '' },
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'trigger_name', value: 'string', doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: [
    'code_bin',
    'configuration_errors',
    'configuration_warnings',
    'hash',
    'tags',
    'trigger_broker_raise_enabled',
  ],
  macros: {},
};
