/** Services find their hosts: by host templates, by `duplicate_foreach`, by names and groups (service.py, `Services.explode`). */
import { strip } from '../syntax/blanks';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { copyService } from './copy-service';
import { addIndexed, hasText, indexUnder, removeIndexed, serviceKey } from './collection-rules';
import { growContacts } from './contact-groups';
import { isExcluded, matcherOf } from './exclusion';
import { isExpression, parseExpression } from './expression';
import { duplicateForEach } from './foreach-services';
import { HostSelector } from './host-selector';
import type { Item } from './item';
import { namePlace } from './places';

interface Expansion {
  readonly build: Build;
  readonly selector: HostSelector;
  /** Hosts that keep some services away, with the descriptions of those that would come to them. */
  readonly offered: ReadonlyMap<Item, Set<string>>;
  /** Services that the arbiter dies of where they come to a host. */
  readonly undescribed: Set<Item>;
}

/** A phase; the groups of hosts and contacts have their members by now. */
export function* expandServices(build: Build): Steps<void> {
  const services = build.of('service');
  const choosy = [...build.of('host')].filter(
    ({ props }) => props.has('service_excludes') || props.has('service_includes'),
  );
  const offered = new Map(choosy.map((host) => [host, new Set<string>()]));
  const expansion: Expansion = { build, selector: new HostSelector(build), offered, undescribed: new Set() };
  const written = services.all;
  for (const template of services.templates) {
    growContacts(build, template);
    yield* bindToHostTemplates(expansion, template);
  }
  yield;
  yield* withEach(services.all, (service) => {
    if (isDuplicate(service)) duplicate(expansion, service);
  });
  const all = services.all;
  let left = 0;
  yield* withEach(written, (service) => {
    if (services.has(service)) left++;
  });
  yield* withEach(all.slice(0, left), (service) => expand(expansion, service));
  // Each copy was made for a host, and stands under its name unless others have come in between.
  yield* withEach(all.slice(left), (copy) => {
    if (copy.failed || services.hasLostNames || loneHostOf(copy) === undefined) return expand(expansion, copy);
    growContacts(build, copy);
    return undefined;
  });
  yield* withEach(offered.size > 0 ? services.all : expansion.undescribed, (service) => {
    const host = build.of('host').find(service.text('host_name') ?? '');
    if (host && services.has(service) && excludes(expansion, host, service, 'expansion')) removeIndexed(build, service);
  });
  noteIdleFilters(expansion);
}

function isDuplicate(service: Item): boolean {
  return hasText(service, 'duplicate_foreach');
}

/** Whether the host keeps the service away. The arbiter dies of a service without description here. */
function excludes({ build, offered }: Expansion, host: Item, service: Item, when: 'expansion' | 'template'): boolean {
  const description = service.text('service_description');
  if (description === undefined) {
    build.note('undescribed-service', { item: service, host });
    return false;
  }
  const descriptions = offered.get(host);
  if (!descriptions) return false;
  descriptions.add(description);
  return isExcluded(host, description, when);
}

/** Names in `service_excludes` and `service_includes` that no service would have come under. */
function noteIdleFilters({ build, offered }: Expansion): void {
  for (const [host, descriptions] of offered) {
    for (const key of ['service_excludes', 'service_includes']) {
      const patterns = host.props.get(key);
      for (const pattern of Array.isArray(patterns) ? patterns : []) {
        const candidates = [...descriptions];
        const matches = matcherOf(pattern);
        if (pattern === '' || pattern === '*' || !matches || candidates.some(matches)) continue;
        build.note('idle-filter', { item: host, key, pattern, at: namePlace(host, key, pattern), candidates });
      }
    }
  }
}

/** A template of services goes to all hosts that use the host templates in its `host_name`. */
function* bindToHostTemplates(expansion: Expansion, template: Item): Steps<void> {
  const { build, selector } = expansion;
  const written = template.text('host_name') ?? '';
  if (written === '') return;
  if (isExpression(written)) {
    const expression = parseExpression(strip(written));
    noteExpression(build, template, 'host_name', expression);
    for (const name of expression.names) noteUnusedTag(build, selector, template, name);
    const hosts = expression.evaluate((name) => selector.usersOf(name));
    yield* bind(expansion, template, hosts);
    return;
  }
  for (const name of splitNames(written)) {
    noteUnusedTag(build, selector, template, name);
    yield* bind(expansion, template, selector.hostsUsing(name));
  }
}

function noteUnusedTag(build: Build, selector: HostSelector, item: Item, name: string): void {
  if (name === '*' || name === '' || selector.hostsUsing(name).length > 0) return;
  const isHost = build.of('host').find(name) !== undefined;
  build.note('unused-tag', { item, name, at: namePlace(item, 'host_name', name), isHost });
}

function bind(expansion: Expansion, template: Item, hosts: Iterable<string>): Steps<void> {
  const { build } = expansion;
  const pattern = copyService(build, template);
  pattern.props.set('register', true);
  const add = isDuplicate(pattern) ? (copy: Item) => build.of('service').add(copy) : adderOf(build, pattern);
  return withEach(hosts, (name) => {
    const host = build.of('host').find(strip(name));
    if (host && !excludes(expansion, host, template, 'template')) add(copyFor(build, pattern, name), name);
  });
}

/** A copy for a host of what is a copy already, so that copies have in common all but the host. */
function copyFor(build: Build, pattern: Item, host: string): Item {
  const copy = build.copy(pattern);
  copy.props.set('host_name', host);
  return copy;
}

/** Adds copies of a pattern, each for the host that it is given. Nearly always there is no other service of that name yet. */
function adderOf(build: Build, pattern: Item): (copy: Item, host: string) => void {
  const services = build.of('service');
  const description = pattern.text('service_description') ?? '';
  const byHost = description === '' ? undefined : services.servicesCalled(description);
  return (copy, host) => {
    if (!byHost || host === '' || byHost.get(host)) addNew(build, copy);
    else {
      byHost.set(host, copy);
      services.add(copy);
    }
  };
}

/** The arbiter drops a new service that has no host or no description (service.py, `add_item`). */
function addNew(build: Build, service: Item): void {
  if (hasText(service, 'host_name') && hasText(service, 'service_description')) addIndexed(build, service);
}

function duplicate(expansion: Expansion, service: Item): void {
  const { build } = expansion;
  const hostName = service.text('host_name');
  if (hostName === undefined) {
    if (hasText(service, 'hostgroup_name')) {
      const at = namePlace(service, 'duplicate_foreach', '');
      build.note('service-nowhere', { item: service, why: 'duplicate-foreach', at });
    }
  } else {
    const host = build.of('host').find(strip(hostName));
    if (!host) {
      service.fail();
      noteUnknownHost(build, service, strip(hostName));
    } else {
      for (const copy of duplicateForEach(build, service, host)) {
        if (!excludes(expansion, host, copy, 'expansion')) addNew(build, copy);
      }
    }
  }
  if (!service.failed) removeIndexed(build, service);
}

function noteUnknownHost(build: Build, item: Item, name: string): void {
  const at = namePlace(item, 'host_name', name);
  build.note('unknown-reference', { item, key: 'host_name', at, target: 'host', name, outcome: 'error' });
}

function splitNames(text: string): string[] {
  return text
    .split(',')
    .map(strip)
    .filter((name) => name !== '');
}

/** Gives a service its hosts; what is left to do, unless it is just one. */
function expand(expansion: Expansion, service: Item): Steps<void> | undefined {
  const { build } = expansion;
  const description = service.text('service_description');
  if (description === undefined) expansion.undescribed.add(service);
  let only = loneHostOf(service);
  if (only === undefined) {
    const hosts = hostsOf(build, expansion.selector, service);
    const names = [...hosts].join(',');
    if (service.props.get('host_name') !== names) service.props.set('host_name', names);
    [only] = hosts;
    if (hosts.size > 1 || only === undefined) {
      growContacts(build, service);
      return spread(expansion, service, hosts);
    }
  }
  growContacts(build, service);
  // A service without description cannot be indexed; it is found, and kills the arbiter, a little later.
  if (description !== undefined) indexUnder(build, service, serviceKey(only, description));
  if (!build.of('host').find(only)) noteUnknownHost(build, service, only);
  return undefined;
}

/** Most services that are written one by one name one host, and so do copies. */
function loneHostOf(service: Item): string | undefined {
  const host = service.text('host_name') ?? '';
  return /^[\w.-]+$/.test(host) && !hasText(service, 'hostgroup_name') ? host : undefined;
}

/** One service for each of the hosts; the source itself goes, unless something is wrong with it. */
function* spread(expansion: Expansion, service: Item, hosts: ReadonlySet<string>): Steps<void> {
  const { build } = expansion;
  const pattern = copyService(build, service);
  const add = adderOf(build, pattern);
  yield* withEach(hosts, (name) => {
    const host = build.of('host').find(name);
    if (!host) {
      service.fail();
      noteUnknownHost(build, service, name);
    } else if (!excludes(expansion, host, service, 'expansion')) add(copyFor(build, pattern, name), name);
  });
  if (!service.failed) removeIndexed(build, service);
  // A thousand services for a hundred hosts each are a hundred thousand things to do.
  yield;
}

/** Hosts of its groups, then of its names, in order: `!name` takes away what is there already, `*` adds all (item.py, `explode_host_groups_into_hosts`). */
function hostsOf(build: Build, selector: HostSelector, service: Item): ReadonlySet<string> {
  const names: string[] = [];
  const groups = service.text('hostgroup_name') ?? '';
  if (isExpression(groups)) {
    const expression = parseExpression(groups);
    noteExpression(build, service, 'hostgroup_name', expression);
    for (const name of expression.names) noteUnknownGroup(build, service, name, 'silent');
    names.push(...expression.evaluate((name) => selector.membersOf(name)));
  } else {
    const known = splitNames(groups);
    for (const name of known) if (!build.of('hostgroup').find(name)) noteUnknownGroup(build, service, name, 'error');
    // One unknown group, and the arbiter takes the hosts of none.
    if (known.every((name) => build.of('hostgroup').find(name))) {
      for (const name of known) names.push(...selector.writtenMembersOf(name));
    } else service.fail();
  }
  const written = splitNames(service.text('host_name') ?? '');
  const hosts = new Set<string>();
  for (const name of [...names, ...written]) {
    if (name === '*') for (const host of selector.allHosts) hosts.add(host);
    else if (!name.startsWith('!')) hosts.add(name);
    else if (!hosts.delete(strip(name.slice(1))) && written.includes(name)) {
      build.note('idle-exclusion', {
        item: service,
        name: strip(name.slice(1)),
        at: namePlace(service, 'host_name', name),
      });
    }
  }
  if (hosts.size === 0 && (groups !== '' || written.length > 0) && !service.failed) {
    const onlyExcluded = groups === '' && written.every((name) => name.startsWith('!'));
    const key = groups === '' ? 'host_name' : 'hostgroup_name';
    const why = onlyExcluded ? 'only-excluded' : groups === '' ? 'no-hosts' : 'empty-groups';
    build.note('service-nowhere', { item: service, why, at: namePlace(service, key, '') });
  }
  return hosts;
}

function noteUnknownGroup(build: Build, item: Item, name: string, outcome: 'error' | 'silent'): void {
  if (name === '*' || name === '' || build.of('hostgroup').find(name)) return;
  const at = namePlace(item, 'hostgroup_name', name);
  build.note('unknown-reference', { item, key: 'hostgroup_name', at, target: 'hostgroup', name, outcome });
}

function noteExpression(
  build: Build,
  item: Item,
  key: string,
  { malformed, mixed }: { malformed: boolean; mixed: boolean },
): void {
  const at = namePlace(item, key, '');
  if (malformed) build.note('malformed-expression', { item, key, at });
  if (mixed) build.note('mixed-operators', { item, key, at });
}
