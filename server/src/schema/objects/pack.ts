import type { ObjectType } from '../types';
import { commonRunningProperties, noInheritance } from './common';

export const pack: ObjectType = {
  name: 'pack',
  title: 'pack',
  doc: 'A pack of templates and commands. It is a `.pack` file in JSON; a `define pack` is passed over without a word.',
  nameDirective: 'pack_name',
  inherits: false,
  customMacros: true,
  definable: false,
  oldNames: {},
  usual: ['pack_name'],
  directives: [
    {
      name: 'pack_name',
      value: 'string',
      ignored: true,
      doc: 'Name of the pack, for the tools that read `.pack` files; the arbiter reads none.',
    },
    ...noInheritance,
  ],
  runningProperties: [...commonRunningProperties, 'macros'],
  macros: {},
};
