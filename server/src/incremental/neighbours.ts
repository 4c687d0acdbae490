/** Who has to do with whom in a configuration that has been judged: looked up, so that an edit need not go through all of it. */
import type { Model } from '../model/types';
import { hostsOf, written } from '../model/names/written';
import type { FilePath, RawObject } from '../project/types';
import { isDaemonType } from '../schema';
import { type Steps, withEach } from '../steps';

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
  /** Macros that services are multiplied by, in upper case. */
  readonly foreachMacros: ReadonlySet<string>;

  private constructor(
    private readonly objectsByFile: ReadonlyMap<FilePath, readonly RawObject[]>,
    private readonly servicesByHost: ReadonlyMap<string, readonly RawObject[]>,
    /** Objects that name services other than as their templates. */
    private readonly namers: readonly RawObject[],
    private readonly infos: ReadonlyMap<string, readonly RawObject[]>,
    /** Daemons, realms, modules: few, and all of them have to do with each host. */
    readonly everywhere: readonly RawObject[],
    foreachMacros: ReadonlySet<string>,
  ) {
    this.foreachMacros = foreachMacros;
  }

  static *of(model: Model): Steps<Neighbours> {
    const objectsByFile = new Map<FilePath, RawObject[]>();
    const namers: RawObject[] = [];
    const infos = new Map<string, RawObject[]>();
    const everywhere: RawObject[] = [];
    const foreachMacros = new Set<string>();
    yield* withEach(model.project.objects, (object) => {
      push(objectsByFile, object.file, object);
      const { type, properties } = object;
      if (isEverywhere(type)) everywhere.push(object);
      if (type === 'hostextinfo') for (const host of hostsOf(object)) push(infos, host, object);
      let isNamer = namingServices.has(type);
      for (const { key, value } of properties) {
        if (servicePatterns.has(key) || (key === 'check_command' && value.includes('bp_rule'))) isNamer = true;
        else if (key === 'duplicate_foreach') foreachMacros.add(value.trim().toUpperCase());
      }
      if (isNamer) namers.push(object);
    });
    const servicesByHost = new Map<string, RawObject[]>();
    yield* withEach(model.items('service'), (service) => {
      if (service.source) push(servicesByHost, service.text('host_name') ?? '', service.source);
    });
    return new Neighbours(objectsByFile, servicesByHost, namers, infos, everywhere, foreachMacros);
  }

  /** What the configuration has of a file, in its order. */
  objectsIn(file: FilePath): readonly RawObject[] {
    return this.objectsByFile.get(file) ?? [];
  }
  /** What defines the services that a host has in the end, and what adds to the host. */
  ofHost(name: string): readonly RawObject[] {
    return [...(this.servicesByHost.get(name) ?? []), ...(this.infos.get(name) ?? [])];
  }
  /**
   * Objects that may mean a service of that description, by what they write or by what their templates do; undefined where a template of
   * hosts or services does, which anybody may use.
   */
  naming(description: string): readonly RawObject[] | undefined {
    if (description === '') return [];
    const found = new Set(
      this.namers.filter(({ properties }) => properties.some(({ value }) => value.includes(description))),
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

function uses(object: RawObject, name: string): boolean {
  return (written(object, 'use') ?? '').split(',').some((used) => used.trim() === name);
}

function isEverywhere(type: string): boolean {
  return type === 'realm' || type === 'module' || isDaemonType(type);
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
