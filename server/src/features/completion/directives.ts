/** Directive names at the beginning of a line in an object. */
import type { Project, RawObject, RawProperty } from '../../project/types';
import { objectType, type Directive, type ObjectType } from '../../schema';
import type { Span } from '../../syntax/nodes';
import { inheritedProperty, templatesOf } from '../inheritance';
import { directiveMarkdown, valueSummary } from '../markdown';
import { moduleSettings, titleOf } from '../symbols/written';
import { dateRanges } from './dateranges';
import { completionList, type CompletionItem, type CompletionList } from './item';

/** The arbiter looks for these in the object itself, whatever its templates say (service.py:1343-1346). */
const neverInherited = new Set(['name', 'register', 'use', 'host_name', 'hostgroup_name']);

/** Old spellings are known and not offered; what the object has already is not offered again. */
export function directiveCompletion(
  project: Project,
  object: RawObject,
  property: RawProperty | undefined,
  word: Span,
  typed: string,
  dialect: '2.4' | '3.0',
): CompletionList | undefined {
  const type = objectType(object.type);
  if (!type) return undefined;
  const present = new Set(object.properties.filter((one) => one.node !== property?.node).map(({ key }) => key));
  const templates = templatesOf(project, object);
  const separator = property && property.value !== '' ? () => '' : separatorLike(project, object, property);
  const rankOf = ranks(type);
  const own = moduleSettings(object);
  const items = [...own, ...type.directives]
    .filter((directive) => !present.has(directive.name) || directive.oneItemPerLine)
    .filter((directive) => !directive.internal && !(directive.since === '3.0' && dialect === '2.4'))
    .filter((directive) => directive.name !== 'use' || type.inherits)
    .map((directive): CompletionItem => {
      const inherited = neverInherited.has(directive.name) ? undefined : inheritedProperty(templates, directive.name);
      return {
        label: directive.name,
        kind: 'directive',
        detail: inherited
          ? `${inherited.property.value} (from ${titleOf(inherited.from)})`
          : `${directive.required ? 'required · ' : ''}${valueSummary(directive)}`,
        documentation: directiveMarkdown(directive, type.title),
        insertText: directive.name + separator(directive.name),
        rank: own.includes(directive) ? (directive.required ? 98 : 120) : rankOf(directive, inherited !== undefined),
        goesOn: true,
      };
    });
  const customs = type.customMacros ? customMacros(templates, present, separator) : [];
  const ranges = type.name === 'timeperiod' ? dateRanges(present, separator) : [];
  return completionList(word, [...items, ...customs, ...ranges], typed);
}

/** Required and not inherited first, then what people usually write, then the rest, what has no effect last. */
function ranks(type: ObjectType): (directive: Directive, inherited: boolean) => number {
  const usual = new Map((type.usual ?? []).map((name, index) => [name, index]));
  const last = usual.size + 100;
  return (directive, inherited) => {
    if (directive.required && !inherited) return usual.get(directive.name) ?? 99;
    if (directive.ignored || directive.value === 'unused') return last + 200;
    const place = usual.get(directive.name);
    return place === undefined ? last : place + 100;
  };
}

/** Custom macros that a template gives, to be given another value here. */
function customMacros(
  templates: readonly RawObject[],
  present: ReadonlySet<string>,
  separator: (name: string) => string,
): CompletionItem[] {
  const taken = new Set([...present].map((key) => key.toUpperCase()));
  return templates.flatMap((template) =>
    template.properties.flatMap(({ key, value }): CompletionItem[] => {
      const name = key.toUpperCase();
      if (!key.startsWith('_') || taken.has(name)) return [];
      taken.add(name);
      const detail = `${value} (from ${titleOf(template)})`;
      return [{ label: key, kind: 'macro', detail, insertText: key + separator(key), rank: 150 }];
    }),
  );
}

/** Blanks between a name and its value, so that the value stands where those of the object's other properties stand. */
export function separatorLike(project: Project, object: RawObject, except?: RawProperty): (name: string) => string {
  const text = project.files.get(object.file)?.text ?? '';
  const model = object.properties.findLast(({ node, value, file }) => {
    return node !== except?.node && value !== '' && file === object.file;
  });
  if (!model) return () => ' ';
  const { keySpan, value } = model.node;
  const blanks = text.slice(keySpan.end, value.span.start);
  if (blanks.includes('\t')) return () => blanks;
  const width = keySpan.end - keySpan.start + blanks.length;
  return blanks.length > 1 ? (name) => ' '.repeat(Math.max(1, width - name.length)) : () => ' ';
}
