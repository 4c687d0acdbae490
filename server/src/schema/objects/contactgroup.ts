import type { ObjectType } from '../types';

export const contactgroup: ObjectType = {
  name: 'contactgroup',
  title: 'contact group',
  doc: '',
  nameDirective: 'contactgroup_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'alias', value: 'string', doc: '' },
    {
      name: 'contactgroup_members',
      value: 'string',
      reference: { target: 'contactgroup', shape: 'list', missing: 'silent' },
      doc: '',
    },
    { name: 'contactgroup_name', value: 'string', required: true, doc: '' },
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'id', value: 'integer', default: '0', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'members', value: 'list', reference: { target: 'contact', shape: 'list', missing: 'error' }, doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    { name: 'unknown_members', value: 'list', internal: true, doc: '' },
    { name: 'use', value: 'list', doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: { CONTACTGROUPALIAS: 'alias', CONTACTGROUPMEMBERS: '' },
};
