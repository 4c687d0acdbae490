/** Service dependencies, and what services say of theirs in `service_dependencies` (servicedependency.py, service.py:1737-1768). */
import { strip } from '../syntax/blanks';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { serviceKey } from './collection-rules';
import { isExcluded } from './exclusion';
import { dependencyHosts, type DependencyHost, keepOrigin, MAX_PAIRS, noteDependencyLoops } from './host-dependencies';
import type { Item } from './item';
import { Linker } from './linker';
import { namePlace } from './places';

/** Makes a dependency of each `host,service` pair in `service_dependencies`; an empty host is the service's own. */
export function* registerServiceDependencies(build: Build): Steps<void> {
  yield* withEach(build.of('service').all, (service) => {
    if (!service.has('service_dependencies')) return;
    const parts = service.list('service_dependencies').map(strip);
    const host = service.text('host_name');
    const description = service.text('service_description');
    const last = parts.at(-1) ?? '';
    if (parts.length % 2 === 1 && last !== '') {
      build.note('unpaired-dependency', {
        item: service,
        name: last,
        at: namePlace(service, 'service_dependencies', last),
      });
    }
    if (host === undefined || description === undefined) return;
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const dependency = build.create('servicedependency');
      dependency.props
        .set('dependent_host_name', host)
        .set('dependent_service_description', description)
        .set('host_name', parts[at] === '' ? host : (parts[at] ?? host))
        .set('service_description', parts[at + 1] ?? '')
        .set('notification_failure_criteria', ['u', 'c', 'w'])
        .set('inherits_parent', true);
      dependency.setLinks('service', [service]);
      const origin = service.origins.get('service_dependencies');
      if (origin) {
        dependency.origins.set('host_name', origin);
        dependency.origins.set('service_description', origin);
      }
      build.of('servicedependency').add(dependency);
    }
  });
}

/** Makes one dependency for each pair of services (servicedependency.py:80-205). */
export function* expandServiceDependencies(build: Build): Steps<void> {
  const collection = build.of('servicedependency');
  const link = new Linker(build);
  yield* withEach([...collection], (item) => {
    const missing = ['service_description', 'dependent_service_description'].filter(
      (key) => item.text(key) === undefined,
    );
    if (missing.length > 0) {
      for (const key of missing) build.note('undescribed-dependency', { item, key });
      collection.remove(item);
    } else if (item.flag('explode_hostgroup') && item.props.has('hostgroup_name')) explodeHostgroup(build, link, item);
    else explodePairs(build, link, item);
  });
}

function descriptions(item: Item, key: string): string[] {
  return (item.text(key) ?? '').split(',').map(strip);
}

/** With `explode_hostgroup` each host of the groups depends on itself alone, and every other directive about hosts is passed over. */
function explodeHostgroup(build: Build, link: Linker, item: Item): void {
  const hosts = dependencyHosts(build, link, item, 'hostgroup_name', '', 'error');
  for (const host of hosts) {
    for (const dependent of descriptions(item, 'dependent_service_description')) {
      for (const father of descriptions(item, 'service_description')) {
        addPair(build, item, { host, description: father }, { host, description: dependent });
      }
    }
  }
  build.of('servicedependency').remove(item);
}

function explodePairs(build: Build, link: Linker, item: Item): void {
  const fatherHosts = dependencyHosts(build, link, item, 'hostgroup_name', hasName(item, 'host_name'), 'crash');
  const groupKey = item.props.has('dependent_hostgroup_name') ? 'dependent_hostgroup_name' : 'hostgroup_name';
  const hostKey = item.props.has('dependent_host_name') ? 'dependent_host_name' : 'host_name';
  const dependentHosts = dependencyHosts(build, link, item, groupKey, hasName(item, hostKey), 'crash');
  if (dependentHosts.length === 0) {
    // The arbiter forgets to take it away, and finds no service of no host.
    build.note('dependency-without-host', { item });
  } else if (fatherHosts.length === 0 && !item.props.has('hostgroup_name'))
    build.note('idle-dependency', { item, side: 'depended-on' });
  noteAllOnAll(build, item, fatherHosts, dependentHosts);
  const fathers = pairs(fatherHosts, descriptions(item, 'service_description'));
  const dependents = pairs(dependentHosts, descriptions(item, 'dependent_service_description'));
  if (fathers.length * dependents.length <= MAX_PAIRS) {
    for (const dependent of dependents) for (const father of fathers) addPair(build, item, father, dependent);
  }
  build.of('servicedependency').remove(item);
}

/** An empty `host_name` brings no host; the name of no directive does not either. */
function hasName(item: Item, key: string): string {
  return item.text(key) === '' ? '' : key;
}

function noteAllOnAll(
  build: Build,
  item: Item,
  fathers: readonly DependencyHost[],
  dependents: readonly DependencyHost[],
): void {
  const names = new Set(fathers.filter(({ key }) => key === 'hostgroup_name').map(({ name }) => name));
  const shared = dependents.filter(({ name, key }) => key.endsWith('hostgroup_name') && names.has(name));
  if (names.size > 1 && shared.length > 1) {
    build.note('dependency-of-all-on-all', { item, hosts: names.size, at: namePlace(item, 'hostgroup_name', '') });
  }
}

interface ServiceName {
  readonly host: DependencyHost;
  readonly description: string;
}

function pairs(hosts: readonly DependencyHost[], all: readonly string[]): ServiceName[] {
  return hosts.flatMap((host) => all.map((description) => ({ host, description })));
}

function addPair(build: Build, item: Item, father: ServiceName, dependent: ServiceName): void {
  const copy = build.copy(item);
  copy.props
    .set('host_name', father.host.name)
    .set('service_description', father.description)
    .set('dependent_host_name', dependent.host.name)
    .set('dependent_service_description', dependent.description);
  keepOrigin(copy, 'host_name', father.host, item);
  keepOrigin(copy, 'dependent_host_name', dependent.host, item);
  const service = item.links.get('service');
  if (service) copy.setLinks('service', service);
  build.of('servicedependency').add(copy);
}

/** The service that a dependency was written on; undefined for a `define servicedependency`. */
export function writtenOn(dependency: Item): Item | undefined {
  return dependency.links.get('service')?.[0];
}

/** Links both services of each dependency, and drops the dependencies of services that are not there (servicedependency.py:214-262). */
export function* linkServiceDependencies(build: Build): Steps<void> {
  const link = new Linker(build);
  yield* withEach([...build.of('servicedependency')], (item) => {
    const linked =
      linkSide(build, link, item, 'dependent_host_name', 'dependent_service_description') &&
      linkSide(build, link, item, 'host_name', 'service_description');
    if (!linked) build.of('servicedependency').remove(item);
    else link.name(item, 'dependency_period', 'timeperiod', 'silent');
  });
}

function linkSide(build: Build, link: Linker, dependency: Item, hostKey: string, descriptionKey: string): boolean {
  const host = dependency.text(hostKey) ?? '';
  const description = dependency.text(descriptionKey) ?? '';
  const service = build.of('service').find(serviceKey(host, description));
  if (service) {
    dependency.setLinks(descriptionKey, [service]);
    return true;
  }
  const owner = writtenOn(dependency);
  const item = owner ?? dependency;
  const written = owner && !hostKey.startsWith('dependent') ? 'service_dependencies' : undefined;
  const known = build.of('host').find(host);
  if (!known) link.unknown(item, written ?? hostKey, 'host', host, 'error');
  else if (isExcluded(known, description, 'verdict')) {
    const key = written ?? descriptionKey;
    build.note('dependency-dropped', { item, key, host, description, at: namePlace(item, key, description) });
  } else link.unknown(item, written ?? descriptionKey, 'service', description, 'error', { host });
  return false;
}

/** Looks for circles among service dependencies (servicedependency.py:285). */
export function checkServiceDependencyLoops(build: Build): Steps<void> {
  return noteDependencyLoops(
    build,
    build.of('servicedependency'),
    'service_description',
    'dependent_service_description',
  );
}
