import type { ObjectType } from '../types';
import { noInheritance } from './common';

export const module: ObjectType = {
  name: 'module',
  title: 'module',
  doc: 'An extension that a daemon, or another module, loads by naming it in `modules`: retention, web interface, livestatus, imports, passive results. Every other line is a setting for the module itself, and a mistyped one is kept without a word.',
  nameDirective: 'module_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['module_name', 'module_type', 'modules'],
  directives: [
    {
      name: 'module_name',
      value: 'string',
      required: true,
      doc: 'Name under which daemons list this module in `modules`; free to choose. One set of settings for each name: two daemons on two machines may share it.',
    },
    {
      name: 'module_type',
      value: 'string',
      required: true,
      doc: 'Which installed module this is, `livestatus` or `redis_retention`; `-` and `_` are the same here. Whether it is installed is only seen by the daemon that loads it: it logs the failure and goes on without.',
    },
    {
      name: 'modules',
      value: 'list',
      ordered: true,
      default: '',
      reference: { target: 'module', shape: 'list', missing: 'error-line' },
      doc: 'Modules that this module loads in turn, between commas: authentication and graphs of the web interface, the log store of livestatus.',
    },
    ...noInheritance,
  ],
  runningProperties: ['configuration_errors', 'configuration_warnings', 'hash', 'tags'],
  macros: {},
};
