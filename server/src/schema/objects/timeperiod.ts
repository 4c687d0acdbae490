import type { Directive, ObjectType } from '../types';
import { commonRunningProperties, definitionOrder, inheritance } from './common';

/** A time period reads some of the common directives in its own way: everything it does not know is a date range. */
const ownWays: Readonly<Record<string, Partial<Directive>>> = {
  use: { value: 'string' },
  register: { value: 'integer' },
  [definitionOrder.name]: {
    ignored: true,
    doc: 'Not known to time periods: it is taken for a date range and warned of as an invalid entry. Of two with one name the last wins.',
  },
};

export const timeperiod: ObjectType = {
  name: 'timeperiod',
  title: 'time period',
  doc: 'Times of the week and the year, such as `monday 08:00-18:00`. All ranges together count, none outranks another; of lines with the same first word only the last is kept.',
  nameDirective: 'timeperiod_name',
  inherits: true,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: [
    'timeperiod_name',
    'alias',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
    'exclude',
    'use',
  ],
  begunWith: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  directives: [
    {
      name: 'timeperiod_name',
      value: 'string',
      doc: 'Name of the time period, by which every other directive refers to it. A period without one is of no use, and nothing says so.',
    },
    { name: 'alias', value: 'string', default: '', doc: 'Longer name for people, e.g. `Working hours`.' },
    {
      name: 'exclude',
      value: 'list',
      default: '',
      reference: { target: 'timeperiod', shape: 'list', missing: 'error-line' },
      doc: 'Other time periods, between commas, whose times are taken out of this one, e.g. `holidays`.',
    },
    {
      name: 'dateranges',
      value: 'list',
      default: '',
      internal: true,
      doc: 'Set by the arbiter from the lines of days and dates. Written by hand it makes the arbiter crash.',
    },
    {
      name: 'is_active',
      value: 'boolean',
      default: '0',
      internal: true,
      ignored: true,
      doc: 'Set by the scheduler: whether the period is running now. A value written here is lost.',
    },
    ...inheritance('silent').map((directive) => ({ ...directive, ...ownWays[directive.name] })),
  ],
  runningProperties: commonRunningProperties,
  macros: {},
};
