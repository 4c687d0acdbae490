import { placeOf } from '../../model/item';
import { edits } from '../edits';
import { defineRule } from '../rule';

export const illegalName = defineRule<{ readonly characters: readonly string[]; readonly name: string }>({
  code: 'arbiter/illegal-name',
  severity: 'error',
  title: 'A name with characters that names may not have',
  explain:
    'Names of hosts and contacts and descriptions of services may not have any character of the setting `illegal_object_name_chars`; by default these are the signs that mean something to a shell, commas, equals signs and parentheses. Blanks, dashes, dots and letters of any language are fine. `host_name` of a host is one name, no list.',
  example: {
    bad: `
      define host {
          host_name  web-1,web-2
      }`,
    good: `
      define host {
          host_name  web-1
      }
      define host {
          host_name  web-2
      }`,
  },
  check(model, report) {
    for (const { item, key, characters } of model.facts('illegal-name')) {
      const list = characters.map((character) => (character === ' ' ? 'a blank' : character)).join(' ');
      const name = item.text(key) ?? '';
      const message = `The arbiter refuses the name ${name}: it may not have ${list}`;
      report({ at: placeOf(item, key), object: item, message, data: { characters, name } });
    }
  },
  fix({ file, span, data: { characters, name } }, model) {
    if (model.text(file)?.slice(span.start, span.end) !== name) return [];
    const newText = [...name].map((character) => (characters.includes(character) ? '_' : character)).join('');
    return [{ title: `Change to ${newText}`, change: edits({ file, span, newText }), preferred: true }];
  },
});
