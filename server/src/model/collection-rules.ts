/** How objects enter and leave a collection: the arbiter's rules about names and duplicates (item.py, `Items`; service.py, `Services`). */
import { objectType } from '../schema';
import type { Build } from './build';
import type { ServiceName } from './collection';
import type { Item } from './item';
import { errorsCount } from './verdict';

/** The name under which services are found: the arbiter's pair of host name and description. */
export function serviceKey(host: string, description: string): ServiceName {
  return { host, description };
}

/** The directive that indexes objects of a type; undefined where they are not indexed at all. */
function indexedBy(item: Item): string | undefined {
  switch (item.type) {
    case 'hostdependency':
    case 'servicedependency':
    case 'hostescalation':
    case 'serviceescalation':
      return undefined;
    case 'hostextinfo':
    case 'serviceextinfo':
      return 'host_name';
    default:
      return objectType(item.type)?.nameDirective;
  }
}

/** Whether the arbiter survives an object of this type that has no name; the others it refuses, or says nothing at all. */
const nameless: Readonly<Record<string, 'crash' | 'silent' | undefined>> = {
  arbiter: 'crash',
  broker: 'crash',
  command: 'crash',
  escalation: 'crash',
  hostgroup: 'crash',
  hostextinfo: 'silent',
  module: 'silent',
  notificationway: 'crash',
  reactionner: 'crash',
  realm: 'crash',
  receiver: 'crash',
  scheduler: 'crash',
  serviceextinfo: 'silent',
  servicegroup: 'crash',
  timeperiod: 'silent',
};

/** Puts a new object, or a template, where the arbiter keeps it. A service is indexed only once it has one host. */
export function register(build: Build, item: Item): void {
  if (item.isTemplate) registerTemplate(build, item);
  else if (item.type === 'service') registerServiceSource(build, item);
  else addIndexed(build, item);
}

function registerTemplate(build: Build, item: Item): void {
  const collection = build.of(item.type);
  const name = item.text('name') ?? '';
  if (name === '') {
    // A service template is also known by the host templates it is bound to.
    if (item.type !== 'service' || (item.text('host_name') ?? '') === '') build.note('unnamed-template', { item });
    collection.addTemplate(item);
    return;
  }
  const existing = collection.findTemplate(name);
  const kept = existing && existing !== item ? resolveConflict(build, existing, item, name, true) : item;
  collection.indexTemplate(name, kept);
  collection.addTemplate(kept);
}

function registerServiceSource(build: Build, item: Item): void {
  // Whether a template gives it a host is found out later; the arbiter has made up its mind by then.
  if (!hasText(item, 'host_name') && !hasText(item, 'hostgroup_name')) {
    item.fail();
    build.note('unbound-service', { item });
  }
  build.of('service').add(item);
}

export function hasText(item: Item, key: string): boolean {
  return (item.text(key) ?? '') !== '';
}

/** Adds an object under its name; of two with one name the later one stays, or the one with the lower `definition_order`. */
export function addIndexed(build: Build, item: Item): void {
  const collection = build.of(item.type);
  const key = indexedBy(item);
  if (key === undefined) {
    collection.add(item);
    return;
  }
  const name = nameOf(item, key);
  if (name === '') {
    item.fail();
    // Contacts have a say of their own later; what the arbiter made itself is not the object to speak of.
    if (item.type !== 'contact' && item.source) {
      const heard = errorsCount(item) ? 'error' : 'silent';
      const fate = nameless[item.type] ?? heard;
      // The arbiter can speak of an empty name.
      const outcome = fate === 'crash' && item.has(key) ? heard : fate;
      build.note('unnamed', { item, directive: key, outcome });
    }
    collection.index('', item);
    collection.add(item);
    return;
  }
  collection.add(indexUnder(build, item, name));
}

/** Makes an object the one that its name finds, unless another stays; gives back the one that does. */
export function indexUnder(build: Build, item: Item, name: string | ServiceName): Item {
  const collection = build.of(item.type);
  const existing = collection.find(name);
  const kept = existing && existing !== item ? resolveConflict(build, existing, item, name, false) : item;
  collection.index(name, kept);
  return kept;
}

/** Takes an object away, with the name it would be indexed under now. */
export function removeIndexed(build: Build, item: Item): void {
  const collection = build.of(item.type);
  const key = indexedBy(item);
  if (key !== undefined) collection.unindex(nameOf(item, key));
  collection.remove(item);
}

function nameOf(item: Item, key: string): string | ServiceName {
  if (item.type !== 'service') return item.text(key) ?? '';
  const host = item.text('host_name');
  const description = item.text('service_description');
  return host === undefined || description === undefined ? '' : serviceKey(host, description);
}

function resolveConflict(
  build: Build,
  existing: Item,
  item: Item,
  name: string | ServiceName,
  template: boolean,
): Item {
  const order = compareOrders(definitionOrder(existing), definitionOrder(item));
  if (order < 0) return existing;
  if (order === 0) {
    const printed = !template && (item.type === 'host' || item.type === 'service');
    build.note('duplicate-name', {
      lost: existing,
      kept: item,
      name: typeof name === 'string' ? name : `${name.host}/${name.description}`,
      template,
      outcome: printed ? 'warning' : 'silent',
    });
  }
  const collection = build.of(item.type);
  if (template) {
    collection.removeTemplate(existing);
    collection.unindexTemplate(item.text('name') ?? '');
  } else removeIndexed(build, existing);
  return item;
}

function definitionOrder(item: Item): number | string {
  const value = item.props.get('definition_order');
  return typeof value === 'number' || typeof value === 'string' ? value : 100;
}

/** Commands keep the text they were given, and in Python 2 any text is greater than any number. */
function compareOrders(a: number | string, b: number | string): number {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === 'number' ? -1 : 1;
}
