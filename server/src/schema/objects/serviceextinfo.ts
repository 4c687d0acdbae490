import type { ObjectType } from '../types';

export const serviceextinfo: ObjectType = {
  name: 'serviceextinfo',
  title: 'extended service information',
  doc: '',
  nameDirective: 'host_name',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  directives: [
    { name: 'definition_order', value: 'integer', default: '100', doc: '' },
    { name: 'host_name', value: 'string', reference: { target: 'host', shape: 'list', missing: 'silent' }, doc: '' },
    { name: 'icon_image', value: 'string', default: '', doc: '' },
    { name: 'icon_image_alt', value: 'string', default: '', doc: '' },
    { name: 'imported_from', value: 'string', default: 'unknown', internal: true, doc: '' },
    { name: 'name', value: 'string', default: '', doc: '' },
    { name: 'notes', value: 'string', default: '', doc: '' },
    { name: 'notes_url', value: 'string', default: '', doc: '' },
    { name: 'register', value: 'boolean', default: '1', doc: '' },
    {
      name: 'service_description',
      value: 'string',
      required: true,
      reference: { target: 'service', shape: 'name', missing: 'silent' },
      doc: '',
    },
    { name: 'use', value: 'list', reference: { target: 'template', shape: 'list', missing: 'warning' }, doc: '' },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {
    SERVICEACTIONURL: '',
    SERVICEDESC: 'service_description',
    SERVICENOTES: 'notes',
    SERVICENOTESURL: 'notes_url',
  },
};
