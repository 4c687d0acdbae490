/** Names of objects, templates, tags and custom macros, wherever a directive refers to them. */
import type { Project, RawObject } from '../../project/types';
import type { ValueCursor } from '../context';
import type { Target } from '../../model/names/scan';
import { hostsOf, written } from '../../model/names/written';
import { callCompletion } from './calls';
import { familyCompletion } from './family';
import type { CompletionList } from './item';
import { hostsNamed, serviceCompletion } from './services';
import { otherItems, tokenAt } from './token';

/** The names that fit at the cursor in the value of a directive that refers to `target`. */
export function nameCompletion(
  project: Project,
  object: RawObject | undefined,
  key: string,
  target: Target,
  cursor: ValueCursor,
): CompletionList | undefined {
  const { space, shape } = target;
  const list = (separators?: RegExp, prefix?: RegExp, taken?: ReadonlySet<string>): CompletionList => {
    const token = tokenAt(cursor, separators, prefix);
    return space === 'service'
      ? serviceCompletion(project, hostsBeside(project, object, key), token, taken)
      : familyCompletion(project, space, token, object, taken);
  };
  switch (shape) {
    case 'name':
      return list();
    case 'list':
    case 'list-with-all':
      return list(/,/, /^\+\s*/, otherItems(cursor));
    case 'list-with-not':
      return list(/,/, /^[+!]\s*/, otherItems(cursor));
    case 'expression':
      return list(/[,&|()!+]/);
    case 'call':
    case 'calls':
      return callCompletion(project, object, cursor, shape);
    case 'pairs':
      return pairCompletion(project, object, cursor);
    case 'satellite-map':
      return /=[^,]*$/.test(cursor.before) ? undefined : list(/[,=]/);
    case 'override':
      return cursor.before.includes(',') ? undefined : list(/,/);
    case 'service-patterns':
      return list(/,/, undefined, otherItems(cursor));
  }
}

/** The hosts whose services a directive means: the host itself, or those that stand beside it. */
function hostsBeside(project: Project, object: RawObject | undefined, key: string): readonly RawObject[] {
  if (!object) return [];
  if (object.type === 'host') return [object];
  const dependent = key.startsWith('dependent_') ? written(object, 'dependent_host_name') : undefined;
  return hostsNamed(project, dependent === undefined ? hostsOf(object) : dependent.split(','));
}

/** By turns a host and one of its services; an empty host is the object's own. */
function pairCompletion(project: Project, object: RawObject | undefined, cursor: ValueCursor): CompletionList {
  const parts = cursor.before.split(',');
  const token = tokenAt(cursor, /,/, /^\+\s*/);
  if (parts.length % 2 === 1) return familyCompletion(project, 'host', token);
  const host =
    parts
      .at(-2)
      ?.trim()
      .replace(/^\+\s*/, '') ?? '';
  const own = host === '' && object ? hostsOf(object) : [host];
  return serviceCompletion(project, hostsNamed(project, own), token);
}
