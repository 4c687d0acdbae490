/** What groups of hosts, services and contacts share. */
import type { Directive } from '../types';
import { noInheritance } from './common';

const internals: readonly Directive[] = [
  {
    name: 'id',
    value: 'integer',
    default: '0',
    internal: true,
    doc: 'Set by the arbiter. Written by hand it may equal the number of another group, which then vanishes without a word.',
  },
  {
    name: 'unknown_members',
    value: 'list',
    internal: true,
    doc: 'Set by the arbiter: the members it did not find. Whatever is written here is reported as unknown.',
  },
];

/** Templates, names and what the arbiter notes for itself, the same for each kind of group. */
export const groupDirectives: readonly Directive[] = [...noInheritance, ...internals];
