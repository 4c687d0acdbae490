import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis';
import { type CodeLens, codeLenses, codeLensOf, type LensKind } from '../../server/src/features/code-lens';
import { titleOf } from '../../server/src/model/names/written';
import { symbolsOf } from '../../server/src/features/symbols';
import { cfg, inEditor } from '../availability/support';
import { analysisOf } from '../support/analysis';
import { ROOT } from '../support/workspace';

const MAIN = `${ROOT}/shinken.cfg`;

function lensesIn(analysis: Analysis, kind: LensKind, file = MAIN): readonly CodeLens[] {
  return codeLenses(analysis, file, new Set([kind]));
}

/** What stands above each definition: `web-1: 3 services`. */
function shown(declaration: string | Analysis, kind: LensKind, file = MAIN): string[] {
  const analysis = typeof declaration === 'string' ? analysisOf(cfg(declaration)) : declaration;
  const objects = symbolsOf(analysis.project).objectsIn(file);
  return lensesIn(analysis, kind, file).map(({ span, say }) => {
    const object = objects.find(({ node }) => node.span.start === span.start);
    return `${object ? titleOf(object) : ''}: ${say().title}`;
  });
}

const said = (declaration: string | Analysis, kind: LensKind, name: string): string | undefined =>
  shown(declaration, kind)
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);

const template = (type: string, name: string, ...lines: string[]): string =>
  [`define ${type} {`, ...[`name ${name}`, 'register 0', ...lines].map((line) => `    ${line}`), '}', ''].join('\n');

const service = (...lines: string[]): string =>
  ['define service {', ...['service_description S', ...lines].map((line) => `    ${line}`), '}', ''].join('\n');

const hosts = `
host web-1 hostgroups=web use=tpl-web _DISKS=a,b
host web-2 hostgroups=web use=tpl-web
host db-1 hostgroups=linux use=tpl-base
hostgroup web
hostgroup linux
hostgroup none
${template('host', 'tpl-base')}${template('host', 'tpl-web', 'use tpl-base')}${template('host', 'tpl-idle', 'use tpl-base')}`;

describe('who uses a template', () => {
  test.each([
    ['tpl-base', 'used by 3 hosts'],
    ['tpl-web', 'used by 2 hosts'],
    ['tpl-idle', 'unused'],
  ])('%s: %s', (name, wanted) => {
    expect(said(hosts, 'usage', name)).toBe(wanted);
  });
  test('directly, and through others', () => {
    const lens = lensesIn(analysisOf(cfg(hosts)), 'usage').find(({ say }) => say().title === 'used by 3 hosts');
    expect(lens?.say().tooltip).toBe('1 directly, 2 through other templates.');
  });
  test.each([
    [
      'only by templates',
      template('host', 'a') + template('host', 'b', 'use a') + 'host h use=c',
      'a',
      'used by 1 host template, which nobody uses',
    ],
    [
      'of services, by all that they become',
      `${hosts}${template('service', 'tpl')}${service('hostgroup_name web', 'use tpl')}`,
      'tpl',
      'used by 2 services',
    ],
    [
      'that only a service is for',
      `${template('host', 'a')}${template('service', 's', 'host_name a', 'service_description S')}`,
      'a',
      'used by 1 service template, which nobody uses',
    ],
    ['of contacts', `${template('contact', 'c')}contact ann use=c\nhost h contacts=ann`, 'c', 'used by 1 contact'],
    [
      'of time periods',
      `${template('timeperiod', 'p')}timeperiod always use=p\nhost h check_period=always`,
      'p',
      'used by 1 time period',
    ],
  ])('%s', (_, declaration, name, wanted) => {
    expect(said(declaration, 'usage', name)).toBe(wanted);
  });
  test('of services, by those that another template brings to hosts', () => {
    const both = template('service', 'base') + template('service', 's', 'use base', 'host_name tpl-web');
    const text = hosts + both.replace('    use base', '    use base\n    service_description S');
    expect(said(text, 'usage', 'base')).toBe('used by 2 services');
  });
  test('nothing is said of one that goes to hosts and that nobody else uses', () => {
    const bound = template('service', 's', 'host_name tpl-web', 'service_description S');
    expect(said(hosts + bound, 'usage', 's')).toBeUndefined();
    expect(said(hosts + bound, 'expansion', 's')).toBe('expands to 2 services');
  });
});

describe('who uses', () => {
  const used = `${hosts}
command ping command_line=x
command mail command_line=x
command idle command_line=x
timeperiod always
timeperiod never
contact ann contactgroups=admins host_notification_commands=mail host_notification_period=always
contact bob
contactgroup admins
contactgroup nobody
notificationway way
notificationway lost
module retention module_type=pickle_retention_file
module spare module_type=pickle_retention_file
scheduler one modules=retention
servicegroup shown members=web-1,S
servicegroup hidden
escalation late contacts=bob first_notification=1 last_notification=2 host_name=web-1
${template('host', 'checked', 'check_command ping', 'contact_groups admins')}
host h1 use=checked check_period=always notification_period=always
host h2 use=checked
${service('hostgroup_name web', 'check_command ping', 'use none')}${service('host_name h1', 'check_command ping')}
`;
  test.each([
    ['ping', 'used by 2 hosts, 3 services'],
    ['mail', 'used by 1 contact'],
    ['idle', 'unused'],
    ['always', 'used by 1 host, 1 service, 1 contact'],
    ['never', 'unused'],
    ['ann', 'used by 2 hosts, 1 service, 1 contact group'],
    ['bob', 'used by 1 escalation'],
    ['admins', '1 contact, used by 2 hosts, 1 service'],
    ['nobody', 'no contacts, unused'],
    ['web', '2 hosts, used by 1 service'],
    ['linux', '1 host'],
    ['none', 'no hosts, unused'],
    ['shown', '1 service'],
    ['hidden', 'no services, unused'],
    ['lost', 'unused'],
    ['retention', 'used by 1 scheduler'],
    ['checked', 'used by 2 hosts'],
  ])('%s: %s', (name, wanted) => {
    expect(said(used, 'usage', name)).toBe(wanted);
  });
  test('a setting is a user', () => {
    expect(said('host_perfdata_command=perf\ncommand perf command_line=x', 'usage', 'perf')).toBe('used by 1 setting');
  });
  test('another definition of a name is told', () => {
    expect(shown('command c command_line=x\ncommand c command_line=y\nhost h check_command=c', 'usage')).toEqual([
      'c: another definition of its name counts',
      'c: used by 1 host',
    ]);
  });
  test('a folder of packs does not know who uses them', () => {
    const pack = inEditor(
      `#- pack.cfg\n${template('host', 'linux')}define command {\n command_name c\n command_line x\n}`,
    );
    expect(shown(pack, 'usage', `${ROOT}/pack.cfg`)).toEqual([
      'linux: not used in these files',
      'c: not used in these files',
    ]);
  });
  test('another configuration counts', () => {
    const files = (host: string): Analysis =>
      analysisOf(`cfg_file=shared.cfg\n#- shared.cfg\ndefine command {\n command_name c\n command_line x\n}\n${host}`);
    const one = files('');
    const [lens] = lensesIn(one, 'usage', `${ROOT}/shared.cfg`);
    expect(lens?.say([one]).title).toBe('unused');
    expect(lens?.say([one, files('define host {\n host_name h\n check_command c\n}')]).title).toBe(
      'used in another configuration',
    );
  });
});

describe('how many services', () => {
  test.each([
    ['hostgroup_name web', 'expands to 2 services'],
    ['hostgroup_name web,linux', 'expands to 3 services'],
    ['hostgroup_name *&!web', 'expands to 1 service'],
    ['hostgroup_name none', 'expands to no services'],
    ['host_name web-1,db-1', 'expands to 2 services'],
    ['host_name *', 'expands to 3 services'],
    ['host_name *,!db-1', 'expands to 2 services'],
    ['host_name web-1', undefined],
    ['check_interval 5', undefined],
  ])('%s: %s', (line, wanted) => {
    const own = shown(hosts + service(line), 'expansion').filter((text) => text.includes('expands'));
    expect(own.map((text) => text.replace(/.*: /, ''))).toEqual(wanted === undefined ? [] : [wanted]);
  });
  test.each([
    ['own', ''],
    ['inherited', '_'],
  ])('of each key of a macro, %s', (_, inherited) => {
    const foreach = 'duplicate_foreach _DISKS';
    const text = service('host_name web-1', inherited ? 'use each' : foreach).replace(
      'description S',
      'description $KEY$',
    );
    const found = shown(hosts + template('service', 'each', inherited ? foreach : 'notes x') + text, 'expansion');
    expect(found).toContain('web-1/$KEY$: expands to 2 services');
  });
  test('a host has', () => {
    const text = hosts + service('hostgroup_name web') + service('host_name web-1').replace(' S', ' T');
    const all = shown(text, 'expansion');
    expect(all).toContain('web-1: 2 services');
    expect(all).toContain('web-2: 1 service');
    expect(all).toContain('db-1: no services');
  });
});

describe('a click', () => {
  const textsOf = (declaration: string, kind: LensKind, title: string): string[] => {
    const text = cfg(declaration);
    const lens = lensesIn(analysisOf(text), kind).find(({ say }) => say().title === title);
    const action = lens?.say().action;
    return action?.does === 'show' ? action.places().map(({ span }) => text.slice(span.start, span.end)) : [];
  };
  test('leads to those who say the name', () => {
    expect(textsOf(hosts, 'usage', 'used by 2 hosts')).toEqual(['tpl-web', 'tpl-web']);
  });
  test('leads to the hosts of a service, and to the services of a host', () => {
    const text = hosts + service('hostgroup_name web');
    expect(textsOf(text, 'expansion', 'expands to 2 services')).toEqual(['web-1', 'web-2']);
    expect(textsOf(text, 'expansion', '1 service')).toEqual(['S']);
  });
  test('leads nowhere where there is nobody', () => {
    for (const lens of lensesIn(analysisOf(cfg(hosts)), 'usage'))
      if (/unused/.test(lens.say().title)) expect(lens.say().action).toBeUndefined();
  });
});

test('ids are unlike each other, and lead back to their lens', () => {
  const analysis = analysisOf(cfg(hosts + service('host_name *') + service('host_name *') + hosts));
  for (const kind of ['usage', 'expansion'] as const) {
    const all = lensesIn(analysis, kind);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const lens of all) expect(codeLensOf(analysis, MAIN, new Set([kind]), lens.id)).toBe(lens);
  }
});
