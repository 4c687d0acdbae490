/** Who has to do with whom in a configuration that has been judged: looked up, so that an edit need not go through all of it. */
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import { hostsOf, isTemplate, written } from '../model/names/written';
import { addTo, isSameList } from '../project/lists';
import type { FilePath, RawObject } from '../project/types';
import { isDaemonType } from '../schema';
import { type Steps, withEach } from '../steps';
import type { Span } from '../syntax/nodes';

/** Types whose objects name services by their descriptions. */
const namingServices: ReadonlySet<string> = new Set([
  'escalation',
  'servicedependency',
  'serviceescalation',
  'serviceextinfo',
  'servicegroup',
]);

/** Directives of hosts and services that do. */
const servicePatterns: ReadonlySet<string> = new Set([
  'service_dependencies',
  'service_excludes',
  'service_includes',
  'service_overrides',
]);

export class Neighbours {
  /** The file that was last asked for: mostly it is the one in which somebody types. */
  private asked: { readonly file: FilePath; readonly objects: readonly RawObject[] } | undefined;

  private constructor(
    private readonly objects: readonly RawObject[],
    /** From where to where those of a file stand: a list for each file would hold them all once more. */
    private readonly stretches: ReadonlyMap<FilePath, readonly Span[]>,
    private readonly servicesByHost: ServicesByHost,
    /** Descriptions that more services were written with than there are services: who is lost may be there after an edit. */
    private readonly contested: ReadonlySet<string>,
    /** Objects that name services other than as their templates. */
    private readonly namers: readonly RawObject[],
    private readonly infos: ReadonlyMap<string, readonly RawObject[]>,
    private readonly contactsByGroup: ReadonlyMap<string, readonly RawObject[]>,
    /** Daemons, realms, modules: few, and all of them have to do with each host. */
    readonly everywhere: readonly RawObject[],
    /** Macros that services are multiplied by, in upper case. */
    readonly foreachMacros: ReadonlySet<string>,
    /** Some business rule has macros: what a host says for people may be a name in the rule of its service. */
    readonly hasRulesWithMacros: boolean,
  ) {}

  static *of(model: Model): Steps<Neighbours> {
    const { objects } = model.project;
    const stretches = new Map<FilePath, { readonly start: number; end: number }[]>();
    let count = 0;
    const namers: RawObject[] = [];
    const infos = new Map<string, RawObject[]>();
    const everywhere: RawObject[] = [];
    const foreachMacros = new Set<string>();
    let hasRulesWithMacros = false;
    yield* withEach(objects, (object) => {
      const last = stretches.get(object.file)?.at(-1);
      if (last?.end === count) last.end++;
      else addTo(stretches, object.file, { start: count, end: count + 1 });
      count++;
      const { type, lines } = object;
      if (isEverywhere(type)) everywhere.push(object);
      if (type === 'hostextinfo') for (const host of hostsOf(object)) addTo(infos, host, object);
      let isNamer = namingServices.has(type);
      for (const { key, value } of lines) {
        const isRule = isBusinessRule(key, value);
        if (isRule && value.includes('$')) hasRulesWithMacros = true;
        if (servicePatterns.has(key) || isRule) isNamer = true;
        else if (key === 'duplicate_foreach') foreachMacros.add(value.trim().toUpperCase());
      }
      if (isNamer) namers.push(object);
    });
    const servicesByHost = yield* ServicesByHost.of(model.items('service'));
    const contested = new Set(
      model.facts('duplicate-name').map(({ lost }) => lost.text('service_description') ?? ANYTHING),
    );
    const present = new Set<RawObject>();
    yield* withEach(model.items('service'), (service) => {
      const { source } = service;
      if (!source) return;
      present.add(source);
      if (isOutOfTurn(service) || isWhole(service)) contested.add(service.text('service_description') ?? ANYTHING);
    });
    yield* withEach(objects, (object) => {
      if (object.type !== 'service' || present.has(object) || isTemplate(object)) return;
      contested.add(written(object, 'service_description') ?? ANYTHING);
    });
    const contactsByGroup = new Map<string, RawObject[]>();
    for (const contact of model.items('contact')) {
      if (!contact.source) continue;
      for (const group of contact.list('contactgroups')) addTo(contactsByGroup, group.trim(), contact.source);
    }
    return new Neighbours(
      objects,
      stretches,
      servicesByHost,
      contested,
      namers,
      infos,
      contactsByGroup,
      everywhere,
      foreachMacros,
      hasRulesWithMacros,
    );
  }

  /** What the configuration has of a file, in its order. */
  objectsIn(file: FilePath): readonly RawObject[] {
    if (this.asked?.file === file) return this.asked.objects;
    const objects = (this.stretches.get(file) ?? []).flatMap(({ start, end }) => this.objects.slice(start, end));
    this.asked = { file, objects };
    return objects;
  }
  /** Whether services of a description may be there that have lost their place to others. */
  isContested(description: string): boolean {
    return this.contested.has(description) || this.contested.has(ANYTHING);
  }
  /** Whether a model of some of the objects has all services of a host, in the same order. */
  hasServicesOf(host: string, excerpt: Model): boolean {
    const all = this.servicesOf(host);
    const found = excerpt
      .items('service')
      .flatMap((service) => (service.text('host_name') === host ? (service.source ?? []) : []));
    return isSameList(all, found);
  }
  /** What defines the services that a host has in the end. */
  servicesOf(host: string): readonly RawObject[] {
    return this.servicesByHost.of(host);
  }
  /** What adds to a host from elsewhere. */
  addingTo(host: string): readonly RawObject[] {
    return this.infos.get(host) ?? [];
  }
  /** Contacts that say themselves that they are in a group. */
  inContactGroup(name: string): readonly RawObject[] {
    return this.contactsByGroup.get(name) ?? [];
  }
  /**
   * Objects that may mean a service of that description, by what they write or by what their templates do; undefined where a template of
   * hosts or services does, which anybody may use, or a business rule looks for services by other marks.
   */
  naming(description: string): readonly RawObject[] | undefined {
    if (this.namers.some(looksFor)) return undefined;
    if (description === '') return [];
    const found = new Set(
      this.namers.filter(({ lines }) => lines.some(({ value }) => value.includes(description) || value.trim() === '*')),
    );
    // A set is walked to its end, with all that is added on the way.
    for (const object of found) {
      const name = written(object, 'name');
      if (name === undefined) continue;
      if (!namingServices.has(object.type)) return undefined;
      for (const heir of this.namers) if (heir.type === object.type && uses(heir, name)) found.add(heir);
    }
    return [...found];
  }
}

/**
 * The services that hosts have in the end. Of each it is known which of the same host comes before it: a list for each host would take four
 * times as much room.
 */
class ServicesByHost {
  /** Where the last one of each host stands. */
  private readonly last = new Map<string, number>();
  /** By service, where the one before it stands; -1: it is the first. */
  private readonly before: Int32Array;

  private constructor(private readonly services: readonly Item[]) {
    this.before = new Int32Array(services.length);
  }

  static *of(services: readonly Item[]): Steps<ServicesByHost> {
    const found = new ServicesByHost(services);
    let at = 0;
    yield* withEach(services, (service) => {
      found.add(service, at++);
    });
    return found;
  }

  private add(service: Item, at: number): void {
    const host = service.text('host_name') ?? '';
    this.before[at] = this.last.get(host) ?? -1;
    this.last.set(host, at);
  }
  /** What defines them, in their order. */
  of(host: string): readonly RawObject[] {
    const sources: RawObject[] = [];
    for (let at = this.last.get(host) ?? -1; at >= 0; at = this.before[at] ?? -1) {
      const source = this.services[at]?.source;
      if (source) sources.push(source);
    }
    return sources.reverse();
  }
}

/** For a description that is not known. */
const ANYTHING = '';

/** It says itself whether it comes before others of its name. */
function isOutOfTurn(service: Item): boolean {
  const key = 'definition_order';
  return service.text(key) !== '100' && !service.isDefault(key) && service.origins.has(key);
}

/** One for several hosts that has stayed because not all of them are there: groups of services take its hosts apart. */
function isWhole(service: Item): boolean {
  return service.text('host_name')?.includes(',') ?? false;
}

/** A business rule with patterns, or with macros whose values may be patterns or names. */
function looksFor({ lines }: RawObject): boolean {
  return lines.some(({ key, value }) => isBusinessRule(key, value) && /[*$]|\b[grlt]+:/.test(value));
}

/** Whether a directive makes its object's state follow from those of others. */
export function isBusinessRule(key: string, value: string): boolean {
  return key === 'check_command' && value.includes('bp_rule');
}

function uses(object: RawObject, name: string): boolean {
  return (written(object, 'use') ?? '').split(',').some((used) => used.trim() === name);
}

function isEverywhere(type: string): boolean {
  return type === 'realm' || type === 'module' || isDaemonType(type);
}
