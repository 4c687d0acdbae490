import type { ObjectType } from '../types';

export const discoveryrun: ObjectType = {
  name: 'discoveryrun',
  title: 'discovery run',
  doc: '',
  nameDirective: 'discoveryrun_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    {
      name: 'discoveryrun_command',
      value: 'string',
      required: true,
      reference: { target: 'command', shape: 'call', missing: 'silent' },
      doc: '',
    },
    { name: 'discoveryrun_name', value: 'string', required: true, doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'current_launch', 'hash', 'tags'],
  macros: {},
};
