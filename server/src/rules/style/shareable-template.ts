import { isTemplate, nameProperty, titleOf } from '../../model/names/written';
import { redundantLines } from '../../model/redundancy';
import { loadedObjects } from '../../model/usage';
import type { RawObject } from '../../project/types';
import type { PropertyNode } from '../../syntax/nodes';
import { directive, objectType } from '../../schema';
import { defineRule, MAX_RELATED } from '../rule';
import { type Sharing, sharings } from './sharings';

/** Fewer objects, or fewer directives, are not worth a template. */
const LEAST_OBJECTS = 3;
const LEAST_DIRECTIVES = 3;

/** Objects of which people write many alike. */
const types = ['host', 'service', 'contact'] as const;

export const shareableTemplate = defineRule<undefined>({
  code: 'style/shareable-template',
  severity: 'hint',
  off: true,
  title: 'Objects that could share a template',
  explain:
    'At least three hosts, services or contacts write at least three directives with the same values, and do not inherit them. A template with these lines, and a `use` in each of the objects, would say it once. An object is counted to one such group only, the one that saves the most lines.',
  example: {
    bad: `
      define host {
          host_name           web-1
          check_interval      5
          retry_interval      1
          max_check_attempts  3
      }
      define host {
          host_name           web-2
          check_interval      5
          retry_interval      1
          max_check_attempts  3
      }
      define host {
          host_name           web-3
          check_interval      5
          retry_interval      1
          max_check_attempts  3
      }`,
    good: `
      define host {
          name                web
          check_interval      5
          retry_interval      1
          max_check_attempts  3
          register            0
      }
      define host {
          use        web
          host_name  web-1
      }
      define host {
          use        web
          host_name  web-2
      }
      define host {
          use        web
          host_name  web-3
      }`,
  },
  check(model, report) {
    const redundant = new Set(redundantLines(model).map(({ property }) => property.node));
    const objects = loadedObjects(model).filter((object) => !isTemplate(object));
    for (const type of types) {
      const own = objects.filter((object) => object.type === type);
      const lines = new Map(own.map((object) => [object, sharedLines(object, redundant)]));
      for (const { members, lines: shared } of sharings(lines, LEAST_OBJECTS, LEAST_DIRECTIVES)) {
        const [first, ...others] = members;
        const name = first && nameProperty(first);
        if (!first || !name) continue;
        report({
          at: { file: name.file, span: name.node.value.span },
          object: { type, name: titleOf(first) },
          message: messageOf(type, { members, lines: shared }),
          related: others.slice(0, MAX_RELATED).flatMap((other) => {
            const property = nameProperty(other);
            return property
              ? [{ file: property.file, span: property.node.value.span, message: 'writes them, too' }]
              : [];
          }),
          data: undefined,
        });
      }
    }
  },
});

/** What makes an object itself, or has to stand in it for another reason. */
const own: ReadonlySet<string> = new Set([
  'address',
  'alias',
  'definition_order',
  'display_name',
  'host_name',
  'hostgroup_name',
  'imported_from',
  'name',
  'register',
  'use',
]);

/** The lines that a template could have instead; those that repeat what is inherited are told of elsewhere. */
function sharedLines({ type, properties }: RawObject, redundant: ReadonlySet<PropertyNode>): readonly string[] {
  const written = new Map<string, string | undefined>();
  for (const { key, value, node } of properties) {
    const known =
      key.startsWith('_') || (directive(objectType(type)?.name ?? 'host', key) !== undefined && !own.has(key));
    const takes = known && key !== objectType(type)?.nameDirective && value !== 'null' && !value.startsWith('+');
    if (takes && !redundant.has(node)) written.set(key, written.has(key) ? undefined : value);
  }
  return [...written].flatMap(([key, value]) => (value === undefined ? [] : [`${key} ${value}`]));
}

function messageOf(type: string, { members, lines }: Sharing<RawObject>): string {
  const keys = lines.map((line) => line.slice(0, line.indexOf(' ')));
  const named =
    keys.length > 6 ? `${keys.slice(0, 5).join(', ')} and ${String(keys.length - 5)} more` : keys.join(', ');
  return `${String(members.length)} ${type}s write the same ${String(lines.length)} directives: ${named}. A template could say them once.`;
}
