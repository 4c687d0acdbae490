/** Settings, daemons' ini files, macros and modules: all explained, and all there. */
import { describe, expect, it } from 'vitest';
import {
  daemonIniSettings,
  daemonIniSettingsByDaemon,
  daemonTypes,
  directive,
  type Directive,
  globalMacros,
  includeSettings,
  macroDoc,
  macroForms,
  mainSettings,
  moduleType,
  moduleTypes,
  notificationMacros,
  objectMacroDocs,
  objectTypeList,
  oldSettingNames,
  outputMacros,
} from '../../server/src/schema';
import { sharedJson } from '../support/shared';

interface SourceProperty {
  readonly class?: string;
  readonly default?: unknown;
}

interface Source {
  readonly config: {
    readonly properties: Readonly<Record<string, SourceProperty>>;
    readonly old_properties: Readonly<Record<string, string>>;
    readonly macros: Readonly<Record<string, string>>;
  };
  readonly daemon_ini: Readonly<Record<string, SourceProperty>>;
  readonly daemon_ini_by_daemon: Readonly<Record<string, Readonly<Record<string, SourceProperty>>>>;
  readonly global_macros: { readonly computed: readonly string[]; readonly output_macros: readonly string[] };
  readonly types: Readonly<Record<string, { readonly macros?: Readonly<Record<string, string>> }>>;
}

const source = sharedJson<Source>('facts/schema-2.4.3.json');

/** Settings of Nagios that the class calls unused and from which the arbiter makes modules all the same. */
const usedAllTheSame = new Set(['log_file', 'object_cache_file', 'status_file', 'status_update_interval']);

const lists: [string, readonly Directive[]][] = [
  ['main file', mainSettings],
  ['includes', includeSettings],
  ['ini files', daemonIniSettings],
  ...Object.entries(daemonIniSettingsByDaemon).map(([name, list]): [string, readonly Directive[]] => [
    `${name}d.ini`,
    list,
  ]),
  ...moduleTypes.map((type): [string, readonly Directive[]] => [`module ${type.type}`, type.settings]),
];

describe.each(lists)('%s', (_, directives) => {
  it('explains every setting', () => {
    expect(directives.filter(({ doc }) => !isHelp(doc)).map(({ name }) => name)).toEqual([]);
  });

  it('has every setting once', () => {
    expect(repeated(directives.map(({ name }) => name))).toEqual([]);
  });

  it('has defaults among the choices', () => {
    const strange = directives.filter(
      ({ choices, default: value }) => choices && value && !choices.some((choice) => choice.value === value),
    );
    expect(strange.map(({ name }) => name)).toEqual([]);
  });
});

describe('settings', () => {
  it('stand for the names that replaced old ones', () => {
    const names = new Set(mainSettings.map(({ name }) => name));
    expect(Object.values(oldSettingNames).filter((name) => !names.has(name))).toEqual([]);
  });

  it.each<[string, Directive['unit']]>([
    ['retention_update_interval', 'minutes'],
    ['max_host_check_spread', 'interval_length'],
    ['service_check_timeout', 'seconds'],
    ['interval_length', 'seconds'],
    ['high_service_flap_threshold', 'percent'],
    ['max_plugins_output_length', 'bytes'],
  ])('%s is in %s', (name, unit) => {
    expect(mainSettings.find((setting) => setting.name === name)?.unit).toBe(unit);
  });

  it.each(['webui_port', 'pack_distribution_file', 'broker_module', 'log_rotation_method', 'sleep_time'])(
    '%s does nothing, and says so',
    (name) => {
      expect(mainSettings.find((setting) => setting.name === name)?.ignored).toBe(true);
    },
  );

  it.each(['log_file', 'status_file', 'use_regexp_matching', 'use_ssl', 'command_file'])(
    '%s does something',
    (name) => {
      expect(mainSettings.find((setting) => setting.name === name)?.ignored).toBeUndefined();
    },
  );
});

describe('daemons', () => {
  it.each([
    ['arbiter', '7770'],
    ['scheduler', '7768'],
    ['reactionner', '7769'],
    ['poller', '7771'],
    ['broker', '7772'],
    ['receiver', '7772'],
  ] as const)('a %s without port is sought on %s', (type, port) => {
    expect(directive(type, 'port')?.default).toBe(port);
  });

  it.each(Object.keys(daemonIniSettingsByDaemon).map((name) => [name]))(
    '%s says the usual port in both places',
    (name) => {
      const listens = daemonIniSettingsByDaemon[name]?.find((setting) => setting.name === 'port')?.default ?? 'none';
      const doc = objectTypeList.find((type) => type.name === name)?.directives.find((one) => one.name === 'port')?.doc;
      expect(doc).toContain(listens);
    },
  );

  it.each(daemonTypes.map((name) => [name]))('%s inherits nothing, and says so', (name) => {
    expect(directive(name, 'use')?.ignored).toBe(true);
    expect(objectTypeList.find((type) => type.name === name)?.inherits).toBe(false);
  });

  it.each([
    ['arbiter', 'manage_sub_realms', true],
    ['scheduler', 'manage_sub_realms', true],
    ['poller', 'manage_sub_realms', undefined],
    ['broker', 'manage_arbiters', undefined],
    ['poller', 'manage_arbiters', true],
    ['broker', 'passive', true],
    ['reactionner', 'passive', undefined],
    ['arbiter', 'realm', true],
    ['receiver', 'polling_interval', true],
    ['scheduler', 'use_timezone', true],
  ] as const)('on a %s, %s is ignored: %s', (type, name, ignored) => {
    expect(directive(type, name)?.ignored).toBe(ignored);
  });
});

describe('macros', () => {
  const ofObjects = objectTypeList.flatMap((type) => Object.keys(type.macros));

  it('are all explained', () => {
    const names = [
      ...ofObjects,
      ...globalMacros.map(({ name }) => name),
      ...notificationMacros.map(({ name }) => name),
    ];
    expect(names.filter((name) => !isHelp(macroDoc(name) ?? ''))).toEqual([]);
    expect(macroForms.filter(({ doc }) => !isHelp(doc) && doc !== 'A dollar sign.')).toEqual([]);
  });

  it('are all macros of some object', () => {
    const known = new Set(ofObjects);
    expect(Object.keys(objectMacroDocs).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each([
    ['HOSTADDRESS', /`address`/],
    ['HOSTADDRESS7', /`address7`/],
    ['CONTACTADDRESS2', /number 2/],
    ['ARG12', /Argument/],
    ['USER1', /`\$USERn\$=…`/],
    ['USER255', /1 to 255/],
    ['_HOSTDISKS', /Custom macro of the host/],
    ['_SERVICEPORT', /Custom macro of the service/],
    ['_CONTACTphone', /Custom macro of the contact/],
    ['HOSTSTATE:web-1', /^State of the host: .*of that name/],
    ['SERVICESTATEID:web-1:Load', /^State of the service as a number.*of that service/],
    ['SERVICEDESC::Load', /an empty host/],
    ['', /dollar sign/],
  ])('$%s$ is explained', (name, doc) => {
    expect(macroDoc(name)).toMatch(doc);
  });

  it.each(['USER0', 'USER256', 'ARG', 'HOSTADRESS', '_HOST', '_REALMX', 'HOSTSTAT:web-1', 'toString', 'hostname'])(
    '$%s$ is unknown',
    (name) => {
      expect(macroDoc(name)).toBeUndefined();
    },
  );
});

describe('modules', () => {
  it('are explained, and have a title', () => {
    expect(moduleTypes.filter(({ doc, title }) => !isHelp(doc) || title === '').map(({ type }) => type)).toEqual([]);
  });

  it('share no name', () => {
    const names = moduleTypes.flatMap(({ type, aliases }) => [
      ...new Set([type, ...aliases].map((name) => name.replaceAll('_', '-'))),
    ]);
    expect(repeated(names)).toEqual([]);
  });

  it('are loaded by something', () => {
    expect(
      moduleTypes.filter(({ daemons, within }) => daemons.length === 0 && !within).map(({ type }) => type),
    ).toEqual([]);
  });

  it('are loaded within modules there are', () => {
    const within = moduleTypes.flatMap((type) => type.within ?? []);
    expect(within.filter((name) => moduleType(name)?.type !== name)).toEqual([]);
  });

  it.each([
    ['redis_retention', 'redis_retention'],
    ['redis-retention', 'redis_retention'],
    ['mongodb_retention', 'retention_mongodb'],
    ['retention-mongodb', 'retention_mongodb'],
    ['pickle_retention_file', 'pickle_retention_file_scheduler'],
    ['simple_log', 'simple-log'],
    ['ip-tag', 'ip_tag'],
    [' webui2 ', 'webui2'],
    ['graphite_webui', 'graphite-webui'],
    ['glpi', 'import-glpi'],
    ['snmp_poller', 'snmp_booster'],
    ['nsca', undefined],
    ['constructor', undefined],
  ])('%s is %s', (name, type) => {
    expect(moduleType(name)?.type).toBe(type);
  });

  it.each([
    ['redis_retention', 'distributed'],
    ['memcache_retention', 'distributed'],
    ['retention_mongodb', 'distributed'],
    ['pickle_retention_file_scheduler', 'local'],
    ['pickle_retention_file_generic', 'local'],
    ['nagios_retention_file', 'local'],
    ['mongodb', undefined],
    ['livestatus', undefined],
  ])('%s keeps states: %s', (name, retention) => {
    expect(moduleType(name)?.retention).toBe(retention);
  });

  it.each([
    ['webui2', 'broker scheduler'],
    ['named_pipe', 'arbiter receiver poller'],
    ['mysql_import', 'arbiter'],
    ['nrpe_poller', 'poller'],
    ['android_sms', 'reactionner'],
    ['ad_webui', ''],
    ['mongo-logs', 'broker'],
  ])('%s is loaded by: %s', (name, daemons) => {
    expect(moduleType(name)?.daemons.join(' ')).toBe(daemons);
  });
});

describe.skipIf(source === undefined)('what the source of 2.4.3 has', () => {
  const config = source?.config ?? { properties: {}, old_properties: {}, macros: {} };

  it('has its 167 settings', () => {
    expect(names24(mainSettings)).toEqual(Object.keys(config.properties).sort());
    expect(names24(mainSettings)).toHaveLength(167);
    expect(oldSettingNames).toEqual(config.old_properties);
  });

  it('has the four settings of 3.0', () => {
    expect(mainSettings.filter(({ since }) => since === '3.0').map(({ name }) => name)).toEqual([
      'graceful_enabled',
      'aggressive_memory_management',
      'conflict_policy',
      'enable_problem_impacts_states_reprocessing',
    ]);
  });

  it('marks what it does not use', () => {
    const unused = mainSettings.filter(
      ({ name }) => config.properties[name]?.class === 'UnusedProp' && !usedAllTheSame.has(name),
    );
    expect(unused).not.toEqual([]);
    expect(unused.filter(({ ignored }) => ignored !== true)).toEqual([]);
  });

  it('has the settings of ini files', () => {
    expect(names24(daemonIniSettings)).toEqual(Object.keys(source?.daemon_ini ?? {}).sort());
    const byDaemon = Object.entries(source?.daemon_ini_by_daemon ?? {});
    expect(Object.keys(daemonIniSettingsByDaemon).sort()).toEqual(
      byDaemon.map(([name]) => name.replace('daemon', '')).sort(),
    );
    for (const [name, properties] of byDaemon) {
      const ours = daemonIniSettingsByDaemon[name.replace('daemon', '')] ?? [];
      expect(Object.fromEntries(ours.map((setting) => [setting.name, setting.default]))).toEqual(
        Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, String(property.default)])),
      );
    }
  });

  it('has its global macros', () => {
    const computed = source?.global_macros.computed ?? [];
    expect(globalMacros.map(({ name }) => name).sort()).toEqual([...computed, ...Object.keys(config.macros)].sort());
    for (const { name, setting } of globalMacros) expect(setting ?? '', name).toBe(config.macros[name] ?? '');
    expect(outputMacros).toEqual(source?.global_macros.output_macros);
  });

  it('has the macros of its objects', () => {
    const theirs = Object.values(source?.types ?? {}).flatMap((type) => Object.keys(type.macros ?? {}));
    expect(Object.keys(objectMacroDocs).sort()).toEqual([...new Set(theirs)].sort());
  });
});

function isHelp(doc: string): boolean {
  return doc.length >= 12 && doc.length <= 400 && /^[A-Z`\d].*\.$/.test(doc) && !doc.includes('\n');
}

function names24(directives: readonly Directive[]): string[] {
  return directives
    .filter(({ since }) => since === undefined)
    .map(({ name }) => name)
    .sort();
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
