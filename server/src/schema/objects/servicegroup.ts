import type { ObjectType } from '../types';
import { commonRunningProperties } from './common';
import { groupDirectives } from './grouping';
import { actionUrl, notes, notesUrl } from './monitored/display';

export const servicegroup: ObjectType = {
  name: 'servicegroup',
  title: 'service group',
  doc: 'Services under one name, to show them together and to select them in business rules.',
  nameDirective: 'servicegroup_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  usual: ['servicegroup_name', 'alias', 'members', 'servicegroup_members'],
  begunWith: ['members'],
  directives: [
    {
      name: 'servicegroup_name',
      value: 'string',
      required: true,
      doc: 'Name of the group, by which services and business rules refer to it.',
    },
    { name: 'alias', value: 'string', doc: 'Longer name for people. Without it: the `servicegroup_name`.' },
    {
      name: 'members',
      value: 'list',
      reference: { target: 'service', shape: 'pairs', missing: 'warning' },
      doc: 'Services in the group, in pairs: `host,description,host,description`. Services may also name the group in `servicegroups`.',
    },
    {
      name: 'servicegroup_members',
      value: 'string',
      reference: { target: 'servicegroup', shape: 'list', missing: 'silent' },
      doc: 'Other groups whose services belong to this one too, between commas. A group that does not exist goes unnoticed.',
    },
    notes,
    notesUrl,
    actionUrl,
    ...groupDirectives,
  ],
  runningProperties: commonRunningProperties,
  macros: {
    SERVICEGROUPACTIONURL: 'action_url',
    SERVICEGROUPALIAS: 'alias',
    SERVICEGROUPMEMBERS: 'members',
    SERVICEGROUPNOTES: 'notes',
    SERVICEGROUPNOTESURL: 'notes_url',
  },
};
