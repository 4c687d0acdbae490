/** What each word of a file is, as far as the whole configuration tells: which names lead somewhere, which directives and macros there are. */
import type { Analysis } from '../analysis';
import type { FilePath, RawObject, RawProperty, RawSetting } from '../project/types';
import {
  builtInCommands,
  globalMacros,
  includeSettings,
  isDaemonType,
  mainSettings,
  notificationMacros,
  objectType,
  objectTypeList,
  oldSettingNames,
  outputMacros,
} from '../schema';
import type { Span } from '../syntax/nodes';
import { spanOf } from '../syntax/values';
import { overlaps } from './feature';
import { symbolsOf, type Occurrence, type Symbols } from './symbols';
import { macrosIn } from '../model/names/macros';
import { directiveOf, isTemplate } from '../model/names/written';

/** The protocol's own types, so that every theme has colours for them. Their order is what travels over the wire. */
export const tokenTypes = [
  'keyword',
  /** An object type. */
  'type',
  /** A directive or a setting. */
  'property',
  /** A custom macro where it is set: `_NAME`. */
  'variable',
  /** The name of an object. */
  'class',
  /** The name of a template. */
  'interface',
  /** The name of a command. */
  'function',
  /** A tag of pollers or reactionners. */
  'enumMember',
  /** `$NAME$`. */
  'macro',
] as const;

export const tokenModifiers = [
  'definition',
  'deprecated',
  /** Shinken's own. */
  'defaultLibrary',
  /** A directive, an object type or a macro that there is not. */
  'unknown',
  /** A name that nothing has. */
  'unresolved',
] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken {
  /** Within one line. */
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a file, or of those objects and settings that a range touches, in the order of the text; none overlaps another. */
export function semanticTokens({ project }: Pick<Analysis, 'project'>, file: FilePath, range?: Span): SemanticToken[] {
  const text = project.files.get(file)?.text;
  if (text === undefined) return [];
  const symbols = symbolsOf(project);
  const isWanted = (span: Span): boolean => !range || overlaps(span, range);
  const found: SemanticToken[] = [];
  for (const object of symbols.objectsIn(file)) {
    if (object.file === file && isWanted(object.node.span)) found.push(...headTokens(object));
    for (const property of object.properties)
      if (property.file === file && isWanted(property.node.span))
        found.push(...propertyTokens(object, property, symbols));
  }
  for (const setting of project.settings)
    if (setting.file === file && isWanted(setting.node.span)) found.push(settingToken(setting));
  for (const occurrence of symbols.inFile(file))
    if (isWanted(occurrence.reach ?? occurrence.at.span)) found.push(...nameTokens(occurrence, symbols));
  return inLine(found, text);
}

function headTokens({ node, type }: RawObject): SemanticToken[] {
  return [
    { span: node.keywordSpan, type: 'keyword', modifiers: [] },
    { span: node.typeSpan, type: 'type', modifiers: objectType(type) ? [] : ['unknown'] },
  ];
}

/** The directive, and the macros in its value. */
function propertyTokens(object: RawObject, property: RawProperty, symbols: Symbols): SemanticToken[] {
  const key = { span: property.node.keySpan, ...directiveToken(object, property.key) };
  const macros = macrosIn(property.value).map(({ text, at }): SemanticToken => {
    const modifiers = macroModifiers(text, symbols);
    return { span: spanOf(property.node.value, at - 1, at + text.length + 1), type: 'macro', modifiers };
  });
  return [key, ...macros];
}

function directiveToken(object: RawObject, key: string): Pick<SemanticToken, 'type' | 'modifiers'> {
  const type = objectType(object.type);
  if (!type) return { type: 'property', modifiers: [] };
  if (type.customMacros && key.startsWith('_')) return { type: 'variable', modifiers: ['definition'] };
  if (Object.hasOwn(type.oldNames, key)) return { type: 'property', modifiers: ['deprecated'] };
  if (directiveOf(object, key)) return { type: 'property', modifiers: [] };
  // A module and a daemon pass on what they do not know; another line of a time period is a date.
  const isFree = type.name === 'module' || type.name === 'timeperiod' || isDaemonType(type.name);
  return { type: 'property', modifiers: isFree ? [] : ['unknown'] };
}

const settings: ReadonlySet<string> = new Set([...mainSettings, ...includeSettings].map(({ name }) => name));

function settingToken({ key, node }: RawSetting): SemanticToken {
  if (/^\$.+\$$/.test(key)) return { span: node.keySpan, type: 'macro', modifiers: ['definition'] };
  const isOld = Object.hasOwn(oldSettingNames, key);
  const modifiers: readonly TokenModifier[] = isOld ? ['deprecated'] : settings.has(key) ? [] : ['unknown'];
  return { span: node.keySpan, type: 'property', modifiers };
}

const ownMacros: ReadonlySet<string> = new Set([
  ...globalMacros.map(({ name }) => name),
  ...notificationMacros.map(({ name }) => name),
  ...outputMacros,
  ...objectTypeList.flatMap(({ macros }) => Object.keys(macros ?? {})),
  'KEY',
  'VALUE',
]);

function macroModifiers(macro: string, symbols: Symbols): readonly TokenModifier[] {
  if (symbols.definitions('macro', macro).length > 0) return [];
  const custom = /^_(HOST|SERVICE|CONTACT)(\w+)$/.exec(macro);
  if (custom) {
    const [, owner = '', name = ''] = custom;
    const space = `custom ${owner.toLowerCase() as 'host' | 'service' | 'contact'}` as const;
    return symbols.definitions(space, name.toUpperCase()).length > 0 ? [] : ['unknown'];
  }
  const [property = ''] = macro.split(':', 1);
  const isOwn = ownMacros.has(property) || /^(?:ARG|VALUE)\d+$/.test(property);
  return isOwn ? ['defaultLibrary'] : ['unknown'];
}

function nameTokens({ role, space, name, at, reach, object }: Occurrence, symbols: Symbols): SemanticToken[] {
  // What stands in a macro, or in the name of one, has its token.
  if (reach || space === 'macro') return [];
  const isDefinition = role === 'definition';
  const isResolved = isDefinition || symbols.definitions(space, name).length > 0 || isShinkensOwn(space, name);
  return [
    {
      span: at.span,
      type: typeOf(space, isDefinition && object !== undefined && isTemplate(object)),
      modifiers: [...(isDefinition ? (['definition'] as const) : []), ...(isResolved ? [] : (['unresolved'] as const))],
    },
  ];
}

function typeOf(space: Occurrence['space'], isTemplateName: boolean): TokenType {
  if (space.startsWith('template ') || isTemplateName) return 'interface';
  if (space === 'command') return 'function';
  return space === 'poller-tag' || space === 'reactionner-tag' ? 'enumMember' : 'class';
}

/** Names that need no definition: `null` empties a value, `None` is the tag of what has none, and some commands are built in. */
function isShinkensOwn(space: Occurrence['space'], name: string): boolean {
  if (name === 'null') return true;
  if (space === 'poller-tag' || space === 'reactionner-tag') return name === 'None';
  return space === 'command' && (builtInCommands as readonly string[]).includes(name);
}

/** In order, each on one line, and none in another: of two that overlap the first begun stays. */
function inLine(tokens: readonly SemanticToken[], text: string): SemanticToken[] {
  const sorted = tokens
    .filter(({ span }) => span.end > span.start && !/[\r\n]/.test(text.slice(span.start, span.end)))
    .sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
  let end = 0;
  return sorted.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
