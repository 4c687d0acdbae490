/** What the rules about two objects of one name have in common. */
import { placeOf } from '../model/item';
import type { FactOf } from '../model/types';
import { objectType } from '../schema';
import type { Report } from './rule';
import { capital, describe } from './words';

export function reportDuplicate(
  report: Report<undefined>,
  { lost, kept, name, template }: FactOf<'duplicate-name'>,
  how: string,
): void {
  const key = template ? 'name' : (objectType(lost.type)?.nameDirective ?? 'name');
  const at = placeOf(lost, key);
  const other = placeOf(kept, key);
  const what = name === lost.name ? describe(lost) : `${lost.type} ${name}`;
  const sameSource = lost.source !== undefined && lost.source === kept.source;
  const message = sameSource
    ? `${capital(what)} comes out of this definition more than once; one of them counts.`
    : `${capital(what)} is defined twice: ${how}.`;
  report({
    at,
    object: lost,
    message,
    related: other && !sameSource ? [{ ...other, message: 'this one counts' }] : [],
    data: undefined,
  });
}
