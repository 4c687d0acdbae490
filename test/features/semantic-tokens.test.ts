import { describe, expect, test } from 'vitest';
import { semanticTokens } from '../../server/src/features/semantic-tokens';
import { ROOT } from '../support/workspace';
import { scene, textAt } from './support';

/** `type[.modifier…] text`, a line a token; what is only a head or a plain directive is left out. */
function tokens(declaration: string, file = 'shinken.cfg'): string[] {
  const found = scene(declaration);
  const path = `${ROOT}/${file}`;
  return semanticTokens(found.analysis, path)
    .map(({ span, type, modifiers }) => `${[type, ...modifiers].join('.')} ${textAt(found, { file: path, span })}`)
    .filter((line) => !/^(?:keyword|type|property) /.test(line));
}

const all = (declaration: string): string[] => {
  const found = scene(declaration);
  return semanticTokens(found.analysis, found.at.file).map(
    ({ span, type, modifiers }) => `${[type, ...modifiers].join('.')} ${textAt(found, { file: found.at.file, span })}`,
  );
};

describe('an object', () => {
  test('its head, its directives, its name', () =>
    expect(all('define host {\n    host_name  web-1\n    alias  Web\n}')).toEqual([
      'keyword define',
      'type host',
      'property host_name',
      'class.definition web-1',
      'property alias',
    ]));
  test('of a type that there is not', () =>
    expect(all('define hots {\n    host_name  web-1\n}')).toEqual([
      'keyword define',
      'type.unknown hots',
      'property host_name',
    ]));
  test.each([
    ['a directive that there is not', 'define host {\n    adress  10.0.0.1\n}', ['property.unknown adress']],
    ['an old name', 'define host {\n    normal_check_interval  5\n}', ['property.deprecated normal_check_interval']],
    ['a custom macro', 'define host {\n    _SNMP  public\n}', ['variable.definition _SNMP']],
    ['a module’s own directive', 'define module {\n    module_name  m\n    whatever  1\n}', ['class.definition m']],
    ['a date of a time period', 'define timeperiod {\n    july 4  00:00-24:00\n}', []],
    ['a template', 'define host {\n    name  t\n    register  0\n}', ['interface.definition t']],
    [
      'tags',
      'define poller {\n    poller_name  p\n    poller_tags  None, DMZ\n}',
      ['class.definition p', 'enumMember.definition None', 'enumMember.definition DMZ'],
    ],
  ])('%s', (_what, text, expected) => expect(tokens(text)).toEqual(expected));
});

describe('a name', () => {
  const others = `cfg_file=hosts.cfg
define command {
    command_name  check_http
    command_line  /bin/true
}
define host {
    name      web
    register  0
}
define hostgroup {
    hostgroup_name  linux
}`;

  test.each([
    ['use  web,nobody', ['interface web', 'interface.unresolved nobody']],
    ['hostgroups  +linux,windows', ['class linux', 'class.unresolved windows']],
    ['check_command  check_http!80', ['function check_http']],
    ['check_command  check_https!80', ['function.unresolved check_https']],
    ['check_command  _internal_host_up', ['function _internal_host_up']],
    ['contacts  null', ['class null']],
    ['poller_tag  None', ['enumMember None']],
    ['poller_tag  DMZ', ['enumMember.unresolved DMZ']],
  ])('%s', (line, expected) =>
    expect(tokens(`${others}\n#- hosts.cfg\ndefine host {\n    ${line}\n}`, 'hosts.cfg')).toEqual(expected),
  );
});

describe('a macro', () => {
  const line = (text: string, more = ''): string[] =>
    tokens(`define command {\n    command_line  ${text}\n}\n${more}`).filter((token) => token.startsWith('macro'));

  test.each([
    [
      'of Shinken’s',
      '$HOSTADDRESS$ $ARG1$ $LONGDATETIME$',
      '',
      ['$HOSTADDRESS$', '$ARG1$', '$LONGDATETIME$'],
      '.defaultLibrary',
    ],
    ['of a named object', '$HOSTSTATE:web-1$', '', ['$HOSTSTATE:web-1$'], '.defaultLibrary'],
    ['of a resource file', '$USER1$/check', '$USER1$=/usr', ['$USER1$'], ''],
    ['of a host', '$_HOSTSNMP$', 'define host {\n    _SNMP  public\n}', ['$_HOSTSNMP$'], ''],
    ['that nobody has set', '$_HOSTSNMP$ $USER9$', '', ['$_HOSTSNMP$', '$USER9$'], '.unknown'],
  ])('%s', (_what, text, more, names, modifier) => {
    const found = line(text, more).filter((token) => !token.startsWith('macro.definition'));
    expect(found).toEqual(names.map((name) => `macro${modifier} ${name}`));
  });

  test('where a resource file sets it', () => expect(tokens('$USER1$=/usr')).toEqual(['macro.definition $USER1$']));
});

describe('a setting', () => {
  test.each([
    ['log_level=INFO', 'property log_level'],
    ['cfg_dir=hosts', 'property cfg_dir'],
    ['nagios_user=shinken', 'property.deprecated nagios_user'],
    ['lock_fiel=/run/x', 'property.unknown lock_fiel'],
  ])('%s', (text, expected) => expect(all(text)).toEqual([expected]));
});

test('tokens are in order, each on one line, and none overlaps another', () => {
  const found = scene(`
    define service {
        host_name            web-1, \\
                             web-2
        service_description  Http
        check_command        check!$_HOST\\
                             SNMP$!a
    }`);
  const text = found.files.get(found.at.file) ?? '';
  const spans = semanticTokens(found.analysis, found.at.file).map(({ span }) => span);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    'define',
    'service',
    'host_name',
    'web-1',
    'web-2',
    'service_description',
    'Http',
    'check_command',
    'check',
  ]);
  for (const [index, span] of spans.slice(1).entries())
    expect(span.start).toBeGreaterThanOrEqual(spans[index]?.end ?? 0);
});

test('of a range, those of the lines that it touches', () => {
  const found = scene('define host {\n    host_name  a\n}\ndefine host {\n    host_name  b\n}\n');
  const text = found.files.get(found.at.file) ?? '';
  const start = text.indexOf('b');
  const spans = semanticTokens(found.analysis, found.at.file, { start, end: start + 1 }).map(({ span }) => span);
  expect(spans.map((span) => text.slice(span.start, span.end))).toEqual(['define', 'host', 'host_name', 'b']);
});

test('a file that is not read has none', () =>
  expect(semanticTokens(scene('').analysis, '/elsewhere.cfg')).toEqual([]));
