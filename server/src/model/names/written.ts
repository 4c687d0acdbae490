/** An object as it is written, before the arbiter's rules of inheritance are applied: always at hand, whatever state the text is in. */
import type { RawObject, RawProperty } from '../../project/types';
import { directive, moduleType, objectType, type Directive } from '../../schema';
import type { Line } from '../../syntax/nodes';

/** The property that counts when a key is repeated: the last one. */
export function lastProperty(object: RawObject, key: string): RawProperty | undefined {
  const at = lastIndex(object.lines, key);
  return at < 0 ? undefined : object.properties[at];
}

/** The properties whose lines one looks for: an object that has none is not asked for places. */
export function propertiesWhere(object: RawObject, isWanted: (line: Line) => boolean): readonly RawProperty[] {
  return object.lines.some(isWanted) ? object.properties.filter(isWanted) : [];
}

/** The text of a property; undefined where the object does not have it. */
export function written(object: RawObject, key: string): string | undefined {
  const { lines } = object;
  return lines[lastIndex(lines, key)]?.value;
}

/** The same as `findLastIndex`, for what is asked of every object there is. */
function lastIndex(lines: readonly Line[], key: string): number {
  let index = lines.length - 1;
  while (index >= 0 && lines[index]?.key !== key) index--;
  return index;
}

/** Nothing of it stands in another file than its beginning. */
export function isWhole({ lineCount, node }: RawObject): boolean {
  return lineCount === node.lineCount;
}

/** `register 0`: the object is there to be inherited from. */
export function isTemplate(object: RawObject): boolean {
  const register = written(object, 'register');
  return register !== undefined && /^(?:0+(?:\.0*)?|no|false|off)$/i.test(register);
}

/** The property that gives the object its name: `name` for a template, the type's own directive otherwise. */
export function nameProperty(object: RawObject, template = isTemplate(object)): RawProperty | undefined {
  const key = objectType(object.type)?.nameDirective;
  const own = key === undefined ? undefined : lastProperty(object, key);
  return template ? (lastProperty(object, 'name') ?? own) : own;
}

/** What a list of objects calls it; `''` when there is nothing to call it by. */
export function titleOf(object: RawObject): string {
  const own = nameProperty(object)?.value ?? '';
  if (own !== '') {
    const where = written(object, 'host_name') ?? written(object, 'hostgroup_name');
    return object.type === 'service' && !isTemplate(object) && where ? `${where}/${own}` : own;
  }
  const first = object.lines.find(({ value }) => value !== '');
  return first?.value ?? '';
}

/** The schema's entry of a property; undefined for custom macros and for what neither the type nor the kind of module has. */
export function directiveOf(object: RawObject, key: string): Directive | undefined {
  const type = objectType(object.type);
  return (type && directive(type.name, key)) ?? moduleSettings(object).find(({ name }) => name === key);
}

/** What a module of this kind is set up with; nothing for any other object, and for a kind that is not known. */
export function moduleSettings(object: RawObject): readonly Directive[] {
  const kind = object.type === 'module' ? written(object, 'module_type') : undefined;
  return (kind && moduleType(kind)?.settings) || [];
}

/** The hosts that a service is written for by name, without what groups and expressions add. */
export function hostsOf(object: RawObject): readonly string[] {
  return (written(object, 'host_name') ?? '').split(',').map((name) => name.trim());
}
