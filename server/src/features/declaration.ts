/** Where a word comes from, one step up: what a directive overrides, and the templates behind an object. */
import type { Analysis } from '../analysis';
import type { RawObject, RawProperty } from '../project/types';
import type { Span } from '../syntax/nodes';
import { contextAt } from './context';
import { definition, type DefinitionLink } from './definition';
import type { FilePosition } from './feature';
import { inheritedProperty, templatesOf } from './inheritance';
import { definitionsOf } from './meaning';
import { objectItem } from './object-item';
import { symbolsOf } from './symbols';
import { templatesIn } from './type-hierarchy';

/**
 * Of a directive or a custom macro in an object, the line of a template that it overrides or adds to, the first that the arbiter would
 * ask. Of a name, its definitions.
 */
export function declaration(analysis: Analysis, at: FilePosition): DefinitionLink[] {
  const context = contextAt(analysis.project, at);
  if (context.kind !== 'key' || !context.property) return definition(analysis, at);
  const overridden = overriddenLine(analysis, context.object, context.property);
  return overridden ? [linkTo(context.word, overridden)] : definition(analysis, at);
}

function overriddenLine({ project }: Analysis, object: RawObject, { key }: RawProperty): RawProperty | undefined {
  // These say who an object is, and are nobody's to inherit.
  if (key === 'use' || key === 'name' || key === 'register') return undefined;
  const spellings = (from: RawObject): string =>
    key.startsWith('_')
      ? (from.properties.findLast((one) => one.key.toUpperCase() === key.toUpperCase())?.key ?? key)
      : key;
  for (const template of templatesOf(project, object)) {
    const found = inheritedProperty([template], spellings(template));
    if (found) return found.property;
  }
  return undefined;
}

function linkTo(origin: Span, { file, node }: RawProperty): DefinitionLink {
  return { origin, target: { file, span: node.span }, selection: node.keySpan };
}

/** The templates of the object around the cursor; of a name, those of what it stands for. */
export function typeDefinition(analysis: Analysis, at: FilePosition): DefinitionLink[] {
  const { project } = analysis;
  const occurrence = symbolsOf(project).at(at);
  const context = contextAt(project, at);
  const around = 'object' in context ? context.object : undefined;
  const origin = occurrence?.reach ?? occurrence?.at.span ?? ('word' in context ? context.word : undefined);
  if (!origin) return [];
  const objects = occurrence ? definitionsOf(analysis, occurrence).flatMap(({ object }) => object ?? []) : [around];
  const templates = new Set(objects.flatMap((object) => (object ? templatesIn(project, object) : [])));
  return [...templates].map((template) => {
    const { file, span, selection } = objectItem(template);
    return { origin, target: { file, span }, selection };
  });
}
