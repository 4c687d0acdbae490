/**
 * Which of several things of one name a text means. Everything but a service has its name to itself; a service shares its own with those of
 * other hosts, so that two texts mean the same one only if they speak of a host in common.
 */
import type { Analysis } from '../analysis';
import type { Model } from '../model/types';
import type { RawProperty } from '../project/types';
import { daemonTypes, type ObjectTypeName } from '../schema';
import { symbolsOf, type CustomOwner, type Occurrence, type Space } from './symbols';
import { hostsOf, isTemplate } from './symbols/written';

/** Definitions and references of a name, definitions first; of a service's, those that may speak of the same one. */
export function occurrencesOf(analysis: Analysis, { space, name }: Pick<Occurrence, 'space' | 'name'>): Occurrence[] {
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
  if (occurrence.space !== 'service' || all.length < 2) return all;
  const meant = all.filter((one) => sharesHost(analysis, one, occurrence));
  return meant.length > 0 ? meant : all;
}

/** Every place that means what this text means, definitions first. */
export function mentionsOf(analysis: Analysis, occurrence: Occurrence): readonly Occurrence[] {
  const all = occurrencesOf(analysis, occurrence);
  if (occurrence.space !== 'service') {
    const twins = twinsOf(analysis, occurrence).filter(({ space }) => space !== occurrence.space);
    return twins.length > 0 ? unique([...all, ...twins.flatMap((twin) => occurrencesOf(analysis, twin))]) : all;
  }
  const definitions = new Set(definitionsOf(analysis, occurrence));
  if (definitions.size === 0) return all.filter((one) => sharesHost(analysis, one, occurrence));
  return all.filter((one) =>
    one.role === 'definition'
      ? definitions.has(one)
      : [...definitions].some((definition) => sharesHost(analysis, definition, one)),
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
  const found = new Map<string, Occurrence>();
  const visit = (within: Analysis, start: Occurrence): void => {
    const pending = [start];
    const seen = new Set<Occurrence>(pending);
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { start: at, end } = next.at.span;
      const place = `${next.at.file}\0${at}\0${end}`;
      if (!found.has(place)) found.set(place, next);
      for (const one of [...mentionsOf(within, next), ...twinsOf(within, next)]) {
        if (!seen.has(one)) pending.push(one);
        seen.add(one);
      }
    }
  };
  visit(analysis, occurrence);
  const definitions = [...found.values()].filter(({ role }) => role === 'definition');
  for (const other of others) {
    if (other.project === analysis.project) continue;
    const symbols = symbolsOf(other.project);
    for (const { at, space } of definitions) {
      const same = symbols.at({ file: at.file, offset: at.span.start });
      if (same?.space === space) visit(other, same);
    }
  }
  return [...found.values()].sort((a, b) => Number(a.role === 'reference') - Number(b.role === 'reference'));
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

/** The hosts whose service a text means; undefined: any host's. */
export function hostsMeant(
  model: Model,
  { role, host, object, property }: Occurrence,
): ReadonlySet<string> | undefined {
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
  for (const { type, key, hosts } of speakers) {
    for (const item of model.items(type)) {
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
