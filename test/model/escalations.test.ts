import { describe, expect, test } from 'vitest';
import { judged, problemLines } from '../support/problems';

const estate = `
define contact {
 contact_name boss
 host_notification_options n
 service_notification_options n
}
define contactgroup {
 contactgroup_name bosses
 members boss
}
define host {
 host_name web-1
 hostgroups web
}
define host {
 host_name web-2
 hostgroups web
}
define service {
 hostgroup_name web
 service_description Load
 check_command _echo
 check_interval 5
 retry_interval 1
}
`;

const define = (type: string, lines: readonly string[]): string =>
  `${estate}define ${type} {\n${lines.map((line) => ` ${line}\n`).join('')}}\n`;

const numbers = ['first_notification 3', 'last_notification 0'];

/** Hosts and services that have an escalation. */
function escalated(text: string): string {
  const { model } = judged(text);
  return [...model.items('host'), ...model.items('service')]
    .filter((item) => (item.links.get('escalations') ?? []).length > 0)
    .map(({ name }) => name)
    .join(' ');
}

test.each([
  ['hostescalation', ['host_name web-1'], 'web-1'],
  ['hostescalation', ['hostgroup_name web'], 'web-1 web-2'],
  ['hostescalation', ['hostgroup_name web', 'host_name !web-2'], 'web-1'],
  ['hostescalation', ['hostgroup_name web&!web'], ''],
  ['serviceescalation', ['host_name web-1', 'service_description Load'], 'web-1/Load'],
  ['serviceescalation', ['hostgroup_name web', 'service_description *'], 'web-1/Load web-2/Load'],
  ['serviceescalation', ['host_name web-2'], 'web-2'],
  ['escalation', ['escalation_name e', 'host_name *'], 'web-1 web-2'],
])('%s %j reaches %s', (type, lines, expected) => {
  expect(escalated(define(type, [...lines, ...numbers, 'contacts boss']))).toBe(expected);
});

test('an escalation made of a host escalation has its contacts, and those of its groups', () => {
  const { model } = judged(define('hostescalation', ['host_name web-1', ...numbers, 'contact_groups bosses']));
  expect(
    model.items('escalation').map(({ name, links }) => [name, links.get('contacts')?.map((one) => one.name)]),
  ).toEqual([['Generated-Hostescalation-1-web-1', ['boss']]]);
});

describe.each([
  ['escalation', ['escalation_name e']],
  ['hostescalation', ['host_name web-1']],
  ['serviceescalation', ['host_name web-1', 'service_description Load']],
])('%s', (type, names) => {
  test.each([
    [[...numbers, 'contacts boss'], []],
    [['first_notification_time 60', 'last_notification_time 0', 'contacts boss'], []],
    [['first_notification 3', 'contacts boss'], [`error arbiter/incomplete-escalation ‹define ${type}›`]],
    [
      [...numbers, 'first_notification_time 60', 'contacts boss'],
      [`error arbiter/incomplete-escalation ‹define ${type}›`],
    ],
    [[...numbers, 'contacts boss,bos'], ['error arbiter/unknown-contact ‹bos›']],
    [[...numbers, 'contact_groups bosses,boss'], ['error arbiter/unknown-contactgroup ‹boss›']],
    [[...numbers, 'contacts boss', 'escalation_period never'], ['error arbiter/unknown-timeperiod ‹never›']],
    [numbers, [`warning silent/escalation-to-nobody ‹define ${type}›`]],
  ])('with %j', (lines, expected) => {
    expect(problemLines(define(type, [...names, ...lines]))).toEqual(expected);
  });
});

test.each([
  ['hostescalation', ['host_name web-1,web-3'], 'warning silent/unknown-reference ‹web-3›'],
  ['hostescalation', ['hostgroup_name webs'], 'error arbiter/unknown-hostgroup ‹webs›'],
  ['serviceescalation', ['host_name web-1', 'service_description Laod'], 'warning silent/unknown-reference ‹Laod›'],
])('%s %j: %s', (type, lines, expected) => {
  expect(problemLines(define(type, [...lines, ...numbers, 'contacts boss']))).toEqual([expected]);
});

test('two lines of hosts in an escalation kill the arbiter', () => {
  const lines = ['escalation_name e', ...numbers, 'contacts boss', 'host_name web-1', 'host_name web-2'];
  expect(problemLines(define('escalation', lines))).toContain('error arbiter/repeated-escalation-name ‹host_name›');
});

describe('modulations and discovery', () => {
  test.each([
    ['checkmodulation', ['checkmodulation_name m'], 'error arbiter/incomplete-modulation ‹define checkmodulation›'],
    [
      'checkmodulation',
      ['checkmodulation_name m', 'check_command'],
      'error arbiter/incomplete-modulation ‹check_command›',
    ],
    ['checkmodulation', ['checkmodulation_name m', 'check_command nothing'], 'error arbiter/unknown-command ‹nothing›'],
    [
      'macromodulation',
      ['macromodulation_name m', 'modulation_period never'],
      'error arbiter/unknown-timeperiod ‹never›',
    ],
    ['resultmodulation', ['resultmodulation_name m'], 'error arbiter/incomplete-modulation ‹define resultmodulation›'],
    [
      'businessimpactmodulation',
      ['business_impact_modulation_name m'],
      'error arbiter/incomplete-modulation ‹define businessimpactmodulation›',
    ],
    ['discoveryrule', ['discoveryrule_name d', 'creation_type Host'], 'error arbiter/bad-creation-type ‹Host›'],
    ['discoveryrun', ['discoveryrun_name d'], 'error arbiter/discoveryrun-without-command ‹define discoveryrun›'],
    [
      'discoveryrun',
      ['discoveryrun_name d', 'discoveryrun_command nothing'],
      'warning silent/unknown-reference ‹nothing›',
    ],
  ])('%s %j', (type, lines, expected) => {
    expect(problemLines(define(type, lines))).toEqual([expected]);
  });
});
