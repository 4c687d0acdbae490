/** Families of names, as people speak of them. */
import { objectType } from '../../schema';
import type { Space } from './occurrence';

/** What a person calls something of a family: "host template", "custom macro of hosts". */
export function spaceTitle(space: Space): string {
  const [kind = '', of = ''] = space.split(' ');
  if (kind === 'template') return `${objectType(of)?.title ?? of} template`;
  if (kind === 'custom') return `custom macro of ${of}s`;
  if (space === 'satellite') return 'daemon';
  return objectType(space)?.title ?? space.replace('-', ' ');
}

/** The name as it is looked for: custom macros are the same in capitals and small letters. */
export function keyOf(space: Space, name: string): string {
  return space.startsWith('custom ') ? name.toUpperCase() : name;
}
