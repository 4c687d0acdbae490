import type { ObjectType } from '../types';
import { commonRunningProperties, inheritance } from './common';
import { iconImage, iconImageAlt, notes, notesUrl } from './monitored/display';

export const serviceextinfo: ObjectType = {
  name: 'serviceextinfo',
  title: 'extended service information',
  doc: 'Notes and pictures for a service, from the days of Nagios 2. Of several with the same `host_name` only the last counts, whatever their service: better written in the service.',
  nameDirective: 'host_name',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['host_name', 'service_description', 'notes', 'notes_url', 'icon_image', 'icon_image_alt'],
  begunWith: ['host_name', 'notes'],
  directives: [
    {
      name: 'host_name',
      value: 'string',
      reference: { target: 'host', shape: 'list', missing: 'silent' },
      doc: 'Hosts of the service, between commas and without blanks. A host that does not exist goes unnoticed.',
    },
    {
      name: 'service_description',
      value: 'string',
      required: true,
      reference: { target: 'service', shape: 'name', missing: 'silent' },
      doc: 'The service they are for, one only. Without it the arbiter crashes.',
    },
    notes,
    notesUrl,
    iconImage,
    iconImageAlt,
    ...inheritance('warning'),
  ],
  runningProperties: commonRunningProperties,
  macros: {
    SERVICEACTIONURL: '',
    SERVICEDESC: 'service_description',
    SERVICENOTES: 'notes',
    SERVICENOTESURL: 'notes_url',
  },
};
