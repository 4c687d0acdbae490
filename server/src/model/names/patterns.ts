/** Regular expressions that stand where a name of a host or of a service could. */
import type { RawObject, RawProperty } from '../../project/types';
import { spanOf } from '../../syntax/values';
import { rulePatterns } from './business-rule';
import type { Occurrence, Part } from './occurrence';
import { cut, split, strip } from './parts';
import { propertiesWhere, written } from './written';

/** `r:regex`: `name` is the regex as it is written. */
export interface Pattern extends Pick<Occurrence, 'role' | 'space' | 'name' | 'at' | 'object' | 'property' | 'host'> {
  readonly space: 'host' | 'service';
  readonly regex: string;
}

export function patternsIn(object: RawObject): Pattern[] {
  if (object.type !== 'host' && object.type !== 'service') return [];
  return propertiesWhere(object, ({ value }) => value.includes('r:')).flatMap((one) => patternsOf(object, one));
}

function patternsOf(object: RawObject, property: RawProperty): Pattern[] {
  const { key, value, file } = property;
  const pattern = (space: Pattern['space'], { text, at }: Part, host?: string): Pattern => ({
    role: 'reference',
    space,
    name: text,
    regex: text,
    at: { file, span: spanOf(property.written, at, at + text.length) },
    object,
    property,
    host,
  });
  if (key === 'check_command') return rulePatterns(value).map((part) => pattern(part.half, part, part.host));
  const listed =
    key === 'service_excludes' || key === 'service_includes'
      ? split(value, /,/g)
      : key === 'service_overrides'
        ? [strip({ text: value.slice(0, value.search(/,|$/)), at: 0 })]
        : [];
  return listed
    .filter(({ text }) => text.startsWith('r:'))
    .map((part) => pattern('service', cut(part, 2), written(object, 'host_name')));
}
