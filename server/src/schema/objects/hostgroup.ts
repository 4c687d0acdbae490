import type { ObjectType } from '../types';
import { commonRunningProperties } from './common';
import { groupDirectives } from './grouping';
import { actionUrl, notes, notesUrl } from './monitored/display';

export const hostgroup: ObjectType = {
  name: 'hostgroup',
  title: 'host group',
  doc: 'Hosts under one name: to give all of them services, to put them into a realm, to show them together.',
  nameDirective: 'hostgroup_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  usual: ['hostgroup_name', 'alias', 'members', 'hostgroup_members', 'realm'],
  begunWith: ['members'],
  directives: [
    {
      name: 'hostgroup_name',
      value: 'string',
      required: true,
      doc: 'Name of the group, by which services, escalations and hosts refer to it.',
    },
    { name: 'alias', value: 'string', doc: 'Longer name for people. Without it: the `hostgroup_name`.' },
    {
      name: 'members',
      value: 'list',
      reference: { target: 'host', shape: 'list-with-all', missing: 'error' },
      doc: 'Hosts in the group, between commas, beside those that name it in `hostgroups`. `*` stands for every host; a `!name` is not understood here.',
    },
    {
      name: 'hostgroup_members',
      value: 'string',
      reference: { target: 'hostgroup', shape: 'list', missing: 'silent' },
      doc: 'Other groups whose hosts belong to this one too, between commas. A group that does not exist goes unnoticed.',
    },
    {
      name: 'realm',
      value: 'string',
      default: '',
      reference: { target: 'realm', shape: 'name', missing: 'error' },
      doc: 'Realm of all hosts of the group that name none themselves. A host with another `realm` of its own keeps it, with a warning.',
    },
    notes,
    notesUrl,
    actionUrl,
    ...groupDirectives,
  ],
  runningProperties: commonRunningProperties,
  macros: {
    HOSTGROUPACTIONURL: 'action_url',
    HOSTGROUPALIAS: 'alias',
    HOSTGROUPMEMBERS: 'members',
    HOSTGROUPNOTES: 'notes',
    HOSTGROUPNOTESURL: 'notes_url',
  },
};
