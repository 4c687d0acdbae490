import type { Build } from './build';
import { serviceKey } from './collection-rules';
import type { Item } from './item';
import { pythonRegex } from './python-regex';
import { addTo } from '../project/lists';

/** What a part of a business rule stands for. `unknown`: a pattern this program cannot judge. */
export type RuleMembers =
  | { readonly kind: 'members'; readonly items: readonly Item[] }
  | { readonly kind: 'invalid-pattern' }
  | { readonly kind: 'unknown' };

type Test<Subject> = ((subject: Subject) => boolean) | 'invalid' | 'unknown';

/** A host name that services have, with the host if it exists. */
interface Hosting {
  readonly name: string;
  readonly host: Item | undefined;
}

/** Finds hosts and services by names and patterns, for all business rules of a configuration (dependencynode.py:463-626). */
export class RuleMemberFinder {
  private readonly found = new Map<string, RuleMembers>();
  private services: Map<string, Item[]> | undefined;

  constructor(private readonly build: Build) {}

  host(name: string): Item | undefined {
    return this.build.of('host').find(name);
  }
  service(host: string, description: string): Item | undefined {
    return this.build.of('service').find(serviceKey(host, description));
  }

  /** Every host that a pattern fits, or every service when there is a second part. */
  expand(host: string, service?: string): RuleMembers {
    const key = JSON.stringify([host, service]);
    const known = this.found.get(key);
    if (known) return known;
    const members = service === undefined ? this.hosts(host) : this.servicesOf(host, service);
    this.found.set(key, members);
    return members;
  }

  private hosts(pattern: string): RuleMembers {
    const test = hostTest(pattern);
    if (typeof test === 'string') return failure(test);
    const fits = (host: Item): boolean => test({ name: host.text('host_name') ?? '', host });
    return { kind: 'members', items: [...this.build.of('host')].filter(fits) };
  }

  private servicesOf(hostPattern: string, pattern: string): RuleMembers {
    const hosting = hostTest(hostPattern);
    const test = serviceTest(pattern);
    if (hosting === 'invalid' || test === 'invalid') return failure('invalid');
    if (hosting === 'unknown' || test === 'unknown') return failure('unknown');
    const items: Item[] = [];
    for (const [name, services] of this.byHost()) {
      if (hosting({ name, host: this.host(name) })) items.push(...services.filter(test));
    }
    return { kind: 'members', items };
  }

  private byHost(): ReadonlyMap<string, readonly Item[]> {
    if (this.services) return this.services;
    const services = new Map<string, Item[]>();
    for (const service of this.build.of('service')) {
      const host = service.text('host_name') ?? '';
      addTo(services, host, service);
    }
    return (this.services = services);
  }
}

function failure(test: 'invalid' | 'unknown'): RuleMembers {
  return { kind: test === 'invalid' ? 'invalid-pattern' : 'unknown' };
}

function hostTest(pattern: string): Test<Hosting> {
  if (pattern === '*') return () => true;
  const { flags, rest } = takeFlags(pattern, /^([grlt]+):(.*)/);
  if (flags === '') return ({ name }) => name === rest;
  if (flags.includes('g'))
    return ({ host }) => host !== undefined && inGroup(host, 'hostgroups', 'hostgroup_name', rest);
  if (flags.includes('r')) return regexTest(rest, ({ name }: Hosting) => name);
  if (flags.includes('l')) return ({ host }) => host?.list('labels').includes(rest) ?? false;
  return ({ host }) => host?.tags.has(rest) ?? false;
}

function serviceTest(pattern: string): Test<Item> {
  if (pattern === '*') return () => true;
  const { flags, rest } = takeFlags(pattern, /^([grl]+):(.*)/);
  const description = (service: Item): string => service.text('service_description') ?? '';
  if (flags === '') return (service) => description(service) === rest;
  if (flags.includes('g')) return (service) => inGroup(service, 'servicegroups', 'servicegroup_name', rest);
  if (flags.includes('r')) return regexTest(rest, description);
  return (service) => service.list('labels').includes(rest);
}

function takeFlags(pattern: string, form: RegExp): { flags: string; rest: string } {
  const [, flags = '', rest = ''] = form.exec(pattern) ?? [];
  return flags === '' ? { flags, rest: pattern } : { flags, rest };
}

function inGroup(item: Item, key: string, nameKey: string, name: string): boolean {
  return item.links.get(key)?.some((group) => group.text(nameKey) === name) ?? false;
}

function regexTest<Subject>(pattern: string, textOf: (subject: Subject) => string): Test<Subject> {
  const regex = pythonRegex(pattern);
  return regex.kind === 'regex' ? (subject) => regex.matches(textOf(subject)) : regex.kind;
}
