/** What has to be known of a configuration to judge a few of its objects as if all of it were judged. */
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import { nameParts } from '../model/names/parts';
import { directiveOf, hostsOf, written } from '../model/names/written';
import type { RawObject } from '../project/types';
import { objectType } from '../schema';
import type { Centre } from './centre';
import { isBusinessRule, type Neighbours } from './neighbours';

/** More objects than this are not quicker judged than all. */
const MOST = 2000;

/** Members of groups are not followed: whoever is in a group and has nothing else to do with an edit is of no concern. */
const notFollowed: ReadonlySet<string> = new Set(['hostgroup members', 'servicegroup members']);

/**
 * Objects that have to do with these: what they name and use, with what that names and uses, the services of hosts, the groups that hosts
 * are in, and all daemons; of an edit that nobody else has to do with, only what the edited object is made of. Undefined where that is too much.
 */
export function surroundings(
  { objects, isElsewhere, isInward }: Centre,
  model: Model,
  neighbours: Neighbours,
): ReadonlySet<RawObject> | undefined {
  const found = new Set<RawObject>([...(isInward ? [] : neighbours.everywhere), ...objects]);
  for (const object of objects) {
    for (const near of besides(object, model, neighbours)) found.add(near);
    if (object.type === 'host' && !isInward)
      for (const service of hostsOf(object).flatMap((host) => neighbours.servicesOf(host))) found.add(service);
    const naming = isElsewhere ? neighbours.naming(written(object, 'service_description') ?? '') : [];
    if (!naming || naming.some((near) => namesGroups(near) || ties(near, object))) return undefined;
    for (const near of naming) {
      found.add(near);
      // Where one of the services that it means is missing, nothing is said of another.
      for (const host of [...hostsOf(object), ...words(near)])
        for (const each of [...neighbours.servicesOf(host), ...neighbours.addingTo(host)]) found.add(each);
    }
  }
  // A set is walked to its end, with all that is added on the way.
  for (const object of found) {
    if (found.size > MOST) return undefined;
    if (isSharedRule(object)) return undefined;
    for (const named of namedBy(object, model)) found.add(named);
    if (object.type !== 'contactgroup') continue;
    for (const member of neighbours.inContactGroup(written(object, 'contactgroup_name') ?? '')) found.add(member);
  }
  return found;
}

function namesGroups({ lines }: RawObject): boolean {
  return lines.some(({ key }) => /hostgroup/.test(key));
}

/** What services depend on each other, or a rule makes of them, goes on from one to the next, over objects that name neither. */
function ties(near: RawObject, service: RawObject): boolean {
  const { type, lines } = near;
  const isTie =
    type === 'servicedependency' ||
    lines.some(({ key, value }) => key === 'service_dependencies' || isBusinessRule(key, value));
  if (!isTie) return false;
  const names = words(near);
  return written(near, 'use') !== undefined || hostsOf(service).some((host) => names.includes(host));
}

/** A business rule that is another one for everybody who has it, or whenever a macro has another value. */
function isSharedRule({ lines }: RawObject): boolean {
  const isShared = lines.some(({ key }) => key === 'name');
  return lines.some(({ key, value }) => isBusinessRule(key, value) && (isShared || value.includes('$')));
}

/** All that could be a name of a host. */
function words({ lines }: RawObject): readonly string[] {
  return lines.flatMap(({ value }) => value.split(/[\s,!&|()+]+/));
}

/** What does not stand in the object itself: who has to do with it all the same. */
function besides(object: RawObject, model: Model, neighbours: Neighbours): readonly RawObject[] {
  const hosts = hostsOf(object);
  const groups = hosts.flatMap((host) => model.find('host', host)?.list('hostgroups') ?? []);
  const found = sourcesOf(groups.map((group) => model.find('hostgroup', group)));
  if (object.type === 'host') return [...found, ...hosts.flatMap((host) => neighbours.addingTo(host))];
  const description = written(object, 'service_description') ?? '';
  const twins = sourcesOf(hosts.map((host) => model.find('service', `${host}/${description}`)));
  return [...found, ...twins];
}

function sourcesOf(items: readonly (Item | undefined)[]): readonly RawObject[] {
  return items.flatMap((item) => item?.source ?? []);
}

/** Every object that a name in the object's own text leads to. */
function namedBy(object: RawObject, model: Model): readonly RawObject[] {
  const type = objectType(object.type);
  if (!type) return [];
  return object.lines.flatMap(({ key, value }) => {
    const { reference } = directiveOf(object, key) ?? {};
    if (!reference || notFollowed.has(`${object.type} ${key}`)) return [];
    const target = reference.target === 'template' ? type : objectType(reference.target);
    if (!target) return [];
    return nameParts(value, reference.shape).flatMap(({ text }) => {
      return sourcesOf([
        reference.target === 'template' ? undefined : model.find(target.name, text),
        model.findTemplate(target.name, text),
      ]);
    });
  });
}
