import type { ObjectType } from '../types';
import { commonRunningProperties, inheritance } from './common';
import { coordinateDirectives, iconImage, iconImageAlt, mapDirectives, notes, notesUrl } from './monitored/display';

export const hostextinfo: ObjectType = {
  name: 'hostextinfo',
  title: 'extended host information',
  doc: 'Notes and pictures for a host, from the days of Nagios 2. The host itself can hold them all, and what it holds wins.',
  nameDirective: 'host_name',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['host_name', 'notes', 'notes_url', 'icon_image', 'icon_image_alt', 'statusmap_image'],
  begunWith: ['notes'],
  directives: [
    {
      name: 'host_name',
      value: 'string',
      reference: { target: 'host', shape: 'name', missing: 'silent' },
      doc: 'The host they are for, one only. A host that does not exist goes unnoticed.',
    },
    notes,
    notesUrl,
    iconImage,
    iconImageAlt,
    ...mapDirectives,
    ...coordinateDirectives.map((directive) => ({
      ...directive,
      ignored: true,
      doc: `Read and ignored: \`${directive.name}\` has an effect in the host alone.`,
    })),
    ...inheritance('warning'),
  ],
  runningProperties: commonRunningProperties,
  macros: { HOSTNAME: 'host_name', HOSTNOTES: 'notes', HOSTNOTESURL: 'notes_url' },
};
