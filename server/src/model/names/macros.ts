/** The macros in a value: `$NAME$`, `$_HOSTNAME$`, `$HOSTSTATE:web-1$`. */
import type { CustomOwner, Part, Space } from './occurrence';
import { cut, split } from './parts';

/** A name that a macro says. */
export interface MacroPart extends Part {
  readonly space: Space;
  /** The host of a service. */
  readonly host?: string;
  /** The whole macro, without its dollars. */
  readonly macro: Part;
}

/** The macros between pairs of dollars, without them; `$$` is a dollar. */
export function macrosIn(text: string): readonly Part[] {
  if (!text.includes('$')) return [];
  const parts: Part[] = [];
  let at = 0;
  for (const [index, piece] of text.split('$').entries()) {
    if (index % 2 === 1 && piece !== '' && at + piece.length < text.length) parts.push({ text: piece, at });
    at += piece.length + 1;
  }
  return parts;
}

/** The custom macro that `_HOSTNAME` and the like name, without its underscore; undefined for any other macro. */
export function customMacro(macro: string): { readonly owner: CustomOwner; readonly name: string } | undefined {
  const match = /^_(?:(?<host>HOST)|(?<service>SERVICE)|CONTACT)(?<name>\w.*)$/.exec(macro);
  if (!match?.groups) return undefined;
  const { host, service, name = '' } = match.groups;
  return { owner: host ? 'host' : service ? 'service' : 'contact', name };
}

/** Every name that the macros of a value say: custom macros, macros of resource files, and objects asked for by name. */
export function macroParts(text: string): readonly MacroPart[] {
  return macrosIn(text).flatMap((macro): MacroPart[] => {
    const custom = customMacro(macro.text);
    if (custom) {
      const name = cut(macro, macro.text.length - custom.name.length);
      return [{ ...name, space: `custom ${custom.owner}`, macro }];
    }
    return macro.text.includes(':') ? onDemand(macro) : [{ ...macro, space: 'macro', macro }];
  });
}

const onDemandSpaces = ['hostgroup', 'servicegroup', 'contactgroup', 'host', 'contact'] as const;

/** `$HOSTSTATE:web-1$`, `$SERVICESTATE:web-1:HTTP$`: the value of an object that is named (macroresolver.py:304-350). */
function onDemand(macro: Part): MacroPart[] {
  const [property, first, second] = split(macro.text, /:/g, macro.at);
  if (!property || !first) return [];
  if (second) {
    return [
      { ...first, space: 'host' as const, macro },
      { ...second, space: 'service' as const, host: first.text, macro },
    ].filter(({ text }) => text !== '');
  }
  const space = onDemandSpaces.find((type) => property.text.startsWith(type.toUpperCase()));
  return space && first.text !== '' ? [{ ...first, space, macro }] : [];
}
