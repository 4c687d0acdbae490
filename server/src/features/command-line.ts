/** A command line with its macros filled in, as far as they are known before it runs (macroresolver.py, `resolve_simple_macros_in_string`). */
import { parseCall } from '../model/command-call';
import type { CommandCall, Item } from '../model/item';
import type { Model } from '../model/types';
import { globalMacros, macroDoc, objectType, objectTypeList } from '../schema';
import { isSecret, MASK } from './secrets';
import { symbolsOf } from './symbols';
import { customMacro, macrosIn } from '../model/names/macros';

/** For whom a command is run: the objects that its macros may speak of. */
export interface Subject {
  readonly items: readonly Item[];
  /** The objects are all there is: what they lack is empty. Else others will be there when it runs, a host or a contact. */
  readonly whole: boolean;
}

export interface FilledIn {
  readonly text: string;
  /** Macros that are left because their value is only known when the command runs. */
  readonly later: readonly string[];
  /** Macros that are left and will be empty: nothing gives them a value. */
  readonly empty: readonly string[];
  /** Arguments that the command line asks for and the call does not give. */
  readonly notGiven: readonly string[];
  /** Custom macros that a macro modulation may give another value at its time. */
  readonly modulated: readonly string[];
  /** Some value is not shown. */
  readonly masked: boolean;
  /** A `$` has no other one, and every macro behind it may be mistaken: what the arbiter then makes of the line is not to be foreseen. */
  readonly loneDollar: boolean;
}

/** As many times as the arbiter looks for macros in what macros gave. */
const MOST_ROUNDS = 33;

/** A macro that contains itself twice doubles the text with each round. */
const LONGEST = 10_000;

/** In the place of a `$$` until all macros are found: no character at all, so that no text holds it. */
const DOLLAR = '\uffff';

/** Around the number of a macro that is left: to the arbiter it would be empty, and is no macro any more. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];

/** Fills in what is known; what is not is left as it is written. */
export function fillIn(model: Model, text: string, args: readonly string[], subject: Subject): FilledIn {
  const left: { readonly name: string; readonly kind: 'later' | 'empty' | 'notGiven' }[] = [];
  const modulated = new Set<string>();
  let masked = false;
  let filled = text;
  for (let round = 0; round < MOST_ROUNDS && filled.length < LONGEST; round++) {
    const before = filled;
    for (const name of new Set(macrosIn(filled).map((part) => part.text))) {
      const value = valueOf(model, name, args, subject);
      let replacement: string;
      if (value.kind === 'known') {
        const hidden = value.text !== '' && isSecret(name, value.file);
        masked ||= hidden;
        if (value.modulated) modulated.add(`$${name}$`);
        replacement = hidden ? MASK : value.text;
      } else {
        replacement = `${OPEN}${left.length}${CLOSE}`;
        left.push({ name: `$${name}$`, kind: value.kind });
      }
      filled = filled.replaceAll(`$${name}$`, () => replacement);
    }
    filled = filled.replaceAll('$$', DOLLAR);
    if (filled === before) break;
  }
  const marks = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');
  const shown = (marked: string): string => {
    const written = marked.replace(marks, (_, index: string) => left[Number(index)]?.name ?? '');
    return (written === marked ? written : shown(written)).replaceAll(DOLLAR, '$');
  };
  const names = (kind: 'later' | 'empty' | 'notGiven'): string[] => [
    ...new Set(
      left
        .filter((one, index) => one.kind === kind && filled.includes(OPEN + String(index) + CLOSE))
        .map(({ name }) => shown(name)),
    ),
  ];
  return {
    text: shown(filled).trim(),
    later: names('later'),
    empty: names('empty'),
    notGiven: names('notGiven'),
    modulated: [...modulated],
    masked,
    loneDollar: filled.includes('$'),
  };
}

type MacroValue =
  | { readonly kind: 'known'; readonly text: string; readonly file?: string; readonly modulated?: boolean }
  | { readonly kind: 'later' | 'empty' | 'notGiven' };

function valueOf(model: Model, name: string, args: readonly string[], subject: Subject): MacroValue {
  const argument = /^ARG(\d+)/.exec(name);
  // The arbiter counts from the end for `$ARG0$`.
  if (argument) return known(args.at(Number(argument[1]) - 1)) ?? { kind: 'notGiven' };
  const custom = customMacro(name);
  if (custom) return customValue(custom, subject);
  if (name.includes(':')) return onDemandValue(model, name, subject);
  for (const item of subject.items) {
    const own = objectType(item.type)?.macros ?? {};
    if (Object.hasOwn(own, name)) return propertyValue(item, own[name]);
  }
  const resource = model.macros.get(name);
  if (resource !== undefined) {
    const file = symbolsOf(model.project).definitions('macro', name).at(-1)?.setting?.file;
    return { kind: 'known', text: resource, file };
  }
  const setting = globalMacros.find((macro) => macro.name === name)?.setting;
  const value = setting === undefined ? undefined : model.setting(setting);
  if (typeof value === 'string') return { kind: 'known', text: value };
  const owner = objectTypeList.find(({ macros }) => Object.hasOwn(macros, name))?.name;
  // A service's check speaks of its service and its host, a host's of no service.
  if (owner) return { kind: subject.whole ? 'empty' : 'later' };
  return { kind: macroDoc(name) === undefined || /^USER\d+$/.test(name) ? 'empty' : 'later' };
}

function known(text: string | undefined): MacroValue | undefined {
  return text === undefined ? undefined : { kind: 'known', text };
}

function customValue(
  { owner, name }: { readonly owner: 'host' | 'service' | 'contact'; readonly name: string },
  subject: Subject,
): MacroValue {
  const key = `_${name.toUpperCase()}`;
  const item = subject.items.find(({ type }) => type === owner);
  if (!item) return { kind: subject.whole ? 'empty' : 'later' };
  const modulated = (item.links.get('macromodulations') ?? []).some(({ customs }) => customs.has(key));
  const text = item.customs.get(key);
  if (text === undefined) return { kind: item.isTemplate || modulated ? 'later' : 'empty' };
  return { kind: 'known', text, file: item.origins.get(key)?.property.file, modulated };
}

/** A value as Python writes it; what only a running daemon knows comes later. */
function propertyValue(item: Item, key: string | undefined): MacroValue {
  const value = key === undefined || key === '' ? undefined : item.get(key);
  if (typeof value === 'string' || typeof value === 'number') return { kind: 'known', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'known', text: value ? 'True' : 'False' };
  return { kind: 'later' };
}

/** `$HOSTADDRESS:web-1$`, `$SERVICEDESC:web-1:Http$`; an empty host is that of the subject. */
function onDemandValue(model: Model, name: string, { items }: Subject): MacroValue {
  const [macro = '', first = '', second] = name.split(':');
  const own = items.find(({ type }) => type === 'host')?.text('host_name') ?? '';
  const type = objectTypeList.find(({ macros }) => Object.hasOwn(macros, macro));
  if (!type) return { kind: 'empty' };
  const host = first === '' ? own : first;
  const item = model.find(type.name, second === undefined ? host : `${host}/${second}`);
  if (!item) return { kind: first === '' && own === '' ? 'later' : 'empty' };
  return propertyValue(item, type.macros[macro]);
}

/** Whom the command in a directive of an item is run for. */
export function subjectOf(model: Model, item: Item, key: string): Subject {
  if (item.type === 'host') return { items: [item], whole: true };
  if (item.type === 'service') {
    const host = model.find('host', item.text('host_name') ?? '');
    return { items: host ? [host, item] : [item], whole: host !== undefined };
  }
  return { items: key.endsWith('_notification_commands') ? [item] : [], whole: false };
}

/** Nobody that is known: for the command of a setting. */
export const nobody: Subject = { items: [], whole: false };

/** The call of that command that an item makes in a directive: as the arbiter has it, else as it is written. */
export function callOf(model: Model, item: Item | undefined, key: string, text: string): CommandCall {
  const { name, args } = parseCall(text);
  const linked = item?.calls.get(key)?.find((call) => call.text === text.trim() || call.name === name);
  return linked ?? { text, name, args, command: model.find('command', name) };
}
