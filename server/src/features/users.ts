/** Who uses a command, a contact, a time period …, of all objects as the arbiter has them in the end: counted once for a whole model. */
import { ownerOf } from '../model/contacts';
import { type CommandCall, Item } from '../model/item';
import type { Model } from '../model/types';
import { objectTypeList, type ObjectTypeName } from '../schema';

/** How many objects of each type use something. */
export type Users = ReadonlyMap<ObjectTypeName, number>;

export interface TemplateUsers {
  /** Through how many templates whatever. */
  readonly all: number;
  /** Those that name it in their own `use`. */
  readonly direct: number;
}

interface Counts {
  readonly users: ReadonlyMap<Item, Users>;
  /** By type, then by name of the template. */
  readonly tags: ReadonlyMap<ObjectTypeName, ReadonlyMap<string, number>>;
  readonly direct: ReadonlyMap<Item, number>;
}

const known = new WeakMap<Model, Counts>();

function countsOf(model: Model): Counts {
  let counts = known.get(model);
  if (!counts) known.set(model, (counts = count(model)));
  return counts;
}

/**
 * Objects that name this one, those that do so through a template, a contact group or their host included. The notification way that a
 * contact has of its own counts as the contact.
 */
export function usersOf(model: Model, item: Item): Users {
  return countsOf(model).users.get(item) ?? none;
}

/** Objects that use a template; templates that do so are not counted. */
export function usersOfTemplate(model: Model, type: ObjectTypeName, name: string): TemplateUsers {
  const { tags, direct } = countsOf(model);
  const template = model.findTemplate(type, name);
  return { all: tags.get(type)?.get(name) ?? 0, direct: (template && direct.get(template)) ?? 0 };
}

const none: Users = new Map();

function count(model: Model): Counts {
  const users = new Map<Item, Map<ObjectTypeName, number>>();
  const direct = new Map<Item, number>();
  const tags = new Map<ObjectTypeName, ReadonlyMap<string, number>>();
  const add = ({ said, times }: Run, type: ObjectTypeName): void => {
    for (const used of namedBy(model, said)) {
      const byType = users.get(used) ?? new Map<ObjectTypeName, number>();
      users.set(used, byType.set(type, (byType.get(type) ?? 0) + times));
    }
  };
  for (const { name: type } of objectTypeList) {
    // The arbiter has made escalations of them.
    if (type === 'hostescalation' || type === 'serviceescalation') continue;
    const bySet = new Map<ReadonlySet<string>, number>();
    let run: Run = { said: [], times: 0 };
    let isOwned = false;
    for (const item of model.items(type)) {
      if (item.tags.size > 0) bySet.set(item.tags, (bySet.get(item.tags) ?? 0) + 1);
      for (const template of new Set(item.templates)) direct.set(template, (direct.get(template) ?? 0) + 1);
      const owned = type === 'notificationway' && ownerOf(item) !== undefined;
      const said = saidBy(item);
      if (owned === isOwned && isSame(said, run.said)) run.times++;
      else {
        add(run, isOwned ? 'contact' : type);
        run = { said, times: 1 };
        isOwned = owned;
      }
    }
    add(run, isOwned ? 'contact' : type);
    tags.set(type, sums(bySet));
  }
  return { users, tags, direct };
}

/** A list of what an object names: linked objects, calls of commands, contact groups by name. */
type Said = readonly Item[] | readonly CommandCall[] | readonly string[];

/** Objects one after the other that name the same, such as the services of one definition, which share their lists. */
interface Run {
  readonly said: readonly Said[];
  times: number;
}

/** Who is in a group, and what depends on whom, is no use of anything. */
const notCounted: ReadonlySet<string> = new Set([
  'business_rule',
  'contact',
  'escalations',
  'hostgroups',
  'parents',
  'realm',
  'servicegroups',
]);

function saidBy(item: Item): readonly Said[] {
  const said: Said[] = [];
  for (const [key, links] of item.links) if (!notCounted.has(key)) said.push(links);
  for (const calls of item.calls.values()) said.push(calls);
  if (item.props.has('contact_groups')) said.push(item.list('contact_groups'));
  return said;
}

function isSame(some: readonly Said[], others: readonly Said[]): boolean {
  return some.length === others.length && some.every((list, index) => list === others[index]);
}

/** Each once, however often it is named. */
function namedBy(model: Model, said: readonly Said[]): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const list of said) {
    for (const one of list) {
      const used =
        typeof one === 'string' ? model.find('contactgroup', one.trim()) : one instanceof Item ? one : one.command;
      if (used) found.add(used);
    }
  }
  return found;
}

function sums(bySet: ReadonlyMap<ReadonlySet<string>, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [tags, number] of bySet) for (const tag of tags) found.set(tag, (found.get(tag) ?? 0) + number);
  return found;
}
