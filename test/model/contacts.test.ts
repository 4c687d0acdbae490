import { describe, expect, test } from 'vitest';
import { judged, problemLines } from '../support/problems';

const known = `
define command {
 command_name mail
 command_line /bin/mail
}
define timeperiod {
 timeperiod_name always
 monday 00:00-24:00
}
define notificationway {
 notificationway_name none
 host_notification_options n
 service_notification_options n
}
`;

const complete = [
  'host_notification_period always',
  'service_notification_period always',
  'host_notification_commands mail',
  'service_notification_commands mail!now',
];

const define = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((line) => ` ${line}\n`).join('')}}\n`;

const without = (word: string): string[] => complete.filter((line) => !line.startsWith(word));

describe.each([
  ['contact', (...lines: string[]) => define('contact', 'contact_name alice', ...lines)],
  ['notificationway', (...lines: string[]) => define('notificationway', 'notificationway_name way', ...lines)],
])('a %s', (type, write) => {
  test.each([
    ['is complete', complete, []],
    ['notifies of nothing', ['host_notification_options n', 'service_notification_options n'], []],
    [
      'lacks a period',
      without('host_notification_period'),
      [`error arbiter/incomplete-notificationway ‹define ${type}›`],
    ],
    [
      'lacks commands',
      without('service_notification_commands'),
      [`error arbiter/incomplete-notificationway ‹define ${type}›`],
    ],
    [
      'has an empty period',
      [...without('host_notification_period'), 'host_notification_period'],
      ['error arbiter/incomplete-notificationway ‹host_notification_period›'],
    ],
    ['has no commands, and says so', [...without('host_notification_c'), 'host_notification_commands'], []],
    [
      'names an unknown period',
      [...without('host_notification_period'), 'host_notification_period allways'],
      ['error arbiter/unknown-timeperiod ‹allways›'],
    ],
    [
      'names an unknown command',
      [...without('host_notification_c'), 'host_notification_commands mail!a,male!b'],
      ['error arbiter/unknown-command ‹male›'],
    ],
    [
      'names unknown things, but notifies of nothing',
      [
        'host_notification_options n',
        'service_notification_options n',
        'host_notification_period allways',
        'host_notification_commands male',
      ],
      ['warning arbiter/unknown-timeperiod ‹allways›', 'warning silent/unknown-reference ‹male›'],
    ],
  ])('that %s', (_, lines, expected) => {
    expect(problemLines(known + write(...lines))).toEqual(expected);
  });
});

test('what a contact inherits from a template makes its way as well', () => {
  const template = define('contact', 'name t', 'register 0', ...without('host_notification_period'));
  expect(problemLines(known + template + define('contact', 'contact_name alice', 'use t'))).toEqual([
    'error arbiter/incomplete-notificationway ‹define contact›',
  ]);
});

test('a way that does not exist is passed over', () => {
  expect(problemLines(known + define('contact', 'contact_name alice', 'notificationways none,sms'))).toEqual([
    'warning silent/unknown-reference ‹sms›',
  ]);
});

test('the way made for a contact joins the list of its template, and so the ways of others', () => {
  const text =
    known +
    define('contact', 'name t', 'register 0', 'notificationways none') +
    define('contact', 'contact_name alice', 'use t', ...complete) +
    define('contact', 'contact_name bob', 'use t');
  const { model } = judged(text);
  expect(
    model
      .find('contact', 'bob')
      ?.links.get('notificationways')
      ?.map(({ name }) => name),
  ).toEqual(['none', 'alice_inner_notificationway']);
  expect(problemLines(text)).toEqual(['warning silent/foreign-notificationway ‹define contact›']);
});

test.each([
  ['alias Alice', 'Alice'],
  ['email alice@example.org', 'none'],
])('a contact without name but with %s is called %s', (line, name) => {
  const { model, problems } = judged(known + define('contact', line, ...complete));
  expect(model.items('contact').map((contact) => contact.name)).toEqual([name]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a contact without name and without a way of being notified is refused', () => {
  const { model } = judged(known + define('contact', 'alias Alice'));
  expect(model.facts('unnamed').map(({ outcome }) => outcome)).toEqual(['error']);
});
