import type { ObjectType } from '../types';
import { commonRunningProperties } from './common';
import { groupDirectives } from './grouping';

export const contactgroup: ObjectType = {
  name: 'contactgroup',
  title: 'contact group',
  doc: 'Contacts under one name, such as a team, so that hosts and services name the group in `contact_groups`.',
  nameDirective: 'contactgroup_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  usual: ['contactgroup_name', 'alias', 'members', 'contactgroup_members'],
  begunWith: ['members'],
  directives: [
    {
      name: 'contactgroup_name',
      value: 'string',
      required: true,
      doc: 'Name of the group, by which `contact_groups` and contacts refer to it.',
    },
    { name: 'alias', value: 'string', doc: 'Longer name for people. Without it: the `contactgroup_name`.' },
    {
      name: 'members',
      value: 'list',
      reference: { target: 'contact', shape: 'list', missing: 'error' },
      doc: 'Contacts in the group, between commas, beside those that name it in `contactgroups`.',
    },
    {
      name: 'contactgroup_members',
      value: 'string',
      reference: { target: 'contactgroup', shape: 'list', missing: 'silent' },
      doc: 'Other groups whose contacts belong to this one too, between commas. A group that does not exist goes unnoticed.',
    },
    ...groupDirectives,
  ],
  runningProperties: commonRunningProperties,
  macros: { CONTACTGROUPALIAS: 'alias', CONTACTGROUPMEMBERS: '' },
};
