import type { ObjectType } from '../types';
import { noInheritanceAsText } from './common';

export const discoveryrule: ObjectType = {
  name: 'discoveryrule',
  title: 'discovery rule',
  doc: 'What `shinken-discovery` writes for hosts whose findings match: keys such as `openports` or `!os` are conditions, directives of the new object are copied, `+use` adds to one.',
  nameDirective: 'discoveryrule_name',
  inherits: false,
  customMacros: false,
  definable: true,
  oldNames: {},
  usual: ['discoveryrule_name', 'creation_type', 'discoveryrule_order', 'use'],
  begunWith: ['creation_type'],
  directives: [
    {
      name: 'discoveryrule_name',
      value: 'string',
      required: true,
      doc: 'Name of the rule, for people and messages.',
    },
    {
      name: 'creation_type',
      value: 'string',
      default: 'service',
      choices: [
        { value: 'host', doc: 'The directives go to the host that was found.' },
        { value: 'service', doc: 'A service is written for the host that was found.' },
      ],
      doc: 'What the rule writes, `host` or `service`. Anything else makes the arbiter crash.',
    },
    {
      name: 'discoveryrule_order',
      value: 'integer',
      default: '0',
      doc: 'Rank among the rules that match, low before high. It is compared as text: give all of them the same number of digits, e.g. `050` and `100`.',
    },
    {
      name: 'use',
      value: 'list',
      doc: 'Templates of the host or service that is written, between commas. The rule itself inherits nothing.',
    },
    ...noInheritanceAsText.filter((directive) => directive.name !== 'use'),
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings'],
  macros: {},
};
