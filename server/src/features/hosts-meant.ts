/**
 * Whose service a text speaks of. Everything but a service has its name to itself; a service shares its own with those of other hosts, so
 * that two texts mean the same one only if they speak of a host in common.
 */
import type { Analysis } from '../analysis';
import type { Occurrence } from '../model/names/occurrence';
import { hostsOf, isTemplate } from '../model/names/written';
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
import { addTo } from '../project/lists';
import type { RawProperty } from '../project/types';
import type { ObjectTypeName } from '../schema';
import { itemsByLine, lostItemsByLine } from './items-by-line';

type Hosts = ReadonlySet<string> | undefined;

const remembered = new Attached<Model, Map<Occurrence, Hosts>>();

/** The hosts whose service a text means; undefined: any host's. */
export function hostsMeant(model: Model, occurrence: Occurrence): Hosts {
  let known = remembered.get(model);
  if (!known) remembered.set(model, (known = new Map()));
  const before = known.get(occurrence);
  if (before || known.has(occurrence)) return before;
  const hosts = hostsSaid(model, occurrence);
  known.set(occurrence, hosts);
  return hosts;
}

/** Two texts with a service's name may mean the same one. */
export function sharesHost({ model }: Pick<Analysis, 'model'>, a: Occurrence, b: Occurrence): boolean {
  const [some, others] = [hostsMeant(model, a), hostsMeant(model, b)];
  if (!some || !others) return true;
  return [...some].some((host) => others.has(host));
}

function hostsSaid(model: Model, { role, host, object, property }: Occurrence): Hosts {
  if (host !== undefined && host !== '' && host !== '*') return new Set([host]);
  if (!object || !property) return undefined;
  // In a business rule, a host that is no name is a pattern; only an empty one is the rule's own.
  if (property.key === 'check_command' && host === undefined) return undefined;
  const known = hostsHaving(model, property);
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

/** The hosts of all objects that have their value from a line; undefined where there are none. */
function hostsHaving(model: Model, { key, value, node }: RawProperty): Hosts {
  if (key === 'check_command' && !value.includes('bp_rule')) return undefined;
  const found = new Set<string>();
  for (const { type, hosts } of speakers.filter((one) => one.key === key)) {
    // One of two services that have the same host and name is lost, and is meant all the same.
    for (const items of [itemsByLine(model, type, key, node), lostItemsByLine(model, type, key, node)])
      for (const item of items) for (const name of item.list(hosts)) if (name !== '') found.add(name);
  }
  // An object that says no host yet may come to speak of any.
  return found.size > 0 ? found : undefined;
}

/** The definitions of services of one name, by whose they are. */
export class Namesakes {
  private readonly byHost = new Map<string, Occurrence[]>();
  private readonly order = new Map<Occurrence, number>();
  /** Nobody knows whose they are: a template that nothing uses, a group without members. */
  private readonly open: readonly Occurrence[];

  constructor(
    private readonly model: Model,
    readonly all: readonly Occurrence[],
  ) {
    for (const [index, one] of all.entries()) {
      this.order.set(one, index);
      for (const host of hostsMeant(model, one) ?? []) {
        addTo(this.byHost, host, one);
      }
    }
    this.open = all.filter((one) => hostsMeant(model, one) === undefined);
  }

  /** Those that a text means: of a host that it speaks of, else those of which nobody knows whose they are, else any of them. */
  meant(one: Occurrence): readonly Occurrence[] {
    const hosts = hostsMeant(this.model, one);
    if (!hosts) return one.role === 'definition' ? [one] : this.all;
    const [only = [], ...more] = [...hosts].flatMap((host) => {
      const found = this.byHost.get(host);
      return found ? [found] : [];
    });
    if (more.length > 0) return this.inOrder(new Set([only, ...more].flat()));
    if (only.length > 0) return only;
    return this.open.length > 0 ? this.open : this.all;
  }

  private inOrder(found: ReadonlySet<Occurrence>): readonly Occurrence[] {
    const place = (one: Occurrence): number => this.order.get(one) ?? 0;
    return [...found].sort((a, b) => place(a) - place(b));
  }
}
