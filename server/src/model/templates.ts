/** Links templates to those who use them, and gathers tags (item.py, `linkify_templates`). */
import type { ObjectTypeName } from '../schema';
import { strip } from '../syntax/blanks';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import type { Ancestry, Item } from './item';
import { namePlace } from './places';
import { collectionIsHeard } from './verdict';

/** Types in which `use` has an effect, in the arbiter's order (config.py, `linkify_templates`). */
export const inheritingTypes: readonly ObjectTypeName[] = [
  'host',
  'contact',
  'service',
  'servicedependency',
  'hostdependency',
  'timeperiod',
  'hostextinfo',
  'serviceextinfo',
  'escalation',
  'serviceescalation',
  'hostescalation',
];

/** Beyond this many templates above each other the arbiter gives up, without a word (item.py, INHERITANCE_DEEP_LIMIT). */
export const DEPTH_LIMIT = 32;

export function* linkTemplates(build: Build): Steps<void> {
  for (const type of inheritingTypes) {
    const collection = build.of(type);
    const items = collection.all;
    const templates = [...collection.templates];
    // Thousands of objects use the same few templates: whose `use` is in order is linked as the first with the same text was.
    const linked = new Map<string, Ancestry>();
    yield* withEach(items, (item) => linkOne(build, item, linked));
    for (const template of templates) linkOne(build, template);
    cutLoops(build, items, templates);
    yield* gatherTags(build, items);
  }
  noteIdleUse(build);
}

/** The names in `use`, blanks taken off, empty ones left out. */
function usedNames(item: Item): string[] {
  return item
    .list('use')
    .map(strip)
    .filter((name) => name !== '');
}

function linkOne(build: Build, item: Item, linked?: Map<string, Ancestry>): void {
  const text = usedText(item);
  if (text === undefined) return;
  const known = linked?.get(text);
  if (known) {
    item.ancestry = known;
    return;
  }
  const heard = collectionIsHeard(item.type);
  const names = usedNames(item);
  const templates: Item[] = [];
  for (const name of names) {
    const template = build.of(item.type).findTemplate(name);
    if (!template) {
      const at = namePlace(item, 'use', name);
      const outcome = heard ? 'warning' : 'silent';
      build.note('unknown-reference', { item, key: 'use', at, target: 'template', name, outcome });
    } else if (template === item) {
      build.note('uses-itself', { item, at: namePlace(item, 'use', name), outcome: heard ? 'error' : 'silent' });
    } else templates.push(template);
  }
  item.ancestry = { templates, tags: item.tags };
  if (templates.length === names.length) linked?.set(text, item.ancestry);
}

/** What stands in `use`: the same for the same names; undefined where there is none. */
function usedText(item: Item): string | undefined {
  const value = item.props.get('use');
  if (!Array.isArray(value)) return value === undefined ? undefined : String(value);
  return value.length === 1 ? value[0] : value.join();
}

/**
 * Finds circles among templates and cuts them, so that no later phase runs round. The arbiter looks for circles in most types, and
 * calls them an error; it dies, in every type, when it gathers the tags of an object that gets into one.
 */
function cutLoops(build: Build, items: readonly Item[], templates: readonly Item[]): void {
  const state = new Map<Item, 'open' | 'done'>();
  const path: Item[] = [];
  const loops: (readonly Item[])[] = [];
  const visit = (template: Item): void => {
    state.set(template, 'open');
    path.push(template);
    const templates = template.templates.filter((next) => {
      if (state.get(next) === 'open') {
        loops.push(path.slice(path.indexOf(next)));
        return false;
      }
      if (!state.has(next)) visit(next);
      return true;
    });
    template.ancestry = { templates, tags: template.tags };
    path.pop();
    state.set(template, 'done');
  };
  for (const template of templates) if (!state.has(template)) visit(template);
  if (loops.length === 0) return;
  const reached = reachable(items);
  for (const members of loops) {
    const looked = members.every(({ type }) => collectionIsHeard(type) && type !== 'service');
    const outcome = members.some((member) => reached.has(member)) ? 'crash' : looked ? 'error' : 'silent';
    build.note('template-loop', { items: members, outcome });
  }
}

function reachable(items: readonly Item[]): ReadonlySet<Item> {
  const reached = new Set<Item>();
  const pending = items.flatMap((item) => item.templates);
  for (let item = pending.pop(); item; item = pending.pop()) {
    if (reached.has(item)) continue;
    reached.add(item);
    pending.push(...item.templates);
  }
  return reached;
}

/** Tags: every name in `use` of the object and of its templates, whether such a template exists or not (item.py, `get_all_tags`). */
function* gatherTags(build: Build, items: readonly Item[]): Steps<void> {
  const known = new Map<Item, { tags: ReadonlySet<string>; depth: number }>();
  const gather = (item: Item): { tags: ReadonlySet<string>; depth: number } => {
    const before = known.get(item);
    if (before) return before;
    const tags = new Set(usedNames(item));
    let depth = 0;
    for (const template of item.templates) {
      const above = gather(template);
      depth = Math.max(depth, above.depth + 1);
      for (const tag of above.tags) tags.add(tag);
    }
    const gathered = { tags, depth };
    if (item.isTemplate) known.set(item, gathered);
    return gathered;
  };
  const gathered = new Map<string, { ancestry: Ancestry; depth: number }>();
  yield* withEach(items, (item) => {
    const text = usedText(item);
    if (text === undefined) return;
    const { templates } = item;
    let found = gathered.get(text);
    // The templates themselves may differ where one of them is the item.
    if (found?.ancestry.templates !== templates) {
      const { tags, depth } = gather(item);
      const own = { ancestry: { templates, tags }, depth };
      if (!found) gathered.set(text, own);
      found = own;
    }
    item.ancestry = found.ancestry;
    if (found.depth > DEPTH_LIMIT) build.note('template-too-deep', { item, depth: found.depth });
  });
}

/** `use` where nothing is inherited: accepted by the arbiter, and without effect. */
function noteIdleUse(build: Build): void {
  for (const collection of build.collections) {
    if (inheritingTypes.includes(collection.type)) continue;
    for (const item of collection) {
      const property = item.origins.get('use')?.property;
      if (property && property.value !== '') build.note('use-without-effect', { item, property });
    }
  }
}
