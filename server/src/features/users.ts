/** Who uses a command, a contact, a time period …, of all objects as the arbiter has them in the end: counted once for a whole model. */
import { ownerOf } from '../model/contacts';
import { type CommandCall, Item } from '../model/item';
import type { Model } from '../model/types';
import { isSameList } from '../project/lists';
import { objectTypeList, type ObjectTypeName } from '../schema';
import { Attached } from '../project/attached';

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
  readonly templates: ReadonlyMap<Item, TemplateUsers>;
}

const known = new Attached<Model, Counts>();

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

/** Objects that use a template; templates that do so are not counted, the services that they bring to hosts are. */
export function usersOfTemplate(model: Model, template: Item): TemplateUsers {
  return countsOf(model).templates.get(template) ?? { all: 0, direct: 0 };
}

const none: Users = new Map();

function count(model: Model): Counts {
  const users = new Map<Item, Map<ObjectTypeName, number>>();
  const uses = new Map<readonly Item[], number>();
  const add = ({ said, times, type }: Run): void => {
    for (const used of namedBy(model, said)) {
      const byType = users.get(used) ?? new Map<ObjectTypeName, number>();
      users.set(used, byType.set(type, (byType.get(type) ?? 0) + times));
    }
  };
  let run: Run = { said: [], times: 0, type: 'host' };
  for (const { name } of objectTypeList) {
    // The arbiter has made escalations of them.
    if (name === 'hostescalation' || name === 'serviceescalation') continue;
    for (const item of model.items(name)) {
      const { templates } = item;
      if (templates.length > 0) uses.set(templates, (uses.get(templates) ?? 0) + 1);
      const type = name === 'notificationway' && ownerOf(item) ? 'contact' : name;
      const said = saidBy(item);
      if (type === run.type && isSameList(said, run.said)) run.times++;
      else {
        add(run);
        run = { said, times: 1, type };
      }
    }
  }
  add(run);
  return { users, templates: countTemplates(uses) };
}

/** `uses`: by the templates that `use` names, how many objects have them. */
function countTemplates(uses: ReadonlyMap<readonly Item[], number>): ReadonlyMap<Item, TemplateUsers> {
  const found = new Map<Item, { all: number; direct: number }>();
  for (const [templates, number] of uses) {
    const direct = new Set(templates);
    const all = new Set(templates);
    for (const template of all) for (const above of template.templates) all.add(above);
    for (const template of all) {
      const users = found.get(template) ?? { all: 0, direct: 0 };
      found.set(template, users);
      users.all += number;
      if (direct.has(template)) users.direct += number;
    }
  }
  return found;
}

/** A list of what an object names: linked objects, calls of commands, contact groups by name. */
type Said = readonly Item[] | readonly CommandCall[] | readonly string[];

/** Objects one after the other that name the same, such as the services of one definition, which share their lists. */
interface Run {
  readonly type: ObjectTypeName;
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
  for (const [, calls] of item.calls) said.push(calls);
  if (item.props.has('contact_groups')) said.push(item.list('contact_groups'));
  return said;
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
