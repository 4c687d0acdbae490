import { describe, expect, test } from 'vitest';
import { fixed, problemLines } from '../support/problems';

const object = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
const host = (name: string, ...lines: string[]): string =>
  object('host', `host_name ${name}`, 'check_command _echo', 'notifications_enabled 0', ...lines);
const service = (on: string, name: string, ...lines: string[]): string =>
  object(
    'service',
    `host_name ${on}`,
    `service_description ${name}`,
    'check_interval 5',
    'retry_interval 1',
    'check_command _echo',
    'notifications_enabled 0',
    ...lines,
  );
const inRealm = (realm: string): string =>
  ['scheduler', 'poller', 'reactionner', 'broker']
    .map((type) => object(type, `${type}_name ${type}-${realm}`, `realm ${realm}`))
    .join('');
const two =
  object('realm', 'realm_name A', 'default 1') + object('realm', 'realm_name B') + inRealm('A') + inRealm('B');
const said = (declaration: string): string[] =>
  problemLines(declaration).filter((line) => line.startsWith('error') && !line.includes('availability/'));

describe('hosts that belong together', () => {
  test.each<[what: string, declaration: string, ...problems: string[]]>([
    ['parents in one realm', host('a', 'realm B') + host('b', 'realm B', 'parents a')],
    ['parents in two', host('a', 'realm B') + host('b', 'parents a'), 'error arbiter/hosts-across-realms ‹a›'],
    [
      'parents over three generations',
      host('a', 'realm B') + host('b', 'realm B', 'parents a') + host('c', 'parents b,a'),
      'error arbiter/hosts-across-realms ‹b›',
      'error arbiter/hosts-across-realms ‹a›',
    ],
    ['nothing in common', host('a', 'realm B') + host('b')],
    [
      'a host dependency',
      host('a', 'realm B') + host('b') + object('hostdependency', 'host_name a', 'dependent_host_name b'),
      'error arbiter/hosts-across-realms ‹a›',
    ],
    [
      'a service dependency',
      host('a', 'realm B') +
        host('b') +
        service('a', 'S') +
        service('b', 'T') +
        object(
          'servicedependency',
          'host_name a',
          'service_description S',
          'dependent_host_name b',
          'dependent_service_description T',
        ),
      'error arbiter/hosts-across-realms ‹a›',
    ],
    [
      'a dependency written on a service',
      host('a', 'realm B') + host('b') + service('a', 'S') + service('b', 'T', 'service_dependencies a,S'),
      'error arbiter/hosts-across-realms ‹a›',
    ],
    [
      'a business rule of a service',
      host('a', 'realm B') + host('b') + service('a', 'S') + service('b', 'T', 'check_command bp_rule!a,S'),
      'error arbiter/business-rule-across-realms ‹a›',
    ],
    ['a business rule of a host over its own service', host('a', 'check_command bp_rule!a,S') + service('a', 'S')],
  ])('%s', (_what, declaration, ...problems) => {
    expect(said(two + declaration)).toEqual(problems);
  });
});

describe('a realm with hosts', () => {
  const rest = ['poller', 'reactionner', 'broker'].map((type) => object(type, `${type}_name ${type}`)).join('');
  const scheduler = (...lines: string[]): string => object('scheduler', 'scheduler_name s', ...lines);
  test.each<[what: string, declaration: string, ...problems: string[]]>([
    ['and a scheduler', scheduler() + host('a')],
    ['and only a spare one', scheduler('spare 1') + host('a'), 'error arbiter/realm-without-scheduler ‹1›'],
    ['with weight 0', scheduler('weight 0') + host('a'), 'error arbiter/weightless-schedulers ‹0›'],
    ['with a negative weight', scheduler('weight -1') + host('a'), 'error arbiter/weightless-schedulers ‹-1›'],
    ['with weight 0, and none to deal', scheduler('weight 0')],
    ['with weight 0 beside another', scheduler('weight 0') + object('scheduler', 'scheduler_name t') + host('a')],
    ['only spare, and none to deal', scheduler('spare 1')],
  ])('%s', (_what, declaration, ...problems) => {
    expect(said(rest + declaration)).toEqual(problems);
  });

  test('under one with a scheduler has none itself', () => {
    const realms =
      object('realm', 'realm_name A', 'default 1', 'realm_members B') + object('realm', 'realm_name B') + inRealm('A');
    expect(said(realms + host('a', 'realm B'))).toEqual(['error arbiter/realm-without-scheduler ‹B›']);
  });

  test('and a scheduler that no broker reaches', () => {
    const realms = object('realm', 'realm_name A', 'default 1') + object('realm', 'realm_name B') + inRealm('A');
    expect(said(`${realms}${object('scheduler', 'scheduler_name t', 'realm B', 'spare 1')}`)).toEqual([
      'error arbiter/scheduler-without-broker ‹t›',
    ]);
  });
});

describe('poller tags', () => {
  const poller = (...lines: string[]): string => object('poller', 'poller_name p', ...lines);
  test.each<[what: string, declaration: string, ...problems: string[]]>([
    ['none at all', poller() + host('a')],
    ['one that a poller has', poller('poller_tags None, DMZ') + host('a', 'poller_tag DMZ')],
    [
      'one that differs in case',
      poller('poller_tags None,DMZ') + host('a', 'poller_tag dmz'),
      'error arbiter/unserved-poller-tag ‹dmz›',
    ],
    ['the text None', poller() + host('a', 'poller_tag None')],
    ['of a command only', poller() + object('command', 'command_name c', 'command_line c', 'poller_tag X')],
    [
      'of a host and so of its services, said once',
      poller() + host('a', 'poller_tag X') + service('a', 'S') + service('a', 'T'),
      'error arbiter/unserved-poller-tag ‹X›',
    ],
    [
      'untagged hosts, and no poller for them',
      poller('poller_tags DMZ') + host('a') + host('b', 'poller_tag DMZ'),
      'error arbiter/unserved-poller-tag ‹DMZ›',
    ],
    [
      'an empty list, which has no None',
      poller('poller_tags') + host('a'),
      'error arbiter/unserved-poller-tag ‹poller_tags›',
    ],
  ])('%s', (_what, declaration, ...problems) => {
    expect(said(declaration)).toEqual(problems);
  });

  test.each([
    [poller('poller_tags DMZ') + host('a', 'poller_tag DZM'), poller('poller_tags DMZ') + host('a', 'poller_tag DMZ')],
    [poller('poller_tags DMZ') + host('a'), poller('poller_tags None,DMZ') + host('a')],
    [poller('poller_tags') + host('a'), poller('poller_tags None') + host('a')],
  ])('%s is mended', (before, after) => {
    expect(fixed(before, 'arbiter/unserved-poller-tag')).toBe(after);
  });
});
