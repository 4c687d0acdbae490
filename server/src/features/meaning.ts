/**
 * Which of several things of one name a text means. Everything but a service has its name to itself; a service shares its own with those of
 * other hosts, so that two texts mean the same one only if they speak of a host in common.
 */
import type { Analysis } from '../analysis';
import type { Model } from '../model/types';
import type { RawProperty } from '../project/types';
import { daemonTypes, type ObjectTypeName } from '../schema';
import { symbolsOf, type CustomOwner, type Occurrence, type Space } from './symbols';
import { hostsOf, isTemplate } from '../model/names/written';

/** Definitions and references of a name, definitions first; of a service's, those that may speak of the same one. */
function occurrencesOf(analysis: Analysis, { space, name }: Pick<Occurrence, 'space' | 'name'>): Occurrence[] {
  const symbols = symbolsOf(analysis.project);
  // A satellite map names a daemon of any kind.
  const spaces: readonly Space[] =
    space !== 'satellite' ? [space] : daemonTypes.filter((type) => symbols.definitions(type, name).length > 0);
  const families = spaces.length > 0 ? spaces : [space];
  return unique(families.flatMap((one) => [...symbols.definitions(one, name), ...symbols.references(one, name)]));
}

/** The definitions that a text stands for: itself, where it is one. None where nothing has the name. */
export function definitionsOf(analysis: Analysis, occurrence: Occurrence): readonly Occurrence[] {
  const all = occurrencesOf(analysis, occurrence).filter(({ role }) => role === 'definition');
  return occurrence.space === 'service' && all.length > 1 ? servicesMeant(analysis, all, occurrence) : all;
}

/**
 * Of services of one name those that a text means: of a host that it speaks of, else those of which nobody knows whose they are (a template
 * that nothing uses, a group without members), else any of them.
 */
function servicesMeant({ model }: Analysis, all: readonly Occurrence[], one: Occurrence): readonly Occurrence[] {
  const hosts = hostsMeant(model, one);
  if (!hosts) return one.role === 'definition' ? [one] : all;
  const ofHost = all.filter((other) => meet(hosts, hostsMeant(model, other)));
  if (ofHost.length > 0) return ofHost;
  const open = all.filter((other) => hostsMeant(model, other) === undefined);
  return open.length > 0 ? open : all;
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string> | undefined): boolean {
  return others !== undefined && [...some].some((host) => others.has(host));
}

/** Every place that means what this text means, definitions first. */
export function mentionsOf(analysis: Analysis, occurrence: Occurrence): readonly Occurrence[] {
  const all = occurrencesOf(analysis, occurrence);
  if (occurrence.space !== 'service') {
    const twins = twinsOf(analysis, occurrence).filter(({ space }) => space !== occurrence.space);
    return twins.length > 0 ? unique([...all, ...twins.flatMap((twin) => occurrencesOf(analysis, twin))]) : all;
  }
  const definitions = all.filter(({ role }) => role === 'definition');
  const meant = new Set(servicesMeant(analysis, definitions, occurrence));
  if (meant.size === 0) return all.filter((one) => sharesHost(analysis, one, occurrence));
  return all.filter((one) =>
    one.role === 'definition'
      ? meant.has(one)
      : servicesMeant(analysis, definitions, one).some((definition) => meant.has(definition)),
  );
}

/**
 * Every place whose text has to change with this one, so that each still means what it means: all that means the same, and what else those
 * places mean. The other configurations that read a definition of it have their own places.
 */
export function boundTo(
  analysis: Analysis,
  occurrence: Occurrence,
  others: readonly Analysis[] = [],
): readonly Occurrence[] {
  const own = boundWithin(analysis, occurrence);
  const definitions = own.filter(({ role }) => role === 'definition');
  const elsewhere = others
    .filter(({ project }) => project !== analysis.project)
    .flatMap((other) => {
      const known = new Set<Occurrence>();
      for (const { at, space } of definitions) {
        const same = symbolsOf(other.project).at({ file: at.file, offset: at.span.start });
        if (same?.space === space && !known.has(same)) for (const one of boundWithin(other, same)) known.add(one);
      }
      return [...known];
    });
  return unique([...own, ...elsewhere]).sort((a, b) => Number(a.role === 'reference') - Number(b.role === 'reference'));
}

function boundWithin(analysis: Analysis, start: Occurrence): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const families = new Set<string>();
  const pending = [start];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const family = `${next.space}\0${next.name}`;
    if (families.has(family)) continue;
    families.add(family);
    const all = next.space === 'service' ? servicesBoundTo(analysis, next) : occurrencesOf(analysis, next);
    for (const one of all) {
      found.push(one);
      // A name of a daemon may stand in a satellite map, where it is any daemon's.
      if (one.space !== next.space) pending.push(one);
      pending.push(...twinsOf(analysis, one));
    }
  }
  return found;
}

/** What means the same service, or one that something means which also means that, and so on. */
function servicesBoundTo(analysis: Analysis, start: Occurrence): readonly Occurrence[] {
  const all = occurrencesOf(analysis, start);
  const definitions = all.filter(({ role }) => role === 'definition');
  const meant = new Map(all.map((one) => [one, servicesMeant(analysis, definitions, one)]));
  const bound = new Set(servicesMeant(analysis, definitions, start));
  if (bound.size === 0) return mentionsOf(analysis, start);
  for (let size = 0; size !== bound.size;) {
    size = bound.size;
    for (const some of meant.values()) if (some.some((one) => bound.has(one))) for (const one of some) bound.add(one);
  }
  return all.filter((one) => bound.has(one) || meant.get(one)?.some((definition) => bound.has(definition)));
}

/** The same text as a name of another family: a macro modulation gives its macros to hosts, services and contacts. */
function twinsOf({ project }: Analysis, { space, name, at, object }: Occurrence): readonly Occurrence[] {
  if (!space.startsWith('custom ') || object?.type !== 'macromodulation') return [];
  const owners: readonly CustomOwner[] = ['host', 'service', 'contact'];
  return owners
    .flatMap((owner) => symbolsOf(project).definitions(`custom ${owner}`, name))
    .filter((one) => one.at.file === at.file && one.at.span.start === at.span.start);
}

function unique(occurrences: readonly Occurrence[]): Occurrence[] {
  const places = new Set<string>();
  return occurrences.filter(({ at }) => {
    const key = `${at.file}\0${at.span.start}`;
    return !places.has(key) && places.add(key);
  });
}

/** Two texts with a service's name may mean the same one. */
export function sharesHost({ model }: Pick<Analysis, 'model'>, a: Occurrence, b: Occurrence): boolean {
  const [some, others] = [hostsMeant(model, a), hostsMeant(model, b)];
  if (!some || !others) return true;
  return [...some].some((host) => others.has(host));
}

type Hosts = ReadonlySet<string> | undefined;

const remembered = new WeakMap<Model, Map<Occurrence, Hosts>>();

/** The hosts whose service a text means; undefined: any host's. */
export function hostsMeant(model: Model, occurrence: Occurrence): Hosts {
  const known = remembered.get(model) ?? new Map<Occurrence, Hosts>();
  remembered.set(model, known);
  if (!known.has(occurrence)) known.set(occurrence, hostsSaid(model, occurrence));
  return known.get(occurrence);
}

function hostsSaid(model: Model, { role, host, object, property }: Occurrence): Hosts {
  if (host !== undefined && host !== '' && host !== '*') return new Set([host]);
  if (!object || !property) return undefined;
  // In a business rule, a host that is no name is a pattern; only an empty one is the rule's own.
  if (property.key === 'check_command' && host === undefined) return undefined;
  const known = hostIndex(model).get(property.node);
  const written = role === 'definition' && !isTemplate(object) ? writtenHosts(hostsOf(object)) : undefined;
  return known && written ? new Set([...known, ...written]) : (known ?? written);
}

/** Hosts by name, where no expression or group leaves them open. */
function writtenHosts(names: readonly string[]): ReadonlySet<string> | undefined {
  const plain = names.filter((name) => name !== '');
  return plain.length > 0 && plain.every((name) => !/^[!*+]/.test(name)) ? new Set(plain) : undefined;
}

/** The directives that name services, and where the hosts are found once groups are expanded and templates inherited from. */
const speakers: readonly { readonly type: ObjectTypeName; readonly key: string; readonly hosts: string }[] = [
  { type: 'service', key: 'service_description', hosts: 'host_name' },
  { type: 'service', key: 'service_dependencies', hosts: 'host_name' },
  { type: 'service', key: 'check_command', hosts: 'host_name' },
  { type: 'host', key: 'check_command', hosts: 'host_name' },
  { type: 'host', key: 'service_overrides', hosts: 'host_name' },
  { type: 'host', key: 'service_excludes', hosts: 'host_name' },
  { type: 'host', key: 'service_includes', hosts: 'host_name' },
  { type: 'servicedependency', key: 'service_description', hosts: 'host_name' },
  { type: 'servicedependency', key: 'dependent_service_description', hosts: 'dependent_host_name' },
  { type: 'escalation', key: 'service_description', hosts: 'host_name' },
  { type: 'serviceextinfo', key: 'service_description', hosts: 'host_name' },
];

type HostIndex = ReadonlyMap<RawProperty['node'], ReadonlySet<string>>;

const indexes = new WeakMap<Model, HostIndex>();

/** By line, the hosts of all objects that have their value from it. */
function hostIndex(model: Model): HostIndex {
  const known = indexes.get(model);
  if (known) return known;
  const index = new Map<RawProperty['node'], Set<string>>();
  // One of two services that have the same host and name is lost, and is meant all the same.
  const lost = model.facts('duplicate-name').map((fact) => fact.lost);
  for (const { type, key, hosts } of speakers) {
    for (const item of [...model.items(type), ...lost.filter((one) => one.type === type)]) {
      const origin = item.origins.get(key);
      if (!origin || (key === 'check_command' && !origin.property.value.includes('bp_rule'))) continue;
      const names = item.list(hosts).filter((name) => name !== '');
      // An object that says no host yet may come to speak of any.
      if (names.length === 0) continue;
      for (const { property } of [origin, ...(origin.also ?? [])]) {
        // A dependency that a service has written down names the service by another directive.
        if (property.key !== key) continue;
        const before = index.get(property.node) ?? new Set<string>();
        index.set(property.node, before);
        for (const name of names) before.add(name);
      }
    }
  }
  indexes.set(model, index);
  return index;
}
