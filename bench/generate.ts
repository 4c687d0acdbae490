/**
 * Installations to measure with: a seed, a shape and a number of hosts give the same files everywhere. Each host has ten services. The same
 * objects can be written for Nagios, which is measured beside.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS, commands, contacts, daemons, genericTemplates, mainFile, REALMS, TEAMS, timeperiods } from './basis';
import { type Random, randomOf } from './random';
import { define, type Dialect, type Directives, shinkenOnly } from './writer';

/**
 * How services come to hosts: `explicit`, written one by one; `groups`, on host groups; `templates`, bound to the templates that hosts use,
 * with parents, dependencies, realms, `+` lists and macros of one's own.
 */
export type Shape = 'explicit' | 'groups' | 'templates';

export const SHAPES: readonly Shape[] = ['explicit', 'groups', 'templates'];

export interface Spec {
  readonly shape: Shape;
  readonly hosts: number;
  readonly dialect: Dialect;
  readonly seed: number;
  /** Where the files will be: Nagios takes absolute paths. */
  readonly folder: string;
}

/** A file that is written has so many hosts, which are a host group. */
export const HOSTS_PER_FILE = 100;

/** The files of an installation, by their paths below its folder: one after the other, for all together may be larger than the memory. */
export function* installation(spec: Spec): Generator<readonly [path: string, text: string]> {
  const { dialect, shape } = spec;
  const base: [string, string][] = [
    ['timeperiods/timeperiods.cfg', timeperiods()],
    ['commands/commands.cfg', commands()],
    ['contacts/contacts.cfg', contacts()],
    ['templates/generic.cfg', genericTemplates()],
    ['hostgroups/hostgroups.cfg', hostGroups(spec)],
  ];
  if (dialect === 'shinken') base.push(...daemons());
  if (shape === 'groups') base.push(['services/services.cfg', groupServices(spec)]);
  if (shape === 'templates') {
    base.push(['templates/platforms.cfg', platforms(dialect)], ['services/services.cfg', platformServices(dialect)]);
  }
  const folders = [...base.map(([name]) => path.posix.dirname(name)), 'hosts'];
  yield [mainFileName(dialect), mainFile(dialect, [...new Set(folders)], spec.folder)];
  yield* base;
  for (let first = 0; first < spec.hosts; first += HOSTS_PER_FILE) yield [hostFile(first), hostBlock(spec, first)];
}

export function mainFileName(dialect: Dialect): string {
  return `${dialect}.cfg`;
}

/** The file that has the host of that number. */
export function hostFile(host: number): string {
  return `hosts/hosts-${String(Math.floor(host / HOSTS_PER_FILE)).padStart(4, '0')}.cfg`;
}

/** What the host of that number is called, in every shape. */
export function hostName(host: number): string {
  return `srv-${String(host).padStart(6, '0')}`;
}

/** Writes an installation to its folder, and gives the path of its main file. */
export function write(spec: Spec): string {
  const own = path.join(spec.folder, 'var');
  mkdirSync(own, { recursive: true });
  // Nagios becomes another user before it looks whether it may write there.
  chmodSync(own, 0o777);
  for (const [name, text] of installation(spec)) {
    const file = path.join(spec.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return path.join(spec.folder, mainFileName(spec.dialect));
}

const groupOf = (host: number): string => `rack-${String(Math.floor(host / HOSTS_PER_FILE)).padStart(4, '0')}`;

function hostGroups({ hosts, shape, dialect }: Spec): string {
  const racks: string[] = [];
  for (let first = 0; first < hosts; first += HOSTS_PER_FILE) {
    racks.push(define('hostgroup', { hostgroup_name: groupOf(first), alias: `Rack ${first / HOSTS_PER_FILE}` }));
  }
  // Nagios binds services to groups only: a template's group stands for the template.
  const bound = shape === 'templates' && dialect === 'nagios' ? ['base', ...PLATFORMS] : [];
  const groups = bound.map((name) => define('hostgroup', { hostgroup_name: `tpl-${name}`, alias: name }));
  return racks.join('') + groups.join('');
}

function groupServices({ hosts }: Spec): string {
  const services: string[] = [];
  for (let first = 0; first < hosts; first += HOSTS_PER_FILE) {
    for (const { name, command } of CHECKS) {
      const on = { hostgroup_name: groupOf(first), service_description: name, check_command: command };
      services.push(define('service', { use: 'generic-service', ...on }));
    }
  }
  return services.join('');
}

/** Each host has one of them, and `base`: six services from here, four from there. */
const PLATFORMS = ['linux', 'database', 'webserver'] as const;
const BASE_CHECKS = 6;

/** Each uses the one before it, which all share. */
function platforms(dialect: Dialect): string {
  const group = (name: string): string | undefined => (dialect === 'nagios' ? `+tpl-${name}` : undefined);
  const base = { use: 'generic-host', hostgroups: group('base'), _COMMUNITY: 'public', _TIER: 'standard' };
  const teams = { linux: 'systems', database: 'databases', webserver: 'web' } as const;
  return (
    define('host', { name: 'base', ...base, register: 0 }) +
    PLATFORMS.map((name) =>
      define('host', { name, use: 'base', hostgroups: group(name), contact_groups: teams[name], register: 0 }),
    ).join('')
  );
}

/** Shinken binds a service that is no object of its own to the templates that its `host_name` lists. */
function platformServices(dialect: Dialect): string {
  const bound = (template: string): Directives =>
    dialect === 'shinken' ? { host_name: template, register: 0 } : { hostgroup_name: `tpl-${template}` };
  const service = (template: string, { name, command }: (typeof CHECKS)[number]): string => {
    const about = { service_description: name, check_command: command, _ORIGIN: template };
    return define('service', { use: 'generic-service', ...about, contact_groups: 'oncall', ...bound(template) });
  };
  const common = CHECKS.slice(0, BASE_CHECKS).map((check) => service('base', check));
  const own = PLATFORMS.flatMap((template) => CHECKS.slice(BASE_CHECKS).map((check) => service(template, check)));
  return common.join('') + own.join('');
}

function hostBlock(spec: Spec, first: number): string {
  const texts: string[] = [];
  for (let host = first; host < Math.min(spec.hosts, first + HOSTS_PER_FILE); host++) {
    const draw = randomOf(spec.seed, host);
    texts.push(define('host', hostDirectives(spec, host, first, draw)));
    if (spec.shape === 'explicit') texts.push(ownServices(host, draw));
    if (spec.shape === 'templates') texts.push(dependencies(host, first, draw));
  }
  return texts.join('');
}

const PLACES = ['Berlin', 'Paris', 'Madrid', 'Oslo', 'Tokyo', 'Delhi'] as const;
const WORK = ['frontend', 'backend', 'batch', 'cache', 'queue', 'storage', 'mail', 'proxy'] as const;

function hostDirectives({ shape, dialect }: Spec, host: number, first: number, draw: Random): Directives {
  const address = `10.${(host >> 16) & 255}.${(host >> 8) & 255}.${host & 255}`;
  const alias = `${draw.one(WORK)} ${host} in ${draw.one(PLACES)}`;
  const named = { host_name: hostName(host), alias, address };
  const checked = { max_check_attempts: draw.percent(30) ? 2 + draw.below(4) : undefined };
  if (shape !== 'templates') return { use: 'generic-host', ...named, hostgroups: groupOf(host), ...checked };
  return {
    use: draw.one(PLATFORMS),
    ...named,
    hostgroups: `${dialect === 'nagios' ? '+' : ''}${groupOf(host)}`,
    // The first host of a rack stands before all others: what hangs together must be in one realm.
    parents: host === first ? undefined : hostName(first),
    realm: shinkenOnly(dialect, REALMS[(first / HOSTS_PER_FILE) % REALMS.length]),
    ...checked,
    contact_groups: draw.percent(20) ? `+${draw.one(TEAMS)}` : undefined,
    _SERIAL: `SN${100_000 + draw.below(900_000)}`,
    _TIER: draw.percent(25) ? 'gold' : undefined,
  };
}

function ownServices(host: number, draw: Random): string {
  return CHECKS.map(({ name, command }) =>
    define('service', {
      use: 'generic-service',
      host_name: hostName(host),
      service_description: name,
      check_command: command,
      check_interval: draw.percent(20) ? 1 + draw.below(15) : undefined,
    }),
  ).join('');
}

/** One host in ten needs another one of its rack; one service in ten of them needs the agent. */
function dependencies(host: number, first: number, draw: Random): string {
  const criteria = { execution_failure_criteria: 'n', notification_failure_criteria: 'd,u' };
  const name = hostName(host);
  const needs =
    host > first && draw.percent(10)
      ? define('hostdependency', { host_name: hostName(first), dependent_host_name: name, ...criteria })
      : '';
  const services = { service_description: 'Ssh', dependent_service_description: 'Load' };
  return draw.percent(10)
    ? needs +
        define('servicedependency', {
          host_name: name,
          dependent_host_name: name,
          ...services,
          ...criteria,
          notification_failure_criteria: 'w,u,c',
        })
    : needs;
}
