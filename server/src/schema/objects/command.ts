import type { ObjectType } from '../types';

export const command: ObjectType = {
  name: 'command',
  title: 'command',
  doc: '',
  nameDirective: 'command_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'command_line', value: 'string', required: true, doc: '' },
    { name: 'command_name', value: 'string', required: true, doc: '' },
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'enable_environment_macros', value: 'boolean', default: '0', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'module_type', value: 'string', doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'poller_tag', value: 'string', default: 'None', doc: '' },
    { name: 'reactionner_tag', value: 'string', default: 'None', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'timeout', value: 'integer', default: '-1', doc: '' },
    { name: 'use', value: 'list', doc: '' },
    { name: 'priority', value: 'integer', default: '100', since: '3.0', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {},
};
