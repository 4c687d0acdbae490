import { expect, test } from 'vitest';
import { objectTypeList } from '../../server/src/schema';
import manifest from '../../package.json';

const [language] = manifest.contributes.languages;

/** The claim on file names is a claim on everybody's editor. */
test.each(language?.filenamePatterns ?? [])('%s claims no more than a folder or a name of ours', (pattern) => {
  expect(pattern).toMatch(/shinken|nagios|icinga/);
});

test.each(objectTypeList.map(({ name }) => name))('a first line that defines a %s is recognized', (name) => {
  expect(`define ${name} {`).toMatch(new RegExp(language?.firstLine ?? '(?!)'));
});

test.each(['define hosts {', 'define', '# define host {', 'undefine host {', '[host]'])(
  '%s is no first line of ours',
  (line) => {
    expect(line).not.toMatch(new RegExp(language?.firstLine ?? '(?!)'));
  },
);

test('names are completed in every value, and nothing else is: what just stands somewhere else, or begins a snippet, does not get in the way of Enter', () => {
  expect(manifest.contributes.configurationDefaults['[shinken]']).toEqual({
    'editor.acceptSuggestionOnEnter': 'smart',
    'editor.quickSuggestions': { comments: 'off', other: 'on', strings: 'on' },
    'editor.suggest.showSnippets': false,
    'editor.suggest.snippetsPreventQuickSuggestions': false,
    'editor.wordBasedSuggestions': 'off',
  });
});

test('every setting is described, and has a default', () => {
  const settings = Object.entries(manifest.contributes.configuration.properties);
  expect(
    settings.filter(
      ([, setting]) => !('default' in setting) || !('description' in setting || 'markdownDescription' in setting),
    ),
  ).toEqual([]);
});
