/**
 * The set-up that Shinken's documentation describes: server1 runs the masters of all kinds, server2 an extra poller, server3 a spare of
 * every kind. Everything that matters is written out, so that nothing is to be said of it, hints included.
 */
import { cfg } from './support';

type Directives = Readonly<Record<string, string>>;

/** An object by its name: its type and its directives. A `false` directive is taken away. */
export type Setup = Readonly<Record<string, readonly [type: string, directives: Directives]>>;

export type Changes = Readonly<Record<string, Readonly<Record<string, string | false>>>>;

const nameKeys: Readonly<Record<string, string>> = { host: 'host_name' };

const nameKeyOf = (type: string): string => nameKeys[type] ?? `${type}_name`;

function daemon(kind: string, name: string, server: string, port: string, more: Directives): Setup {
  return { [name]: [kind, { address: server, port, ...more }] };
}

/** A master on server1 and its spare on server3, alike in all else. */
const pair = (kind: string, port: string, more: Directives): Setup => ({
  ...daemon(kind, `${kind}-master`, 'server1', port, { spare: '0', ...more }),
  ...daemon(kind, `${kind}-spare`, 'server3', port, { spare: '1', ...more }),
});

const host = (more: Directives): readonly [string, Directives] => [
  'host',
  {
    check_command: 'ping',
    max_check_attempts: '3',
    contacts: 'operators',
    check_period: 'always',
    notification_period: 'always',
    ...more,
  },
];

const always = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, '00:00-24:00']),
);

export const documented: Setup = {
  All: ['realm', { default: '1' }],

  'arbiter-master': [
    'arbiter',
    {
      host_name: 'server1',
      address: 'server1',
      port: '7770',
      spare: '0',
      modules: 'named-pipe',
      check_interval: '60',
      max_check_attempts: '3',
    },
  ],
  'arbiter-spare': [
    'arbiter',
    { host_name: 'server3', address: 'server3', port: '7770', spare: '1', modules: 'named-pipe' },
  ],
  ...pair('scheduler', '7768', { realm: 'All', modules: 'redis' }),
  ...pair('reactionner', '7769', { realm: 'All', reactionner_tags: 'None,sms' }),
  ...pair('poller', '7771', { realm: 'All', poller_tags: 'None,DMZ', modules: 'booster' }),
  ...daemon('poller', 'poller-2', 'server2', '7771', { spare: '0', realm: 'All', modules: 'booster' }),
  ...pair('broker', '7772', { realm: 'All', manage_arbiters: '1', modules: 'webui,graphite' }),
  ...pair('receiver', '7773', { realm: 'All', modules: 'nsca' }),

  redis: ['module', { module_type: 'redis_retention', server: 'store.example.com' }],
  booster: ['module', { module_type: 'nrpe_poller' }],
  webui: ['module', { module_type: 'webui2' }],
  graphite: ['module', { module_type: 'graphite_perfdata' }],
  nsca: ['module', { module_type: 'nsca_server' }],
  'named-pipe': ['module', { module_type: 'named_pipe' }],

  always: ['timeperiod', always],
  ping: ['command', { command_line: '/bin/true' }],
  'short-message': ['command', { command_line: '/bin/true', reactionner_tag: 'sms' }],
  operators: [
    'contact',
    {
      host_notification_period: 'always',
      service_notification_period: 'always',
      host_notification_options: 'd',
      service_notification_options: 'c',
      host_notification_commands: 'short-message',
      service_notification_commands: 'short-message',
    },
  ],
  'db-1': host({}),
  'web-1': host({ poller_tag: 'DMZ' }),
};

/** The same with a realm below: `Site` has a scheduler on server4, and everything else, spares included, from above. */
export const withSite: Setup = {
  ...Object.fromEntries(
    Object.entries(documented).map(([name, [type, directives]]) => [
      name,
      [type, 'realm' in directives && type !== 'scheduler' ? { ...directives, manage_sub_realms: '1' } : directives],
    ]),
  ),
  All: ['realm', { default: '1', realm_members: 'Site' }],
  Site: ['realm', {}],
  ...daemon('scheduler', 'scheduler-site', 'server4', '7768', { spare: '0', realm: 'Site', modules: 'redis' }),
  'site-1': host({ realm: 'Site', poller_tag: 'DMZ' }),
};

export interface Defect {
  readonly change?: Changes;
  /** Objects that are taken away. */
  readonly without?: readonly string[];
  /** Further objects, one a line: `poller third server4 realm=All`. */
  readonly and?: string;
  /** Objects in a file that the main file does not load. */
  readonly unloaded?: readonly string[];
  /** Lines of the main file. */
  readonly main?: string;
}

/** The files of a set-up with some defect: the main file, a folder for each type, a file for each object. */
export function declared(
  setup: Setup,
  { change = {}, without = [], and, unloaded = [], main = '' }: Defect = {},
): string {
  for (const name of [...Object.keys(change), ...without, ...unloaded])
    if (!(name in setup)) throw new Error(`there is no ${name}`);
  const objects = Object.entries(setup).filter(([name]) => !without.includes(name));
  const loaded = objects.filter(([name]) => !unloaded.includes(name));
  const folders = [...new Set(loaded.map(([, [type]]) => `${type}s`))];
  return [
    '#- shinken.cfg',
    ...folders.map((folder) => `cfg_dir=${folder}`),
    ...(and === undefined ? [] : ['cfg_file=more.cfg']),
    main,
    ...objects.flatMap(([name, [type, directives]]) => {
      const changed = { [nameKeyOf(type)]: name, ...directives, ...change[name] };
      const lines = Object.entries(changed).flatMap(([key, value]) =>
        value === false ? [] : [`    ${key}  ${value}`],
      );
      const folder = unloaded.includes(name) ? 'elsewhere' : `${type}s`;
      return [`#- ${folder}/${name}.cfg`, `define ${type} {`, ...lines, '}'];
    }),
    ...(and === undefined ? [] : ['#- more.cfg', cfg(and)]),
    '',
  ].join('\n');
}
