/** What the grammar makes of values, macros and comments, whatever line they stand in. */
import { globalMacros, notificationMacros, objectMacroDocs } from '../server/src/schema';

export type Captures = Readonly<Record<string, { readonly name: string }>>;

/** A rule of a TextMate grammar, as far as this one uses them. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly captures?: Captures;
  readonly begin?: string;
  readonly beginCaptures?: Captures;
  readonly end?: string;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

/** A value ends before a comment or with its line, unless a continuation took the line break. */
export const END_OF_VALUE = '(?<![\\\\\\n])(?=;|$)';

/** How a value is coloured: one rule of the repository each. */
export type ValueRule =
  'templates' | 'call' | 'calls' | 'list' | 'options' | 'boolean' | 'number' | 'name' | 'text' | 'setting';

export function include(name: string): Rule {
  return { include: `#${name}` };
}

/** `(?:a|b)` for exact names, the longest first. */
export function oneOf(names: readonly string[]): string {
  const sorted = [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map((name) => name.replace(/[$()*+.?[\\\]^{|}-]/g, '\\$&')).join('|')})`;
}

export function capture(...names: readonly string[]): Captures {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name }]));
}

/** Words and signs that mean something in lists of names. */
const listSigns: readonly Rule[] = [
  { match: '\\G[ \\t]*(\\+)', captures: capture('keyword.operator.additive.shinken') },
  { name: 'punctuation.separator.list.shinken', match: ',' },
  { name: 'keyword.operator.negation.shinken', match: '!' },
  { name: 'keyword.operator.expression.shinken', match: '[&|()]' },
  { name: 'constant.language.wildcard.shinken', match: '(?<![^\\s,!&|(])\\*(?=[\\s,;&|)]|$)' },
];

const NUMBER = '(?<![\\w.:/-])-?\\d+(?:\\.\\d+)?(?![\\w.:/-])';

export const values: Readonly<Record<`value-${ValueRule}`, Rule>> = {
  'value-templates': {
    patterns: [
      include('macro'),
      include('escape'),
      ...listSigns.slice(0, 2),
      { name: 'entity.other.inherited-class.shinken', match: '[^\\s,;\\\\$]+' },
    ],
  },
  'value-call': {
    patterns: [
      {
        match: '\\G[ \\t]*(bp_rule)(!)([^;\\n\\\\]*)',
        captures: {
          ...capture('entity.name.function.command.shinken', 'punctuation.separator.argument.shinken'),
          3: { name: 'string.unquoted.business-rule.shinken' },
        },
      },
      {
        match: '\\G[ \\t]*([^\\s!;\\\\][^!;\\n\\\\]*?)(?=\\s*(?:[!;\\\\]|$))',
        captures: capture('entity.name.function.command.shinken'),
      },
      include('call-argument'),
      { name: 'string.unquoted.argument.shinken', match: ',' },
    ],
  },
  'value-calls': {
    patterns: [
      {
        match: '(?:\\G|(?<=,))[ \\t]*([^\\s!,;\\\\][^!,;\\n\\\\]*?)(?=\\s*(?:[!,;\\\\]|$))',
        captures: capture('entity.name.function.command.shinken'),
      },
      { name: 'punctuation.separator.list.shinken', match: ',' },
      include('call-argument'),
    ],
  },
  'value-list': {
    patterns: [
      include('macro'),
      include('escape'),
      ...listSigns,
      { name: 'string.unquoted.name.shinken', match: '[^\\s,;!&|()\\\\$]+' },
    ],
  },
  'value-options': {
    patterns: [
      include('escape'),
      ...listSigns.slice(0, 2),
      { name: 'constant.other.option.shinken', match: '(?<![^\\s,+])\\w(?=[\\s,;]|$)' },
      { name: 'string.unquoted.shinken', match: '[^\\s,;\\\\]+' },
    ],
  },
  'value-boolean': {
    patterns: [
      include('escape'),
      { name: 'constant.language.boolean.shinken', match: '(?i)(?<!\\S)(?:0|1|no|yes|false|true|off|on)(?=[\\s;]|$)' },
      { name: 'string.unquoted.shinken', match: '[^\\s;\\\\]+' },
    ],
  },
  'value-number': {
    patterns: [
      include('escape'),
      { name: 'constant.numeric.shinken', match: NUMBER },
      { name: 'punctuation.separator.list.shinken', match: ',' },
      { name: 'string.unquoted.shinken', match: '[^\\s,;\\\\]+' },
    ],
  },
  'value-name': {
    patterns: [include('macro'), include('escape'), { name: 'entity.name.section.shinken', match: '[^\\s;\\\\$]+' }],
  },
  'value-setting': {
    patterns: [
      include('macro'),
      include('escape'),
      {
        match: `\\G[ \\t]*(${NUMBER})(?=\\s*(?:;|$))`,
        captures: capture('constant.numeric.shinken'),
      },
      { name: 'string.unquoted.shinken', match: '[^\\s;\\\\$]+' },
    ],
  },
  'value-text': {
    patterns: [include('macro'), include('escape'), { name: 'string.unquoted.shinken', match: '[^\\s;\\\\$]+' }],
  },
};

/** What follows the name in `command!first!second`. */
export const callArgument: Rule = {
  patterns: [
    include('macro'),
    include('escape'),
    { name: 'punctuation.separator.argument.shinken', match: '!' },
    { name: 'string.unquoted.argument.shinken', match: '[^\\s!,;\\\\$]+' },
  ],
};

/** Every macro with a name of its own. */
const macroNames = [
  ...Object.keys(objectMacroDocs),
  ...[...globalMacros, ...notificationMacros].map(({ name }) => name),
];

export const macro: Rule = {
  patterns: [
    { name: 'constant.character.escape.dollar.shinken', match: '\\$\\$' },
    { name: 'variable.parameter.argument.shinken', match: '\\$ARG\\d+\\$' },
    { name: 'variable.other.custom-macro.shinken', match: '\\$_(?:HOST|SERVICE|CONTACT)\\w+\\$' },
    { name: 'variable.language.macro.shinken', match: `\\$${oneOf(macroNames)}(?::[^$;\\n]*)?\\$` },
    { name: 'variable.other.resource.shinken', match: '\\$\\w+\\$' },
    // `key$(value)$` in the custom macro behind `duplicate_foreach`.
    {
      match: '(\\$\\()([^);\\n]*)(\\)\\$)',
      captures: capture(
        'punctuation.definition.value.begin.shinken',
        'string.unquoted.value.shinken',
        'punctuation.definition.value.end.shinken',
      ),
    },
  ],
};

export const escape: Rule = {
  patterns: [
    { name: 'constant.character.escape.shinken', match: '\\\\[;!]' },
    // Shinken 2.4 takes a backslash followed by letters `s` for a continuation as well.
    { name: 'constant.character.escape.line-continuation.shinken', match: '\\\\s*[ \\t]*\\n' },
  ],
};

/** `#` at the start of a line. A comment continues like any other line, and swallows the next one. */
export const commentLine: Rule = {
  name: 'comment.line.number-sign.shinken',
  begin: '^\\s*#',
  end: '(?<!\\n)$',
  patterns: [{ match: '(?<!\\\\);.*' }, include('escape')],
};
