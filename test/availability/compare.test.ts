import { describe, expect, test } from 'vitest';
import {
  compareCopies,
  type Comparison,
  differenceSummary,
  differenceTitle,
} from '../../server/src/availability/compare';
import { isCopy, loadCopy } from '../../server/src/availability/copies';
import type { Copy, FilePath, Place } from '../../server/src/project/types';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/** A declared workspace as a copy in some folder. */
function copyIn(folder: FilePath, declaration: string, like?: Copy): Copy {
  const files = new Map([...workspace(declaration).files].map(([file, text]) => [file.replace(ROOT, folder), text]));
  const copy = loadCopy(memoryFileSystem(files), folder, { like });
  if (!isCopy(copy)) throw new Error(copy.problem);
  return copy;
}

function compared(a: string, b: string, folder: FilePath = ROOT): Comparison {
  const first = copyIn(ROOT, a);
  return compareCopies(first, copyIn(folder, b, first));
}

/** `title: what differs`, a line a difference. */
function differences(a: string, b: string, folder?: FilePath): string[] {
  return compared(a, b, folder).differences.map(
    (difference) => `${differenceTitle(difference)}: ${differenceSummary(difference, { a: 'A', b: 'B' })}`,
  );
}

const host = (name: string, ...lines: string[]): string => define('host', `host_name ${name}`, ...lines);
const define = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;

describe('no difference', () => {
  test.each([
    ['the same text', host('web-1', 'address 10.0.0.1'), host('web-1', 'address 10.0.0.1')],
    ['the order of objects', host('a') + host('b'), host('b') + host('a')],
    ['the order of directives', host('a', 'alias A', 'address 1'), host('a', 'address 1', 'alias A')],
    ['comments', `# one\n${host('a', 'alias A ; two')}`, host('a', 'alias A')],
    ['blanks and line ends', host('a', 'alias A'), 'define   host{\r\nhost_name\ta\r\n  alias\t\tA  \r\n}\r\n'],
    ['a continued line', host('a', 'contacts x,y'), host('a', 'contacts x,\\\n   y')],
    ['an escaped semicolon, and blank lines', host('a', 'alias x\\;y'), `\n\n${host('a', '', 'alias x\\;y')}`],
    ['which file an object is in', host('a') + host('b'), `cfg_dir=hosts\n#- hosts/a.cfg\n${host('b')}${host('a')}`],
    ['blanks in a list', host('a', 'contacts x,y'), host('a', 'contacts  x , y')],
    ['the order of a list', host('a', 'contacts x,y'), host('a', 'contacts y,x')],
    ['a list on two lines', host('a', 'contacts x,y'), host('a', 'contacts x', 'contacts y')],
    ['the order behind a plus', host('a', 'contacts +x,y'), host('a', 'contacts + y,x')],
    ['the order of pairs', define('servicegroup', 'servicegroup_name g', 'members a,S,b,T'), define('servicegroup', 'servicegroup_name g', 'members b,T,a,S')], // prettier-ignore
    ['the order of a map', define('arbiter', 'arbiter_name a', 'satellitemap x=1,y=2'), define('arbiter', 'arbiter_name a', 'satellitemap y=2,x=1')], // prettier-ignore
    ['blanks in an expression', service('hostgroup_name a&!b', 'S'), service('hostgroup_name a & ! b', 'S')],
    ['the order of host groups', service('hostgroup_name a,b', 'S'), service('hostgroup_name b,a', 'S')],
    ['capitals of a custom macro', host('a', '_snmp x'), host('a', '_SNMP x')],
    ['blanks in a date range', define('timeperiod', 'timeperiod_name t', 'day 1 - 15   00:00-24:00'), define('timeperiod', 'timeperiod_name t', 'day   1 - 15 00:00-24:00')], // prettier-ignore
    ['the order of settings', 'log_level=INFO\nuse_ssl=0\n', 'use_ssl=0\nlog_level=INFO\n'],
    [
      'two definitions of one name, in another order',
      host('a', 'alias 1') + host('a'),
      host('a') + host('a', 'alias 1'),
    ],
  ])('%s', (_what, a, b) => {
    const included = b.startsWith('cfg_dir=') ? `cfg_dir=hosts\n${a}\n#- hosts/none.cfg\n# nothing\n` : a;
    expect(differences(included, b)).toEqual([]);
  });
});

function service(where: string, description: string, ...lines: string[]): string {
  return define('service', where, `service_description ${description}`, ...lines);
}

describe('an object that only one side has', () => {
  test.each([
    ['in A', host('a') + host('b'), host('a'), ['host b: only in A']],
    ['in B', host('a'), host('a') + host('b'), ['host b: only in B']],
    ['under another name', host('a', 'alias x'), host('b', 'alias x'), ['host a: only in A', 'host b: only in B']],
    ['a template', define('host', 'name t', 'register 0'), '', ['template host t: only in A']],
    ['a service of a host', service('host_name a', 'S'), '', ['service a/S: only in A']],
    ['a service of a host group', '', service('hostgroup_name g', 'S'), ['service g/S: only in B']],
    ['a second definition', host('a') + host('a', 'alias x'), host('a'), ['host a: once more in A']],
    ['the same definition twice', host('a'), host('a') + host('a'), ['host a: once more in B']],
    ['without a name', define('contact', 'email a@b'), '', ['contact (without a name): only in A']],
    ['of a type that nobody knows', define('hosts', 'host_name a'), '', ['hosts (without a name): only in A']],
    [
      'a template and an object of one name',
      define('host', 'name a', 'register 0'),
      host('a', 'name a'),
      ['template host a: only in A', 'host a: only in B'],
    ],
  ])('%s', (_what, a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
  });
});

describe('an object that differs', () => {
  test.each([
    ['in a value', host('a', 'address 1'), host('a', 'address 2'), ['host a: address']],
    ['in a directive too many', host('a', 'address 1'), host('a', 'address 1', 'alias x'), ['host a: alias']],
    ['in several', host('a', 'address 1', 'parents x'), host('a', 'alias x', 'parents y'), ['host a: address, parents, alias']], // prettier-ignore
    ['in capitals', host('a', 'alias X'), host('a', 'alias x'), ['host a: alias']],
    ['in a blank inside a text', host('a', 'alias x y'), host('a', 'alias x  y'), ['host a: alias']],
    ['in how a number is written', host('a', 'max_check_attempts 3'), host('a', 'max_check_attempts 03'), ['host a: max_check_attempts']], // prettier-ignore
    ['in an empty value', host('a', 'contacts'), host('a'), ['host a: contacts']],
    ['in a repeated line', host('a', 'alias x', 'alias y'), host('a', 'alias y', 'alias x'), ['host a: alias']],
    ['in a plus', host('a', 'contacts +x'), host('a', 'contacts x'), ['host a: contacts']],
    ['in the order of templates', host('a', 'use x,y'), host('a', 'use y,x'), ['host a: use']],
    ['in the order of modulations', host('a', 'checkmodulations x,y'), host('a', 'checkmodulations y,x'), ['host a: checkmodulations']], // prettier-ignore
    ['in the order of overrides', host('a', 'service_overrides S,alias x', 'service_overrides S,alias y'), host('a', 'service_overrides S,alias y', 'service_overrides S,alias x'), ['host a: service_overrides']], // prettier-ignore
    ['in what its hosts are without', service('host_name a,!b', 'S'), service('host_name !b,a', 'S'), ['service a,!b/S: host_name']], // prettier-ignore
    ['in an expression', service('hostgroup_name a&b|c', 'S'), service('hostgroup_name a|b&c', 'S'), ['service a&b|c/S: hostgroup_name']], // prettier-ignore
    ['in a custom macro', host('a', '_X 1'), host('a', '_x 2'), ['host a: _X']],
    ['in a date range', define('timeperiod', 'timeperiod_name t', 'monday 00:00-24:00'), define('timeperiod', 'timeperiod_name t', 'monday 00:00-12:00'), ['timeperiod t: monday']], // prettier-ignore
    ['in its hosts', service('host_name a,b', 'S'), service('host_name b,c', 'S'), ['service a,b/S: host_name']],
    ['as the one of two of its name', host('a', 'alias 1') + host('a', 'alias 2'), host('a', 'alias 2') + host('a', 'alias 3'), ['host a: alias']], // prettier-ignore
    ['and is recognized by its two sides', define('hostdependency', 'host_name a', 'dependent_host_name b', 'inherits_parent 0'), define('hostdependency', 'host_name a', 'dependent_host_name b', 'inherits_parent 1'), ['hostdependency a/b: inherits_parent']], // prettier-ignore
  ])('%s', (_what, a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
  });

  test('tells both values and their places', () => {
    const {
      differences: found,
      a,
      b,
    } = compared(
      `#- shinken.cfg\ncfg_dir=hosts\n#- hosts/web.cfg\n${host('web-1', 'address 10.0.0.1', 'parents x,y')}`,
      `#- shinken.cfg\ncfg_dir=hosts\n#- hosts/other.cfg\n${host('web-1', 'parents y,z', 'address 10.0.0.2')}`,
    );
    const shown = (copy: Copy, place: Place | undefined): string =>
      place
        ? `${place.file}: ${copy.project.files.get(place.file)?.text.slice(place.span.start, place.span.end) ?? ''}`
        : '';
    const [difference] = found;
    expect(shown(a, difference?.a)).toBe('/etc/shinken/hosts/web.cfg: define host');
    expect(shown(b, difference?.b)).toBe('/etc/shinken/hosts/other.cfg: define host');
    expect(
      difference?.values.map(({ key, a: ours, b: theirs, items }) => [
        key,
        shown(a, ours?.place),
        shown(b, theirs?.place),
        items,
      ]),
    ).toEqual([
      // prettier-ignore
      ['address', '/etc/shinken/hosts/web.cfg: 10.0.0.1', '/etc/shinken/hosts/other.cfg: 10.0.0.2', undefined],
      ['parents', '/etc/shinken/hosts/web.cfg: x,y', '/etc/shinken/hosts/other.cfg: y,z', { a: ['x'], b: ['z'] }],
    ]);
  });
});

describe('what stands outside objects', () => {
  test.each([
    ['a setting', 'log_level=INFO\n', 'log_level=DEBUG\n', ['setting log_level: another value']],
    ['a setting on one side', '', 'use_ssl=1\n', ['setting use_ssl: only in B']],
    [
      'blanks, which belong to name and value',
      'log_level=INFO\n',
      'log_level= INFO\n',
      ['setting log_level: another value'],
    ],
    ['a macro', '$USER1$=/a\n', '$USER1$=/b\n', ['macro $USER1$: another value']],
    ['a macro of a resource file', 'resource_file=r.cfg\n#- r.cfg\n$A$=1\n', 'resource_file=r.cfg\n#- r.cfg\n$A$=2\n', ['macro $A$: another value']], // prettier-ignore
    ['an include', 'cfg_dir=a\n#- a/x.cfg\n#\n', '#\n#- a/x.cfg\n#\n', ['cfg_dir a: only in A']],
    [
      'an include that leads nowhere',
      'cfg_file=a.cfg\n#- a.cfg\n#\n',
      'cfg_file=a.cfg\n',
      ['cfg_file a.cfg: not read alike'],
    ],
    ['a trigger', 'triggers_dir=t\n#- t/up.trig\nx = 1\n', 'triggers_dir=t\n#- t/up.trig\nx = 2\n', ['trigger up: another text']], // prettier-ignore
    ['a trigger on one side', 'triggers_dir=t\n#- t/up.trig\nx\n#- t/b.trig\ny\n', 'triggers_dir=t\n#- t/b.trig\ny\r\n\n', ['trigger up: only in A']], // prettier-ignore
  ])('%s', (_what, a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
  });
});

describe('paths', () => {
  const B = '/mnt/server3/etc/shinken';
  const files = `\n#- hosts/a.cfg\n${host('a')}`;

  test.each([
    ['relative in both', 'cfg_dir=hosts', 'cfg_dir=hosts'],
    ['of the one folder, and as it is in both', 'cfg_dir=/etc/shinken/hosts', 'cfg_dir=/etc/shinken/hosts'],
    ['of its own folder', 'cfg_dir=/etc/shinken/hosts', `cfg_dir=${B}/hosts`],
    ['of its own folder and relative', 'cfg_dir=hosts/', `cfg_dir=${B}/hosts`],
    ['of settings', 'cfg_dir=hosts\nlock_file=/etc/shinken/pid', `cfg_dir=hosts\nlock_file=${B}/pid`],
    ['of macros', 'cfg_dir=hosts\n$P$=/etc/shinken/libexec', `cfg_dir=hosts\n$P$=${B}/libexec`],
  ])('%s', (_what, a, b) => {
    expect(differences(a + files, b + files, B)).toEqual([]);
  });

  test('an absolute one leads into the copy, not to the files of this machine', () => {
    const other = files.replace('host_name a', 'host_name b');
    const text = 'cfg_dir=/etc/shinken/hosts';
    expect(differences(text + files, text + other, B)).toEqual(['host a: only in A', 'host b: only in B']);
    expect(differences(text + files, text + other, '/home/me/copy')).toEqual([
      'host a: only in A',
      'host b: only in B',
    ]);
    expect(compared(text + files, text + other, B).b.at).toBe(B);
  });

  test('elsewhere are paths like any other', () => {
    expect(differences('modules_dir=/var/lib/a', 'modules_dir=/var/lib/b', B)).toEqual([
      'setting modules_dir: another value',
    ]);
  });
});

describe('a copy', () => {
  const load = (files: Record<string, string>, path: FilePath, like?: Copy) =>
    loadCopy(memoryFileSystem(new Map(Object.entries(files))), path, { like });

  test.each([
    ['/c/none', 'no such file or folder'],
    ['/c/empty', 'no shinken.cfg or nagios.cfg, and no file with Shinken objects, was found there'],
    ['/c/two', 'several configurations are there; name one of: x/shinken.cfg, y/shinken.cfg'],
  ])('%s: %s', (path, problem) => {
    const files = { '/c/empty/readme': '', '/c/two/x/shinken.cfg': '', '/c/two/y/shinken.cfg': '' };
    expect(load(files, path)).toEqual({ problem });
  });

  test('is the folder of the main file, wherever that is below', () => {
    expect(load({ '/c/etc/shinken/shinken.cfg': '' }, '/c')).toMatchObject({ at: '/c/etc/shinken' });
    expect(load({ '/c/my.cfg': '' }, '/c/my.cfg')).toMatchObject({ at: '/c', project: { mains: ['/c/my.cfg'] } });
  });

  test('has the main file of the same name as the other one', () => {
    const like = copyIn(ROOT, '#- shinken.cfg\n');
    const other = { ...like, project: { ...like.project, mains: [`${ROOT}/my.cfg`] } };
    const files = { '/c/my.cfg': '', '/c/shinken.cfg': '' };
    expect(load(files, '/c', other)).toMatchObject({ project: { mains: ['/c/my.cfg'] } });
  });

  test('may be a folder of objects without a main file', () => {
    expect(load({ '/c/hosts/a.cfg': host('a') }, '/c')).toMatchObject({ at: '/c', project: { partial: true } });
  });
});
