/**
 * The TextMate grammar, made from the schema: no second list of types, directives, settings or macros.
 * `npm run generate` writes it to `syntaxes/shinken.tmLanguage.json`; a test holds the two together.
 *
 * It follows the arbiter's reader as far as a line-based grammar can: `#` is a comment at the start of a line only, an unescaped `;`
 * anywhere, a backslash at the end continues a line, any line beginning with `define` ends the object before it.
 */
import {
  type Directive,
  includeSettings,
  mainSettings,
  moduleTypes,
  type ObjectType,
  objectTypeList,
  oldSettingNames,
} from '../server/src/schema';
import { months, weekdays } from '../server/src/schema/timeperiods';
import {
  callArgument,
  capture,
  commentLine,
  END_OF_VALUE,
  escape,
  include,
  macro,
  oneOf,
  type Rule,
  type ValueRule,
  values,
} from './grammar-values';

export interface Grammar {
  readonly information_for_contributors: readonly string[];
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

/** A key is over where a blank, a comment or the line's end follows. */
const END_OF_KEY = '(?=[ \\t\\x0B\\x0C;]|$)';

const VALUE_RULES: readonly ValueRule[] = [
  'templates',
  'call',
  'calls',
  'list',
  'options',
  'boolean',
  'number',
  'name',
  'setting',
  'text',
];

/** Types that the arbiter reads; `pack` and `trigger` are passed over like a mistyped type, and look like one. */
const types = objectTypeList.filter((type) => type.definable);

export function grammar(): Grammar {
  return {
    information_for_contributors: [
      'Generated from server/src/schema by `npm run generate`: change scripts/grammar.ts or the schema, never this file.',
    ],
    name: 'Shinken',
    scopeName: 'source.shinken',
    patterns: [
      include('comment-line'),
      ...types.map((type) => include(`define-${type.name}`)),
      include('define-unknown'),
      include('settings'),
      include('comment'),
    ],
    repository: {
      ...Object.fromEntries(types.map((type) => [`define-${type.name}`, definition(type)])),
      'define-unknown': unknownDefinition,
      'object-line': objectLine,
      settings,
      ...values,
      'call-argument': callArgument,
      macro,
      escape,
      'comment-line': commentLine,
      comment: { name: 'comment.line.semicolon.shinken', match: '(?<!\\\\);.*' },
    },
  };
}

/** `define x`, its brace on this line or a later one, and all lines to the closing brace or the next `define`. */
function block(head: string, typeScope: string, name: string, lines: readonly Rule[]): Rule {
  return {
    name,
    begin: `^\\s*(define)${head}\\s*(?:(\\{)[ \\t]*([^;\\s][^;\\n]*)?)?`,
    beginCaptures: capture(
      'storage.type.define.shinken',
      typeScope,
      'punctuation.section.block.begin.shinken',
      'invalid.illegal.ignored-text.shinken',
    ),
    end: '^\\s*(\\})\\s*(?=;|$)|(?=^\\s*define)',
    endCaptures: capture('punctuation.section.block.end.shinken'),
    patterns: [include('comment-line'), ...lines, include('object-line'), include('comment')],
  };
}

function definition(type: ObjectType): Rule {
  const names = new Map<ValueRule, string[]>();
  const add = (rule: ValueRule, name: string): void => void names.set(rule, [...(names.get(rule) ?? []), name]);
  for (const directive of type.directives) add(valueRule(type, directive), directive.name);
  for (const [old, name] of Object.entries(type.oldNames)) {
    const directive = type.directives.find((one) => one.name === name);
    if (directive) add(valueRule(type, directive), old);
  }
  if (type.name === 'module') {
    const known = new Set(type.directives.map(({ name }) => name));
    for (const { name } of moduleTypes.flatMap(({ settings }) => settings)) if (!known.has(name)) add('setting', name);
  }
  const lines = VALUE_RULES.flatMap((rule) => {
    const list = names.get(rule);
    return list ? [line(`(${oneOf(list)})${END_OF_KEY}`, 'support.type.property-name.shinken', rule)] : [];
  });
  return block(
    `[ \\t]+(${type.name})(?=\\s*(?:[{;]|$))`,
    `entity.name.type.${type.name}.shinken`,
    `meta.definition.${type.name}.shinken`,
    type.name === 'timeperiod' ? [...lines, daterange] : lines,
  );
}

function valueRule(type: ObjectType, directive: Directive): ValueRule {
  const { reference, value } = directive;
  if (directive.name === type.nameDirective) return 'name';
  if (directive.name === 'use' || reference?.target === 'template') return 'templates';
  if (reference?.shape === 'call' || reference?.shape === 'calls') return reference.shape;
  if (reference && reference.shape !== 'name' && reference.shape !== 'override') return 'list';
  if (value === 'boolean') return 'boolean';
  if (value === 'integer' || value === 'float' || value === 'integerList') return 'number';
  if (directive.choices?.every((choice) => choice.value.length === 1)) return 'options';
  return value === 'list' || value === 'dictionary' ? 'list' : 'text';
}

/** `key value`, with what continues it. */
function line(key: string, scope: string, value: ValueRule): Rule {
  return {
    begin: `^\\s*${key}`,
    beginCaptures: capture(scope),
    end: END_OF_VALUE,
    patterns: [include(`value-${value}`)],
  };
}

const daterange: Rule = {
  begin: `^\\s*(?=${oneOf([...weekdays, ...months, 'day'])}\\b|\\d{4}-\\d{1,2}-\\d{1,2}\\b)`,
  end: END_OF_VALUE,
  patterns: [
    { name: 'constant.language.date.shinken', match: `\\b${oneOf([...weekdays, ...months, 'day'])}\\b` },
    { name: 'constant.numeric.date.shinken', match: '\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b' },
    { name: 'constant.numeric.time.shinken', match: '\\b\\d{1,2}:\\d{2}\\b' },
    { name: 'constant.numeric.shinken', match: '(?<![\\w:-])-?\\d+\\b' },
    { name: 'punctuation.separator.list.shinken', match: ',' },
    { name: 'keyword.operator.range.shinken', match: '[-/]' },
    include('escape'),
  ],
};

/** `define` with a type that there is not: the arbiter reads the object and never uses it. */
const unknownDefinition: Rule = block(
  '([^{;\\n]*?)(?=\\s*(?:[{;]|$))',
  'invalid.illegal.unknown-type.shinken',
  'meta.definition.unknown.shinken',
  [],
);

/** What any object may hold besides its directives. */
const objectLine: Rule = {
  patterns: [
    { match: '^\\s*(\\{)\\s*(?=;|$)', captures: capture('punctuation.section.block.begin.shinken') },
    // A line that begins with a closing brace and goes on does not close, and is lost.
    { match: '^\\s*(\\}[^;\\n]*)', captures: capture('invalid.illegal.ignored-text.shinken') },
    line(`(_[^\\s;]*)`, 'variable.other.custom-macro.definition.shinken', 'setting'),
    line(`([^\\s;]+)`, 'entity.other.attribute-name.unknown.shinken', 'setting'),
  ],
};

const settings: Rule = {
  patterns: [
    {
      // The rest of the line is the path, a `;` and what follows it too.
      match: `^\\s*(${oneOf(includeSettings.map(({ name }) => name))})(=)(.*)`,
      captures: capture(
        'keyword.control.import.shinken',
        'keyword.operator.assignment.shinken',
        'string.unquoted.path.shinken',
      ),
    },
    setting('(\\$[^$=\\s]+\\$)(=)', 'variable.other.resource.definition.shinken'),
    setting(
      `(${oneOf([...mainSettings.map(({ name }) => name), ...Object.keys(oldSettingNames)])})(=)`,
      'support.type.property-name.setting.shinken',
    ),
    setting('([^\\s=;#{}][^=;\\n]*)(=)', 'entity.other.attribute-name.unknown.shinken'),
  ],
};

function setting(key: string, scope: string): Rule {
  return {
    ...line(key, scope, 'setting'),
    beginCaptures: capture(scope, 'keyword.operator.assignment.shinken'),
  };
}
