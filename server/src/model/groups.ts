/** Groups: members from both directions, groups within groups, and the objects behind the names (itemgroup.py, hostgroup.py, servicegroup.py, contactgroup.py). */
import { objectType, type ObjectTypeName } from '../schema';
import { strip } from '../syntax/blanks';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { addIndexed, serviceKey } from './collection-rules';
import { isExcluded } from './exclusion';
import type { Item } from './item';
import { namePlace } from './places';
import { addTo } from '../project/lists';

type GroupType = 'hostgroup' | 'servicegroup' | 'contactgroup';

/** Contacts go into the groups that they name (contact.py, `explode`). */
export function joinContactGroups(build: Build): void {
  for (const contact of build.of('contact')) {
    const name = contact.text('contact_name');
    if (name === undefined || !contact.has('contactgroups')) continue;
    for (const group of contact.list('contactgroups'))
      joinGroup(build, 'contactgroup', contact, 'contactgroups', group, [name]);
  }
}

/** Hosts go into the groups that they name (host.py, `explode`). */
export function* joinHostGroups(build: Build): Steps<void> {
  yield* withEach(build.of('host').all, (host) => {
    const name = host.text('host_name');
    if (name === undefined || !host.has('hostgroups')) return;
    for (const group of host.list('hostgroups')) joinGroup(build, 'hostgroup', host, 'hostgroups', group, [name]);
  });
}

/** Services go into the groups that they name, as pairs (service.py, `register_service_into_servicegroups`). */
export function* joinServiceGroups(build: Build): Steps<void> {
  yield* withEach(build.of('service').all, (service) => {
    const description = service.text('service_description');
    if (description === undefined || !service.has('servicegroups')) return;
    const pair = [service.text('host_name') ?? '', description];
    for (const group of service.list('servicegroups'))
      joinGroup(build, 'servicegroup', service, 'servicegroups', group, pair);
  });
}

/** Adds members to a group, which is created when it does not exist. */
function joinGroup(
  build: Build,
  type: GroupType,
  by: Item,
  key: string,
  written: string,
  members: readonly string[],
): void {
  const name = strip(written);
  const group = build.of(type).find(name);
  if (group) {
    addMembers(group, members);
    return;
  }
  const created = build.create(type);
  const nameKey = objectType(type)?.nameDirective ?? '';
  created.props
    .set(nameKey, name)
    .set('alias', name)
    .set(
      'members',
      members.flatMap((member) => member.split(',').map(strip)),
    );
  const at = namePlace(by, key, name);
  build.note(name === '' ? 'empty-group-name' : 'group-created', { item: created, by, key, at });
  addIndexed(build, created);
}

/** Members written so far, to keep a list free of repetitions: they make no difference, and would grow without bounds. */
const seenMembers = new WeakMap<string[], Set<string>>();

function addMembers(group: Item, members: readonly string[]): void {
  let list = group.props.get('members');
  if (!Array.isArray(list)) group.props.set('members', (list = []));
  const step = group.type === 'servicegroup' && list.length % 2 === 0 && members.length % 2 === 0 ? 2 : 1;
  if (group.type === 'servicegroup' && step === 1) {
    list.push(...members);
    return;
  }
  let seen = seenMembers.get(list);
  if (!seen) seenMembers.set(list, (seen = new Set(chunks(list, step))));
  for (let at = 0; at < members.length; at += step) {
    const chunk = members.slice(at, at + step);
    const name = chunk.join('\0');
    if (seen.has(name)) continue;
    seen.add(name);
    list.push(...chunk);
  }
}

function* chunks(list: readonly string[], step: number): IterableIterator<string> {
  for (let at = 0; at < list.length; at += step) yield list.slice(at, at + step).join('\0');
}

/** Members of a group by name; none for an unknown one. */
export function membersOf(group: Item | undefined): readonly string[] {
  const members = group?.props.get('members');
  return Array.isArray(members) ? members : [];
}

/** Puts the members of groups within groups into the outer ones (hostgroup.py, `get_hosts_by_explosion`). */
export function expandGroupMembers(type: GroupType): (build: Build) => void {
  const key = `${type}_members`;
  return (build) => {
    const groups = build.of(type);
    const expanded = new Set<Item>();
    for (const group of [...groups]) {
      if (!group.has(key) || expanded.has(group)) continue;
      const reached = new Set<Item>();
      const path: Item[] = [];
      const expand = (each: Item): readonly string[] => {
        expanded.add(each);
        reached.add(each);
        path.push(each);
        for (const name of each.list(key).map(strip)) {
          const inner = groups.find(name);
          if (!inner) {
            if (name !== '') noteUnknownGroup(build, each, key, type, name);
          } else if (reached.has(inner)) {
            const at = namePlace(each, key, name);
            build.note('group-loop', { item: inner, at, diamond: !path.includes(inner) });
            addMembers(each, [...membersOf(inner)]);
          } else addMembers(each, [...expand(inner)]);
        }
        path.pop();
        return membersOf(each);
      };
      expand(group);
    }
  };
}

function noteUnknownGroup(build: Build, item: Item, key: string, target: GroupType, name: string): void {
  build.note('unknown-reference', { item, key, at: namePlace(item, key, name), target, name, outcome: 'silent' });
}

/** Finds the hosts of host groups, and tells them (hostgroup.py, `linkify_hg_by_hst`). */
export function* linkHostGroups(build: Build): Steps<void> {
  const groupsOf = new Map<Item, Item[]>();
  for (const group of build.of('hostgroup')) {
    for (const host of linkMembers(build, group, 'host')) {
      addTo(groupsOf, host, group);
    }
    // There are few groups, and any number of hosts in one.
    yield;
  }
  const none: readonly Item[] = [];
  yield* withEach(build.of('host').all, (host) => {
    host.setLinks('hostgroups', groupsOf.get(host) ?? none);
  });
}

export function linkContactGroups(build: Build): void {
  for (const group of build.of('contactgroup')) linkMembers(build, group, 'contact');
}

function linkMembers(build: Build, group: Item, target: 'host' | 'contact'): readonly Item[] {
  const found = new Set<Item>();
  for (const written of membersOf(group)) {
    const name = strip(written);
    if (name === '') continue;
    if (name === '*' && target === 'host') for (const host of build.of('host')) found.add(host);
    else {
      const member = build.of(target).find(name);
      if (member) found.add(member);
      else noteUnknownMember(build, group, target, name);
    }
  }
  const members = [...found];
  group.setLinks('members', members);
  return members;
}

function noteUnknownMember(build: Build, item: Item, target: ObjectTypeName, name: string): void {
  const at = namePlace(item, 'members', name);
  if (name.startsWith('!')) build.note('excluded-member', { item, name: name.slice(1), at });
  else build.note('unknown-reference', { item, key: 'members', at, target, name, outcome: 'error' });
}

/** Finds the services of service groups, and tells them (servicegroup.py, `linkify_sg_by_srv`). */
export function linkServiceGroups(build: Build): void {
  const groupsOf = new Map<Item, Item[]>();
  for (const group of build.of('servicegroup')) {
    const members = membersOf(group);
    const found = new Set<Item>();
    const [only] = members;
    if (members.length % 2 === 1 && members.at(-1) !== '') {
      const name = members.at(-1) ?? '';
      const refused = members.length === 1 && only !== '';
      build.note('unpaired-member', { item: group, name, at: namePlace(group, 'members', name), refused });
    }
    for (let at = 0; at + 1 < members.length; at += 2) {
      const host = strip(members[at] ?? '');
      const description = strip(members[at + 1] ?? '');
      const service = build.of('service').find(serviceKey(host, description));
      if (service) found.add(service);
      else noteUnknownService(build, group, host, description);
    }
    group.setLinks('members', [...found]);
    for (const service of found) {
      addTo(groupsOf, service, group);
    }
  }
  for (const [service, groups] of groupsOf) service.setLinks('servicegroups', groups);
}

function noteUnknownService(build: Build, item: Item, host: string, description: string): void {
  const known = build.of('host').find(host);
  if (known && isExcluded(known, description, 'verdict')) {
    const at = namePlace(item, 'members', description);
    build.note('member-taken-for-excluded', { item, host, description, at });
    return;
  }
  const target = known ? 'service' : 'host';
  const name = known ? description : host;
  build.note('unknown-reference', {
    item,
    key: 'members',
    at: namePlace(item, 'members', name),
    target,
    name,
    ...(known && { host }),
    outcome: 'error',
  });
}
