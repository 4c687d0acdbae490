/** Turns the names in properties into the objects they stand for, as the `linkify_…` functions of item.py do. */
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
  /** Say nothing of names that stand nowhere in the object: they are members of groups, and the group is refused for them. */
  readonly onlyWritten?: boolean;
}

/**
 * Links the properties of many items in one phase. A list that several items share is looked up once, and a name that leads nowhere is
 * noted once for each `define` that has it, however many objects were made of that.
 */
export class Linker {
  private readonly sharedLists = new Map<readonly string[], Map<ObjectTypeName, readonly Item[]>>();
  private readonly noted = new Set<string>();
  private readonly badTimeouts = new Set<Item>();
  private readonly numbers = new Map<object, number>();

  constructor(private readonly build: Build) {}

  /** One name; an empty one stands for nothing. Gives back the object, if there is one. */
  name(item: Item, key: string, target: ObjectTypeName, missing: Missing): Item | undefined {
    const name = strip(item.text(key) ?? '');
    if (name === '') return undefined;
    const found = this.build.of(target).find(name);
    item.links.set(key, found ? [found] : []);
    if (!found) this.unknown(item, key, target, name, missing);
    return found;
  }

  /** Names in a list, each once. */
  list(item: Item, key: string, target: ObjectTypeName, missing: Missing, options: ListOptions = {}): readonly Item[] {
    if (!item.has(key)) return [];
    const names = item.list(key);
    const found = this.shared(names, target);
    item.links.set(key, found);
    if (found.length < names.length) {
      for (const name of new Set(names.map(strip))) {
        if (name === '' ? !options.keepEmpty : this.build.of(target).find(name)) continue;
        if (!options.onlyWritten || isWritten(item, key, name)) this.unknown(item, key, target, name, missing);
      }
    }
    return found;
  }

  private shared(names: readonly string[], target: ObjectTypeName): readonly Item[] {
    const known = this.sharedLists.get(names)?.get(target);
    if (known) return known;
    const found: Item[] = [];
    for (const name of new Set(names.map(strip))) {
      const item = name === '' ? undefined : this.build.of(target).find(name);
      if (item) found.push(item);
    }
    const byTarget = this.sharedLists.get(names) ?? new Map<ObjectTypeName, readonly Item[]>();
    this.sharedLists.set(names, byTarget.set(target, found));
    return found;
  }

  /** One command call; an empty one stands for nothing. */
  call(item: Item, key: string, missing: Missing): CommandCall | undefined {
    const text = strip(item.text(key) ?? '');
    if (text === '') return undefined;
    const call = this.resolve(text);
    item.calls.set(key, [call]);
    if (!call.command) this.unknown(item, key, 'command', call.name, missing);
    return call;
  }

  /** Command calls between commas, each once. */
  calls(item: Item, key: string, missing: Missing): readonly CommandCall[] {
    const calls: CommandCall[] = [];
    for (const text of new Set(item.list(key).map(strip))) {
      if (text === '') continue;
      const call = this.resolve(text);
      calls.push(call);
      if (!call.command) this.unknown(item, key, 'command', call.name, missing);
    }
    item.calls.set(key, calls);
    return calls;
  }

  /** Takes a call apart and finds its command. */
  resolve(text: string): CommandCall {
    const { name, args } = parseCall(text);
    const command = this.build.of('command').find(name);
    if (command) this.checkTimeout(command);
    return { text, name, args, command };
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

  /** Notes that a name leads nowhere. */
  unknown(item: Item, key: string, target: ObjectTypeName, name: string, outcome: Missing, host?: string): void {
    if (outcome === 'error') item.failed = true;
    const lines = originsOf(item, key).map(({ property }) => this.numberOf(property));
    const seen = JSON.stringify([this.numberOf(item.source ?? item), lines, key, target, name, outcome, host]);
    if (this.noted.has(seen)) return;
    this.noted.add(seen);
    const at = namePlace(item, key, name);
    this.build.note('unknown-reference', {
      item,
      key,
      at,
      target,
      name,
      outcome,
      ...(host === undefined ? {} : { host }),
    });
  }

  private numberOf(thing: object): number {
    const number = this.numbers.get(thing) ?? this.numbers.size;
    this.numbers.set(thing, number);
    return number;
  }
}

/** Whether a name stands in the lines that a list was made of; contacts may also come out of contact groups. */
export function isWritten(item: Item, key: string, name: string): boolean {
  return originsOf(item, key).some(({ property }) =>
    partsOf(property).some(({ text }) => text === name || (text.startsWith('+') && strip(text.slice(1)) === name)),
  );
}
