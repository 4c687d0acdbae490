/**
 * Random installations of hosts that are alike in many ways: of a few kinds, in groups, below each other, with services of their own and of
 * their groups and templates, and now and then a mistake.
 */
import { define, type Directives } from '../../bench/writer';
import { type Random, randomOf } from '../../bench/random';

const GROUPS = ['g1', 'g2', 'g3', 'g4', 'g5'] as const;
const TEMPLATES = ['generic', 'linux', 'windows'] as const;
const PERIODS = ['24x7', 'work'] as const;
const TEAMS = ['admins', 'ops'] as const;
const SERVICES = ['Load', 'Disk', 'Memory', 'My Service', 'Other'] as const;

const COMMON = {
  check_command: 'ping',
  max_check_attempts: 3,
  check_interval: 5,
  retry_interval: 1,
  check_period: '24x7',
  notification_period: '24x7',
  notification_interval: 30,
  contact_groups: 'admins',
} as const;

class Installation {
  /** Of a hundred. */
  private readonly mistakes: number;
  private readonly realms: readonly [string, ...string[]];
  private readonly hosts: readonly [string, ...string[]];
  private readonly hasTags: boolean;
  private readonly isOdd: boolean;

  constructor(private readonly draw: Random) {
    this.mistakes = draw.percent(60) ? 0 : draw.percent(80) ? 1 : 3;
    this.realms = ['All', ...['EU', 'US'].slice(0, draw.below(3))];
    const names = Array.from({ length: 9 + draw.below(60) }, (_, number) => `${draw.one(['srv', 'db'])}-${number}`);
    this.hosts = ['first', ...names];
    this.hasTags = draw.percent(30);
    this.isOdd = draw.percent(15);
  }

  /** By their paths. */
  files(): ReadonlyMap<string, string> {
    const { draw } = this;
    const count = 1 + draw.below(3);
    const hosts = this.allHosts();
    const names = Array.from({ length: count }, (_, file) => `hosts-${file}.cfg`);
    const includes = ['base.cfg', ...names].map((name) => `cfg_file=${name}\n`);
    const illegal = draw.percent(3) ? 'illegal_object_name_chars=-x\n' : '';
    return new Map([
      ['shinken.cfg', includes.join('') + illegal],
      ['base.cfg', this.base()],
      ...names.map((name, file) => [name, hosts.filter((_, host) => host % count === file).join('')] as const),
    ]);
  }

  /** The value, or one that is wrong somehow. */
  private wrong(value: string): string {
    const { draw } = this;
    if (!draw.percent(this.mistakes)) return value;
    return draw.one([
      ...(['nowhere', 'null', '*'] as const),
      ...[`+${value}`, `${value},nowhere`, `!${value}`, `${value}$X$`, `${value},,${value}`, `${value} x`, `${value},`],
    ]);
  }

  private maybe(percent: number, directives: () => Directives): Directives {
    return this.draw.percent(percent) ? directives() : {};
  }

  private base(): string {
    return [this.daemons(), this.basics(), this.groups(), this.templates(), this.mentions()].join('');
  }

  private daemons(): string {
    const { draw, realms } = this;
    const parts = [define('arbiter', { arbiter_name: 'arbiter', address: 'monitor-1', port: 7770 })];
    for (const [index, realm] of realms.entries()) {
      const members = index === 0 && realms.length > 1 ? this.wrong(realms.slice(1).join(',')) : undefined;
      parts.push(define('realm', { realm_name: realm, default: index === 0 ? 1 : undefined, realm_members: members }));
      for (const type of ['scheduler', 'poller', 'reactionner', 'broker']) {
        if (draw.percent(2)) continue;
        const tags =
          this.hasTags && (type === 'poller' || type === 'reactionner') ? { [`${type}_tags`]: 'None,dmz' } : {};
        const address = draw.one(['monitor-1', 'monitor-2']);
        const spare = draw.percent(4) ? 1 : 0;
        parts.push(
          define(type, { [`${type}_name`]: type + realm, address, port: 7700 + draw.below(90), realm, spare, ...tags }),
        );
      }
    }
    return parts.join('');
  }

  private basics(): string {
    const { draw } = this;
    const commands = ['ping', 'nrpe', 'mail'].map((name) =>
      define('command', { command_name: name, command_line: `/bin/${name} $HOSTADDRESS$ $ARG1$` }),
    );
    const periods = PERIODS.map((name) =>
      define('timeperiod', { timeperiod_name: name, alias: name, monday: '00:00-24:00' }),
    );
    const contacts = ['bob', 'eve'].map((name) =>
      define('contact', {
        contact_name: name,
        host_notification_period: '24x7',
        service_notification_period: '24x7',
        host_notification_options: 'd,u',
        service_notification_options: 'w,c',
        host_notification_commands: this.wrong('mail'),
        service_notification_commands: 'mail',
      }),
    );
    const teams = TEAMS.map((name) =>
      define('contactgroup', { contactgroup_name: name, members: draw.one(['bob', 'eve']) }),
    );
    return [...commands, ...periods, ...contacts, ...teams].join('');
  }

  private groups(): string {
    const { draw, hosts } = this;
    const arePlain = draw.percent(60);
    const groups = GROUPS.map((name) =>
      define('hostgroup', {
        hostgroup_name: name,
        alias: `Group ${name}`,
        ...(arePlain ? {} : this.maybe(25, () => ({ members: draw.percent(20) ? '*' : draw.one(hosts) }))),
        ...(arePlain ? {} : this.maybe(15, () => ({ realm: draw.one(this.realms) }))),
        ...this.maybe(this.mistakes, () => ({ hostgroup_members: draw.one(GROUPS) })),
      }),
    );
    const services = GROUPS.filter(() => draw.percent(30)).map((group) =>
      this.service({ hostgroup_name: this.wrong(group) }, draw.percent(5) ? 'Load' : `Of ${group}`),
    );
    const serviceGroups = ['sg1', 'sg2'].map((name) =>
      define('servicegroup', { servicegroup_name: name, alias: name }),
    );
    return [...groups, ...services, ...serviceGroups].join('');
  }

  private templates(): string {
    const { draw } = this;
    const [generic, ...others] = TEMPLATES;
    return [
      define('host', { name: generic, ...COMMON, register: 0 }),
      ...others.map((name) => define('host', { name, use: this.wrong(generic), ...this.some(2), register: 0 })),
      define('service', { name: 'generic-service', ...COMMON, register: 0 }),
      draw.percent(30) ? this.service({ host_name: draw.one(TEMPLATES), register: 0 }, 'Of a template') : '',
    ].join('');
  }

  /** Who says the names of hosts. */
  private mentions(): string {
    const { draw, hosts } = this;
    const [host, other] = [draw.one(hosts), draw.one(hosts)];
    const numbers = { first_notification: 1, last_notification: 2, notification_interval: 5, contact_groups: 'ops' };
    const rule = draw.percent(80) ? `bp_rule!${host},Load&${other},Disk` : `bp_rule!g:${draw.one(GROUPS)},Load`;
    const all: readonly (readonly [percent: number, text: () => string])[] = [
      [20, () => define('hostescalation', { host_name: host, ...numbers })],
      [10, () => define('hostescalation', { hostgroup_name: draw.one(GROUPS), ...numbers })],
      [20, () => define('serviceescalation', { host_name: host, service_description: 'Load', ...numbers })],
      [20, () => define('hostextinfo', { host_name: host, notes: 'x' })],
      [
        15,
        () =>
          define('hostdependency', { hostgroup_name: draw.one(GROUPS), dependent_hostgroup_name: draw.one(GROUPS) }),
      ],
      [20, () => this.service({ host_name: `${host},${other}` }, 'Of both')],
      [10, () => this.service({ host_name: '*' }, 'Of all')],
      [10, () => this.service({ host_name: host }, 'Rule', rule)],
    ];
    return all.map(([percent, text]) => (draw.percent(percent) ? text() : '')).join('');
  }

  private service(on: Directives, description: string, command = `nrpe!${description}`): string {
    const { draw } = this;
    return define('service', {
      use: this.wrong('generic-service'),
      ...on,
      service_description: this.wrong(description),
      check_command: this.wrong(command),
      ...this.maybe(20, () => ({ check_interval: this.wrong(String(1 + draw.below(9))) })),
      ...this.maybe(10, () => ({ servicegroups: this.wrong(draw.one(['sg1', 'sg2'])) })),
      ...this.maybe(10, () => ({ contact_groups: this.wrong(draw.one(TEAMS)) })),
      ...this.maybe(this.hasTags ? 20 : 0, () => ({ poller_tag: this.wrong('dmz') })),
      ...this.maybe(this.mistakes, () => ({ service_dependencies: `${draw.one(this.hosts)},Disk` })),
      ...this.maybe(this.mistakes, () => ({ duplicate_foreach: '_fs' })),
    });
  }

  /** Some directives of a host. */
  private some(most: number): Directives {
    const { draw } = this;
    const all: readonly [() => Directives, ...(() => Directives)[]] = [
      () => ({ check_command: this.wrong('ping') }),
      () => ({ contact_groups: this.wrong(`${draw.one(['', '+'])}${draw.one(TEAMS)}`) }),
      () => ({ contacts: this.wrong('bob') }),
      () => ({ check_period: this.wrong(draw.one(PERIODS)) }),
      () => ({ notification_period: this.wrong(draw.one(PERIODS)) }),
      () => ({ max_check_attempts: this.wrong(String(1 + draw.below(5))) }),
      () => ({ notifications_enabled: draw.below(2) }),
      () => ({ active_checks_enabled: draw.below(2) }),
      () => ({ initial_state: this.wrong('o') }),
      () => ({ event_handler: this.wrong('nrpe') }),
      () => ({ _SERIAL: this.wrong(`SN${draw.below(1000)}`) }),
      () => ({ _fs: this.wrong(draw.one(['/', '/var'])) }),
      () => (this.hasTags ? { poller_tag: this.wrong('dmz') } : {}),
      () => (this.isOdd ? { service_excludes: draw.one(SERVICES) } : {}),
      () => (this.isOdd ? { service_overrides: `${draw.one(SERVICES)},check_interval 5` } : {}),
      () => (this.isOdd ? { unheard_of: 'x' } : {}),
    ];
    return Object.assign({}, ...Array.from({ length: draw.below(most + 1) }, () => draw.one(all)())) as Directives;
  }

  private allHosts(): readonly string[] {
    const { draw, hosts, realms } = this;
    const [first = '', second = ''] = hosts;
    const kind = () => ({
      use: this.wrong(draw.one(TEMPLATES)),
      lines: this.some(4),
      services: SERVICES.filter(() => draw.percent(40)).map((name) => this.service({ host_name: '@' }, name)),
      hostgroups: draw.percent(80) ? this.wrong(`${draw.one(['', '', '+'])}${draw.one(GROUPS)}`) : undefined,
      parents: draw.percent(25) ? this.wrong(first) : undefined,
      realm: draw.percent(10) ? this.wrong(draw.one(realms)) : undefined,
      needs: draw.percent(20),
      servicesNeed: draw.percent(20),
    });
    const kinds = [kind(), ...Array.from({ length: 1 + draw.below(4) }, kind)] as const;
    return hosts.map((host) => {
      const { use, lines, services, hostgroups, parents, realm, needs, servicesNeed } = draw.one(kinds);
      const text = define('host', {
        use,
        host_name: draw.percent(this.mistakes) ? draw.one(hosts) : host,
        alias: this.wrong(`Alias of ${host}`),
        address: draw.percent(90) ? `10.0.0.${draw.below(255)}` : undefined,
        hostgroups: draw.percent(20) ? draw.one(GROUPS) : hostgroups,
        parents: parents === host ? undefined : parents,
        realm,
        ...lines,
      });
      const own = services.filter(() => !draw.percent(5)).map((service) => service.replace('@', host));
      const on = { host_name: second, dependent_host_name: host, notification_failure_criteria: 'd' };
      const both = { host_name: host, dependent_host_name: host, execution_failure_criteria: 'c' };
      const [one, other] = [draw.one(['Load', 'Disk']), draw.one(['Disk', 'Memory', 'Load'])];
      const pair = { service_description: one, dependent_service_description: other };
      return [
        text,
        ...own,
        needs && draw.percent(70) ? define('hostdependency', on) : '',
        servicesNeed && draw.percent(70) ? define('servicedependency', { ...both, ...pair }) : '',
      ].join('');
    });
  }
}

/** The files of an installation by their paths; the same for the same seed. */
export function randomInstallation(seed: number): ReadonlyMap<string, string> {
  return new Installation(randomOf(seed, 0)).files();
}
