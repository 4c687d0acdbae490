/** Directive names at the beginning of a line in an object. */
import type { Project, RawObject, RawProperty } from '../../project/types';
import { objectType, type Directive, type ObjectType } from '../../schema';
import type { Span } from '../../syntax/nodes';
import { inheritedProperty, templatesOf } from '../inheritance';
import { plainSummary } from '../markdown';
import { shortened } from '../objects';
import { shownValue } from '../secrets';
import { directiveOf, moduleSettings, titleOf, written } from '../../model/names/written';
import { dateRanges } from './dateranges';
import { completionList, type CompletionItem, type CompletionList, type Topic } from './item';
import { siblingsOf, type Siblings } from './siblings';

/** The arbiter looks for these in the object itself, whatever its templates say (service.py:1343-1346). */
const neverInherited = new Set(['name', 'register', 'use', 'host_name', 'hostgroup_name']);

/** What the object has already is not offered again. An old name is there to be found, and gives the new one. */
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
  const others = object.properties.filter((one) => one.node !== property?.node).map(({ key }) => key);
  const present = new Set(others.flatMap((key) => [key, directiveOf(object, key)?.name ?? key]));
  const templates = templatesOf(project, object);
  const separator = property && property.value !== '' ? () => '' : separatorLike(project, object, property);
  const siblings = siblingsOf(project, object.type, object.file, object);
  const rankOf = ranks(type, siblings);
  const own = moduleSettings(object);
  const items = [...own, ...type.directives]
    .filter((directive) => !present.has(directive.name) || directive.oneItemPerLine)
    .filter((directive) => !directive.internal && !(directive.since === '3.0' && dialect === '2.4'))
    .filter((directive) => directive.name !== 'use' || type.inherits)
    .map((directive): CompletionItem => {
      const { name, required } = directive;
      const inherited = neverInherited.has(name) ? undefined : inheritedProperty(templates, name);
      const detail = inherited
        ? `${shortened(shownValue(inherited.property))} (from ${titleOf(inherited.from)})`
        : `${required ? 'required · ' : ''}${plainSummary(directive)}`;
      const rank = own.includes(directive) ? (required ? 98 : 120) : rankOf(directive, inherited !== undefined);
      return { ...directiveItem(name, name + separator(name), detail, rank), deprecated: hasNoEffect(directive) };
    });
  const customs = type.customMacros ? customMacros(templates, siblings, present, separator) : [];
  const ranges = type.name === 'timeperiod' ? dateRanges(project, present, separator) : [];
  const module = own.length > 0 ? written(object, 'module_type') : undefined;
  const topic: Topic = { of: 'directives', type: type.name, ...(module !== undefined && { module }) };
  return completionList(word, [...items, ...oldNames(type, present, separator), ...customs, ...ranges], typed, topic);
}

function directiveItem(label: string, insertText: string, detail: string, rank: number): CompletionItem {
  return { label, kind: 'directive', detail, insertText, rank, goesOn: true };
}

function hasNoEffect(directive: Directive): boolean {
  return directive.ignored === true || directive.value === 'unused';
}

/**
 * Required and not inherited first, then what most objects of its kind have, then what people usually write, then the rest, what has no
 * effect last.
 */
function ranks(type: ObjectType, siblings: Siblings): (directive: Directive, inherited: boolean) => number {
  const usual = new Map((type.usual ?? []).map((name, index) => [name, index]));
  return (directive, inherited) => {
    const place = usual.get(directive.name) ?? 99;
    if (directive.required && !inherited) return place;
    if (hasNoEffect(directive)) return 500;
    const share = siblings.share(directive.name);
    if (share > 0) return shareRank(share) + place / 1000;
    return place === 99 ? 300 : 200 + place;
  };
}

/** 100 to 120: near shares are alike, so that the order does not change with every object that is written. */
function shareRank(share: number): number {
  return 100 + Math.round((1 - share) * 20);
}

/** Old names of directives that are not there, with what has taken their place. */
function oldNames(
  type: ObjectType,
  present: ReadonlySet<string>,
  separator: (name: string) => string,
): CompletionItem[] {
  return Object.entries(type.oldNames)
    .filter(([, name]) => !present.has(name))
    .map(([old, name]) => ({
      ...directiveItem(old, name + separator(name), `old name of ${name}`, 600),
      suffix: ` → ${name}`,
      deprecated: true,
    }));
}

/** Custom macros that a template gives, to be given another value here, and those that similar objects have. */
function customMacros(
  templates: readonly RawObject[],
  siblings: Siblings,
  present: ReadonlySet<string>,
  separator: (name: string) => string,
): CompletionItem[] {
  const taken = new Set([...present].map((key) => key.toUpperCase()));
  const item = (key: string, detail: string | undefined, otherwise: number): CompletionItem[] => {
    const name = key.toUpperCase();
    if (taken.has(name)) return [];
    taken.add(name);
    const share = siblings.share(key);
    const rank = share > 0 ? shareRank(share) + 0.5 : otherwise;
    return [{ label: key, kind: 'macro', detail, insertText: key + separator(key), rank }];
  };
  const inherited = templates.flatMap((template) =>
    template.properties
      .filter(({ key }) => key.startsWith('_'))
      .flatMap((property) => item(property.key, `${shortened(shownValue(property))} (from ${titleOf(template)})`, 250)),
  );
  return [...inherited, ...siblings.macros.flatMap((key) => item(key, undefined, 350))];
}

/** Blanks between a name and its value, so that the value stands where those of the object's other properties stand. */
function separatorLike(project: Project, object: RawObject, except?: RawProperty): (name: string) => string {
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
