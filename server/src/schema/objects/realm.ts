import type { ObjectType } from '../types';
import { noInheritance } from './common';

export const realm: ObjectType = {
  name: 'realm',
  title: 'realm',
  doc: 'A part of the installation with daemons and hosts of its own: a site, a data centre, a customer. Hosts that depend on each other must be in one realm, and each realm with hosts needs an active scheduler.',
  nameDirective: 'realm_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  usual: ['realm_name', 'default', 'realm_members', 'broker_complete_links'],
  directives: [
    {
      name: 'realm_name',
      value: 'string',
      required: true,
      doc: 'Name by which daemons, hosts and host groups name this realm in their `realm`. A definition without it crashes the arbiter.',
    },
    {
      name: 'realm_members',
      value: 'list',
      default: '',
      reference: { target: 'realm', shape: 'list', missing: 'silent' },
      doc: 'Realms below this one, between commas. Daemons here with `manage_sub_realms 1` reach them, and spares here stand in for them. A name that does not exist is passed over without a word; a loop crashes the arbiter.',
    },
    {
      name: 'default',
      value: 'boolean',
      default: '0',
      doc: '`1` on exactly one realm: hosts and daemons that name no realm belong to it. Two are refused, and so is none while something has no realm.',
    },
    {
      name: 'broker_complete_links',
      value: 'boolean',
      default: '0',
      doc: '`1` connects every active broker of the realm to every scheduler. `0`, the default, gives each scheduler to one broker only; with two or more active brokers the arbiter then reports one as missing, every second.',
    },
    {
      name: 'members',
      value: 'list',
      ignored: true,
      doc: 'Hosts do not join a realm here but by their own `realm` or that of a host group; leave it out.',
    },
    {
      name: 'higher_realms',
      value: 'list',
      default: '',
      ignored: true,
      doc: "Realms above this one. The arbiter works them out of the others' `realm_members` and drops what is written here.",
    },
    {
      name: 'id',
      value: 'integer',
      default: '0',
      ignored: true,
      doc: 'Number of the realm, given by the arbiter; leave it out.',
    },
    ...noInheritance,
    {
      name: 'unknown_members',
      value: 'list',
      internal: true,
      doc: 'Names among the members that do not exist, noted by the arbiter.',
    },
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'serialized_confs', 'tags'],
  macros: { REALMMEMBERS: 'members', REALMNAME: 'realm_name' },
};
