import { describe, expect, test } from 'vitest';
import * as realms from '../../server/src/model/realms';
import type { Model } from '../../server/src/model/types';
import { fixed, judged, problemLines } from '../support/problems';

/** One daemon of each kind in a realm, so that nothing is missing there. */
const daemons = (realm: string, more = ''): string => `
  define scheduler {
      scheduler_name    scheduler-${realm}
      realm             ${realm}
  }
  define broker {
      broker_name       broker-${realm}
      realm             ${realm}
      ${more}
  }
`;
const realm = (name: string, ...lines: string[]): string =>
  `  define realm {\n      realm_name  ${name}\n${lines.map((line) => `      ${line}\n`).join('')}  }\n`;
const host = (name: string, ...lines: string[]): string =>
  `  define host {\n      host_name      ${name}\n      check_command  _echo\n      notifications_enabled 0\n${lines.map((line) => `      ${line}\n`).join('')}  }\n`;
const group = (name: string, ...lines: string[]): string =>
  `  define hostgroup {\n      hostgroup_name  ${name}\n${lines.map((line) => `      ${line}\n`).join('')}  }\n`;
const poller = `  define poller {\n      poller_name  p\n      realm        Europe\n  }\n  define reactionner {\n      reactionner_name  r\n      realm             Europe\n  }\n`;

/** Only what the arbiter and the silent rules say. */
const said = (declaration: string): string[] =>
  problemLines(declaration).filter((line) => !/availability\//.test(line));

const europe = realm('Europe', 'default 1') + daemons('Europe') + poller;

describe('what is said of realms', () => {
  test.each<[what: string, declaration: string, ...problems: string[]]>([
    ['one realm', europe + host('a')],
    ['a host of a named realm', europe + host('a', 'realm Europe')],
    ['an unknown one', europe + host('a', 'realm europe'), 'error arbiter/unknown-realm ‹europe›'],
    ['an empty one', europe + host('a', 'realm'), 'error arbiter/unknown-realm ‹realm›'],
    ['one cancelled by null', europe + host('a', 'realm null')],
    ['an unknown one of a group', europe + group('g', 'realm Asia', 'members'), 'error arbiter/unknown-realm ‹Asia›'],
    [
      'an unknown one of a daemon',
      `${europe}  define poller {\n      poller_name q\n      realm  Asia\n  }`,
      'error arbiter/unknown-realm ‹Asia›',
    ],
    [
      'an unknown one in a template, once',
      `${europe}  define host {\n      name  t\n      register 0\n      realm Asia\n  }\n${host('a', 'use t')}${host('b', 'use t')}`,
      'error arbiter/unknown-realm ‹Asia›',
    ],
    [
      'two default realms',
      europe + realm('Asia', 'default 1') + daemons('Asia'),
      'error arbiter/several-default-realms ‹1›',
      'error arbiter/several-default-realms ‹1›',
    ],
    [
      'no default realm, and a host without one',
      realm('Europe') + daemons('Europe') + poller + host('a'),
      'error arbiter/no-default-realm ‹Europe›',
    ],
    [
      'no default realm, and a daemon without one',
      `${realm('Europe')}${daemons('Europe')}${poller}  define poller {\n      poller_name q\n  }`,
      'error arbiter/no-default-realm ‹Europe›',
    ],
    [
      'no default realm, and nobody in need of one',
      realm('Europe') + daemons('Europe') + poller + host('a', 'realm Europe'),
    ],
    [
      'no default realm, and daemons that Shinken adds',
      realm('Europe') + daemons('Europe'),
      'error arbiter/no-default-realm ‹Europe›',
    ],
    [
      'a default that does not convert, and nothing of what follows from it',
      realm('Europe', 'default maybe') + daemons('Europe') + poller + host('a'),
      'error arbiter/bad-value ‹maybe›',
    ],
    [
      'a loop of two',
      realm('Europe', 'default 1', 'realm_members Asia') +
        realm('Asia', 'realm_members Europe') +
        daemons('Europe') +
        poller,
      'error arbiter/realm-loop ‹Europe›',
    ],
    [
      'a loop of one',
      realm('Europe', 'default 1', 'realm_members Europe') + daemons('Europe') + poller,
      'error arbiter/realm-loop ‹Europe›',
    ],
    [
      'a realm of two parents',
      realm('Europe', 'default 1', 'realm_members Spain') +
        realm('Sun', 'realm_members Spain') +
        realm('Spain') +
        daemons('Europe') +
        poller,
    ],
    [
      'members of a member realm',
      realm('Europe', 'default 1', 'realm_members Spain') + realm('Spain', 'members a') + daemons('Europe') + poller,
      'error arbiter/realm-with-members ‹members›',
    ],
    ['members of a realm on top', realm('Europe', 'default 1', 'members a') + daemons('Europe') + poller],
    [
      'higher realms by hand',
      realm('Europe', 'default 1', 'higher_realms World') + daemons('Europe') + poller,
      'warning silent/higher-realms ‹higher_realms›',
    ],
    [
      "a host outside its group's realm",
      europe + realm('Asia') + daemons('Asia') + host('a', 'realm Asia') + group('g', 'realm Europe', 'members a'),
      'warning arbiter/host-and-group-realms-differ ‹Asia›',
    ],
    [
      'a host without realm in groups of two realms',
      europe +
        realm('Asia') +
        daemons('Asia') +
        host('a') +
        group('g', 'realm Asia', 'members a') +
        group('h', 'realm Europe', 'members a'),
      'warning silent/group-realms-differ ‹a›',
    ],
  ])('%s', (_what, declaration, ...problems) => {
    expect(said(declaration)).toEqual(problems);
  });
});

describe('how it is mended', () => {
  /** A scheduler below the only broker's realm. */
  const below = (managesSubRealms: string): string =>
    [
      'define realm {\n    realm_name  World\n    realm_members  Europe\n    default  1\n}',
      'define realm {\n    realm_name  Europe\n}',
      'define scheduler {\n    scheduler_name  s\n    realm  Europe\n}',
      `define broker {\n    broker_name  b\n    manage_sub_realms  ${managesSubRealms}\n}`,
    ].join('\n');

  test.each([
    [
      'arbiter/no-default-realm',
      `define realm {\n    realm_name  A\n}\ndefine poller {\n    poller_name  p\n}`,
      'define realm {\n    realm_name  A\n    default     1\n}\ndefine poller {\n    poller_name  p\n}',
    ],
    [
      'arbiter/no-default-realm',
      `define realm {\n    realm_name  A\n    default     0\n}`,
      'define realm {\n    realm_name  A\n    default     1\n}',
    ],
    [
      'arbiter/unknown-realm',
      `define realm {\n    realm_name  Asia\n}\ndefine poller {\n    realm  asia\n}`,
      'define realm {\n    realm_name  Asia\n}\ndefine poller {\n    realm  Asia\n}',
    ],
    [
      'arbiter/unknown-realm',
      `define poller {\n    realm  asia\n}`,
      'define poller {\n    realm  asia\n}\n\ndefine realm {\n    realm_name  asia\n    default     1\n}\n',
    ],
    [
      'arbiter/unknown-realm',
      `define poller {\n    realm  Africa\n}\ndefine realm {\n    realm_name  Asia\n}\n`,
      'define poller {\n    realm  Africa\n}\ndefine realm {\n    realm_name  Asia\n}\n\ndefine realm {\n    realm_name  Africa\n}\n',
    ],
    [
      'arbiter/several-default-realms',
      'define realm {\n    realm_name  A\n    default     1 ; the old one\n}\ndefine realm {\n    realm_name  B\n    default     1\n}',
      'define realm {\n    realm_name  A\n    default     0 ; the old one\n}\ndefine realm {\n    realm_name  B\n    default     1\n}',
    ],
    ['arbiter/scheduler-without-broker', below('0'), below('1')],
  ])('%s: %s', (code, before, after) => {
    expect(fixed(before, code)).toBe(after);
  });
});

describe('questions about realms', () => {
  const tree =
    realm('World', 'default 1', 'realm_members Europe,America') +
    realm('Europe', 'realm_members Paris') +
    realm('America') +
    realm('Paris') +
    daemons('World') +
    daemons('Europe', 'manage_sub_realms 0') +
    `  define scheduler {\n      scheduler_name  spare\n      realm  Europe\n      spare  1\n  }\n` +
    host('w') +
    host('p', 'realm Paris') +
    host('q') +
    group('g', 'realm Paris', 'members q');
  const { model } = judged(tree);
  const named = (name: string): NonNullable<ReturnType<Model['find']>> => {
    const found = model.find('realm', name);
    if (!found) throw new Error(`no realm ${name}`);
    return found;
  };
  const names = (items: readonly { readonly name: string }[]): string => items.map(({ name }) => name).join();

  test.each([
    ['parents of Paris', names(realms.parentsOf(model, named('Paris'))), 'Europe'],
    ['sub realms of World', names(realms.subRealms(named('World'))), 'Europe,America'],
    ['above Paris', names(realms.ancestors(named('Paris'))), 'World,Europe'],
    ['below World', names(realms.descendants(model, named('World'))), 'Europe,America,Paris'],
    ['the default', realms.defaultRealm(model)?.name, 'World'],
    ['hosts of World', names(realms.hostsOf(model, named('World'))), 'w'],
    ['hosts of Paris', names(realms.hostsOf(model, named('Paris'))), 'p,q'],
    ['schedulers of Europe', names(realms.daemonsOf(named('Europe'), 'scheduler')), 'scheduler-Europe,spare'],
    ['active schedulers of Europe', names(realms.activeSchedulers(named('Europe'))), 'scheduler-Europe'],
    ['brokers for Paris', names(realms.potentialDaemons(named('Paris'), 'broker')), 'broker-World'],
    ['brokers for Europe', names(realms.potentialDaemons(named('Europe'), 'broker')), 'broker-Europe,broker-World'],
    ['pollers for Paris, the invented one', names(realms.potentialDaemons(named('Paris'), 'poller')), 'Default-Poller'],
  ])('%s', (_what, answer, expected) => {
    expect(answer).toBe(expected);
  });
});
