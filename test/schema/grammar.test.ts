import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { grammar } from '../../scripts/grammar';
import {
  globalMacros,
  mainSettings,
  notificationMacros,
  objectMacroDocs,
  objectTypeList,
} from '../../server/src/schema';
import { tokens } from '../support/tokens';

const root = path.resolve(import.meta.dirname, '../..');
const grammarFile = path.join(root, 'syntaxes/shinken.tmLanguage.json');
const definable = objectTypeList.filter((type) => type.definable);

it('is what npm run generate makes of the schema', async () => {
  const style = await resolveConfig(grammarFile);
  const generated = await format(JSON.stringify(grammar()), { ...style, parser: 'json' });
  expect(readFileSync(grammarFile, 'utf8')).toBe(generated);
});

describe('knows the schema', () => {
  it.each(definable.map((type) => [type.name, type] as const))('%s and all its directives', async (name, type) => {
    const names = [...type.directives.map((one) => one.name), ...Object.keys(type.oldNames)];
    const lines = (await tokens(`define ${name}{\n${names.join('\n')}\n}`)).split('\n');
    expect(lines).toEqual([
      'define storage.type.define',
      `${name} entity.name.type.${name}`,
      '{ punctuation.section.block.begin',
      ...names.map((one) => `${one} support.type.property-name`),
      '} punctuation.section.block.end',
    ]);
  });

  it('all settings', async () => {
    const names = mainSettings.map(({ name }) => name).filter((name) => name !== 'resource_file');
    const lines = (await tokens(names.map((name) => `${name}=x`).join('\n'))).split('\n');
    expect(lines.filter((line) => /^\w+ (?!string)/.test(line))).toEqual(
      names.map((name) => `${name} support.type.property-name.setting`),
    );
  });

  it('all macros', async () => {
    const names = [
      ...Object.keys(objectMacroDocs),
      ...[...globalMacros, ...notificationMacros].map(({ name }) => name),
    ];
    const lines = (
      await tokens(`define command{\ncommand_line ${names.map((name) => `$${name}$`).join(' ')}\n}`)
    ).split('\n');
    expect(lines.slice(4, -1)).toEqual(names.map((name) => `$${name}$ variable.language.macro`));
  });
});

interface LanguageConfiguration {
  readonly comments: { readonly lineComment: string };
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
}

describe('language configuration', () => {
  const configuration = JSON.parse(
    readFileSync(path.join(root, 'syntaxes/language-configuration.json'), 'utf8'),
  ) as LanguageConfiguration;
  const { pattern, flags } = configuration.wordPattern;
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

  it.each([
    ['use generic-host,linux', ['use', 'generic-host', 'linux']],
    ['address 10.0.0.1', ['address', '10.0.0.1']],
    ['check_command check!$ARG1$!5', ['check_command', 'check', '$ARG1$', '5']],
    ['contacts +zoé,!bob', ['contacts', 'zoé', 'bob']],
    ['log_level=INFO', ['log_level', 'INFO']],
  ])('%s has the words of names', (text, words) => {
    expect(text.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
  });

  it.each([
    ['define host{', true],
    ['  define host { ; x', true],
    ['{', true],
    ['define host', false],
    ['# define host{', false],
    ['  notes a{', false],
  ])('behind %j the next line is indented: %s', (text, indented) => {
    expect(new RegExp(increaseIndentPattern).test(text)).toBe(indented);
  });

  it.each([
    ['}', true],
    ['  } ; x', true],
    ['} # x', false],
    ['a }', false],
  ])('%j goes back: %s', (text, outdented) => {
    expect(new RegExp(decreaseIndentPattern).test(text)).toBe(outdented);
  });
});
