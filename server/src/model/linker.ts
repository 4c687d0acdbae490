/** Turns the names in properties into the objects they stand for, as the `linkify_…` functions of item.py do. */
import type { Place } from '../project/types';
import type { Missing, ObjectTypeName } from '../schema/types';
import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { parseCall } from './command-call';
import type { CommandCall, Item } from './item';
import { originsOf, namePlace, partsOf } from './places';

/** Facts about commands that somebody calls. */
export interface CommandFacts {
  /** The `timeout` of a command that is called is no whole number: the arbiter dies of it. Nobody looks at it before (commandcall.py:90). */
  'bad-command-timeout': { readonly item: Item; readonly text: string };
}

interface ListOptions {
  /** The arbiter looks even for an object without a name; otherwise empty names are passed over. */
  readonly keepEmpty?: boolean;
  /** Names may have come out of contact groups; those that lead nowhere stand there. */
  readonly fromGroups?: boolean;
}

/** What a list of names leads to, and the names that lead nowhere. */
interface Lookup {
  readonly found: readonly Item[];
  readonly missing: readonly string[];
}

/** What has been looked up. Lists that say the same lead to the very same list of objects. */
interface Lookups {
  readonly byList: Map<readonly string[], Lookup>;
  readonly byText: Map<string, Lookup>;
}

/**
 * Links the properties of many items in one phase. A list that several items share is looked up once, and a name that leads nowhere is
 * noted once for each `define` that has it, however many objects were made of that.
 */
export class Linker {
  private readonly lists = new Map<ObjectTypeName, Lookups>();
  private readonly single = new Map<Item, readonly Item[]>();
  private readonly resolved = new Map<string, readonly [CommandCall]>();
  private readonly noted = new Map<object, Set<string>>();
  private readonly badTimeouts = new Set<Item>();
  private readonly numbers = new Map<object, number>();
  private readonly inGroups = new Map<string, Place | undefined>();
  /** How many names have led nowhere, whether that has been noted or was known. */
  missed = 0;

  constructor(private readonly build: Build) {}

  /** One name; an empty one stands for nothing. Gives back the object, if there is one. */
  name(item: Item, key: string, target: ObjectTypeName, missing: Missing): Item | undefined {
    const name = strip(item.text(key) ?? '');
    if (name === '') return undefined;
    const found = this.build.of(target).find(name);
    item.setLinks(key, this.alone(found));
    if (!found) this.unknown(item, key, target, name, missing);
    return found;
  }

  /** A list of one object, or of none: the same list for all who name that object. */
  alone(item: Item | undefined): readonly Item[] {
    if (!item) return nobody;
    const list = this.single.get(item) ?? [item];
    this.single.set(item, list);
    return list;
  }

  /** Names in a list, each once. */
  list(item: Item, key: string, target: ObjectTypeName, outcome: Missing, options: ListOptions = {}): readonly Item[] {
    const names = item.list(key);
    if (names.length === 0) return [];
    const { found, missing } = this.lookUp(names, target);
    item.setLinks(key, found);
    for (const name of missing) {
      if (name === '' && !options.keepEmpty) continue;
      const elsewhere = options.fromGroups && !isWritten(item, key, name) ? this.placeInGroups(name) : undefined;
      this.unknown(item, key, target, name, outcome, { at: elsewhere });
    }
    return found;
  }

  /** Where a contact group names a contact. */
  private placeInGroups(name: string): Place | undefined {
    if (!this.inGroups.has(name)) {
      const group = [...this.build.of('contactgroup')].find((each) => isWritten(each, 'members', name));
      this.inGroups.set(name, group && namePlace(group, 'members', name));
    }
    return this.inGroups.get(name);
  }

  private lookUp(names: readonly string[], target: ObjectTypeName): Lookup {
    let lists = this.lists.get(target);
    if (!lists) this.lists.set(target, (lists = { byList: new Map(), byText: new Map() }));
    const known = lists.byList.get(names);
    if (known) return known;
    const text = names.join('\0');
    const alike = lists.byText.get(text) ?? this.newLookUp(names, target);
    lists.byText.set(text, alike);
    lists.byList.set(names, alike);
    return alike;
  }

  private newLookUp(names: readonly string[], target: ObjectTypeName): Lookup {
    const found: Item[] = [];
    const missing: string[] = [];
    for (const name of new Set(names.map(strip))) {
      const item = name === '' ? undefined : this.build.of(target).find(name);
      if (item) found.push(item);
      else missing.push(name);
    }
    return { found, missing };
  }

  /** One command call; an empty one stands for nothing. */
  call(item: Item, key: string, missing: Missing): CommandCall | undefined {
    const text = strip(item.text(key) ?? '');
    if (text === '') return undefined;
    const calls = this.resolve(text);
    const [call] = calls;
    item.setCalls(key, calls);
    if (!call.command) this.unknown(item, key, 'command', call.name, missing);
    return call;
  }

  /** Command calls between commas, each once. */
  calls(item: Item, key: string, missing: Missing): readonly CommandCall[] {
    const calls: CommandCall[] = [];
    for (const text of new Set(item.list(key).map(strip))) {
      if (text === '') continue;
      const [call] = this.resolve(text);
      calls.push(call);
      if (!call.command) this.unknown(item, key, 'command', call.name, missing);
    }
    item.setCalls(key, calls);
    return calls;
  }

  /** Takes a call apart and finds its command; a list of this one call, which all who make it share. */
  resolve(text: string): readonly [CommandCall] {
    const known = this.resolved.get(text);
    if (known) return known;
    const { name, args } = parseCall(text);
    const command = this.build.of('command').find(name);
    if (command) this.checkTimeout(command);
    const calls = [{ text, name, args, command }] as const;
    this.resolved.set(text, calls);
    return calls;
  }

  private checkTimeout(command: Item): void {
    const value = command.get('timeout');
    if (value === undefined || typeof value === 'number' || this.badTimeouts.has(command)) return;
    this.badTimeouts.add(command);
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    if (Array.isArray(value) || !/^[+-]?\d+$/.test(strip(text))) {
      this.build.note('bad-command-timeout', { item: command, text });
    }
  }

  /** Notes that a name leads nowhere. `host`: whose service it should be; `at`: where it stands, when that is not in the object. */
  unknown(
    item: Item,
    key: string,
    target: ObjectTypeName,
    name: string,
    outcome: Missing,
    { host, at }: { readonly host?: string; readonly at?: Place } = {},
  ): void {
    this.missed++;
    if (outcome === 'error') item.fail();
    const define = item.source ?? item;
    let noted = this.noted.get(define);
    if (!noted) this.noted.set(define, (noted = new Set<string>()));
    // One define may have its value from several places: from the host of each of its services.
    const line = item.origins.get(key)?.property;
    const what = `${key} ${line ? String(this.numberOf(line)) : ''} ${outcome} ${host ?? ''}\0${name}`;
    if (noted.has(what)) return;
    noted.add(what);
    const place = at ?? namePlace(item, key, name);
    this.build.note('unknown-reference', {
      item,
      key,
      at: place,
      target,
      name,
      ...(host !== undefined && { host }),
      outcome,
    });
  }

  private numberOf(thing: object): number {
    const number = this.numbers.get(thing) ?? this.numbers.size;
    this.numbers.set(thing, number);
    return number;
  }
}

const nobody: readonly Item[] = [];

/** Whether a name stands in the lines that a list was made of; contacts may also come out of contact groups. */
export function isWritten(item: Item, key: string, name: string): boolean {
  return originsOf(item, key).some(({ property }) =>
    partsOf(property).some(({ text }) => text === name || (text.startsWith('+') && strip(text.slice(1)) === name)),
  );
}
