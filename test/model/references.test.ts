import { describe, expect, test } from 'vitest';
import { parseCall } from '../../server/src/model/command-call';
import { fixed, judged, problemLines } from '../support/problems';

const known = `
  define command {
      command_name                     check
      command_line                     /bin/check
  }
  define timeperiod {
      timeperiod_name                  always
      monday                           00:00-24:00
  }
  define contact {
      contact_name                     alice
      host_notification_options        n
      service_notification_options     n
  }
  define escalation {
      escalation_name                  boss
      first_notification               3
      last_notification                0
      contacts                         alice
  }
  define macromodulation {
      macromodulation_name             night
  }
  define checkmodulation {
      checkmodulation_name             calm
      check_command                    check
  }
  define resultmodulation {
      resultmodulation_name            mild
      modulation_period                always
  }
  define businessimpactmodulation {
      business_impact_modulation_name  month-end
      business_impact                  5
  }
`;

const host = (...lines: string[]): string =>
  `${known}  define host {\n      host_name  web-1\n${lines.map((line) => `      ${line}\n`).join('')}  }\n`;

const service = (...lines: string[]): string =>
  `${host()}  define service {\n      host_name  web-1\n      service_description  Load\n      check_interval  5\n      retry_interval  1\n${lines.map((line) => `      ${line}\n`).join('')}  }\n`;

const refused: readonly (readonly [string, string])[] = [
  ['check_command      chek!80', 'error arbiter/unknown-command ‹chek›'],
  ['event_handler      chek', 'error arbiter/unknown-command ‹chek›'],
  ['snapshot_command   chek', 'warning silent/unknown-reference ‹chek›'],
  ['check_period       allways', 'error arbiter/unknown-timeperiod ‹allways›'],
  ['notification_period allways', 'error arbiter/unknown-timeperiod ‹allways›'],
  ['maintenance_period allways', 'error arbiter/unknown-timeperiod ‹allways›'],
  ['snapshot_period    allways', 'error arbiter/unknown-timeperiod ‹allways›'],
  ['contacts           alice,alise', 'error arbiter/unknown-contact ‹alise›'],
  ['escalations        bos', 'error arbiter/unknown-escalation ‹bos›'],
  ['macromodulations   night,nite', 'error arbiter/unknown-modulation ‹nite›'],
  ['macromodulations   night,', 'error arbiter/unknown-modulation ‹night,›'],
  ['checkmodulations   clam', 'error arbiter/unknown-modulation ‹clam›'],
  ['business_impact_modulations end', 'error arbiter/unknown-modulation ‹end›'],
  ['resultmodulations  wild', 'warning arbiter/unknown-modulation ‹wild›'],
  ['trigger_name       avg', 'error arbiter/unknown-trigger ‹avg›'],
];

describe.each([
  ['host', (line: string) => host(line)],
  ['service', (line: string) => service(...(line.startsWith('check_command') ? [] : ['check_command check']), line)],
])('a %s', (_, write) => {
  test.each(refused)('with %s', (line, expected) => {
    expect(problemLines(write(line)).filter((each) => !each.includes('nobody-notified'))).toEqual([expected]);
  });
  test.each([
    ['check_command      check!a\\!b!c'],
    ['event_handler'],
    ['check_period'],
    ['contacts           alice'],
    ['escalations        boss,'],
    ['macromodulations   night'],
    ['resultmodulations  mild,'],
    ['business_impact_modulations month-end'],
    ['check_command      _echo'],
  ])('with %s is fine', (line) => {
    expect(problemLines(write(line)).filter((each) => !each.includes('nobody-notified'))).toEqual([]);
  });
});

test.each([
  ['parents  web-2', ['warning arbiter/unknown-host ‹web-2›']],
  ['parents', ['warning arbiter/unknown-host ‹parents›']],
  ['parents  web-1', ['error arbiter/dependency-loop ‹web-1›']],
  ['check_command', ['error arbiter/empty-check-command ‹check_command›']],
])('a host with %s', (line, expected) => {
  expect(problemLines(host(line)).filter((each) => !each.includes('nobody-notified'))).toEqual(expected);
});

test('a circle of parents is told once, with its hosts', () => {
  const hosts = ['a b', 'b c', 'c a', 'd a'].map((pair) => {
    const [name = '', parent = ''] = pair.split(' ');
    return `define host {\n host_name ${name}\n parents ${parent}\n}\n`;
  });
  expect(problemLines(hosts.join('')).filter((line) => line.startsWith('error'))).toHaveLength(1);
});

test('a timeout counts only when its command is called', () => {
  const command = 'define command {\n command_name slow\n command_line /bin/slow\n timeout 1m\n}\n';
  const about = (text: string): string[] => problemLines(text).filter((line) => line.includes('timeout'));
  expect(about(command + host())).toEqual([]);
  expect(about(command + host('check_command slow'))).toEqual(['error arbiter/command-timeout ‹1m›']);
  expect(about(command.replace('1m', ' 60') + host('check_command slow'))).toEqual([]);
});

test('a name in a template is told once, where it stands', () => {
  const template = 'define host {\n name t\n register 0\n contacts alise\n}\n';
  const users = ['a', 'b'].map((name) => `define host {\n use t\n host_name ${name}\n}\n`).join('');
  expect(problemLines(known + template + users)).toEqual(['error arbiter/unknown-contact ‹alise›']);
});

test('a member of a contact group who does not exist is told of the group alone', () => {
  const group = 'define contactgroup {\n contactgroup_name all\n members alice,alise\n}\n';
  expect(problemLines(group + host('contact_groups all'))).toEqual(['error arbiter/unknown-contact ‹alise›']);
});

test.each([
  ['arbiter/unknown-command', 'check_command chekc!80', 'check_command check!80'],
  ['arbiter/unknown-timeperiod', 'check_period Always', 'check_period always'],
  ['arbiter/unknown-contact', 'contacts alice, alise', 'contacts alice, alice'],
  ['silent/unknown-reference', 'snapshot_command chek', 'snapshot_command check'],
])('%s mends “%s”', (code, line, expected) => {
  expect(fixed(host(line), code)).toContain(`${expected}\n`);
});

test.each([
  ['check', 'check', []],
  ['check!a!b c', 'check', ['a', 'b c']],
  ['check!a\\!b!', 'check', ['a!b', '']],
  [' check !a', 'check', ['a']],
  ['', '', []],
])('the call “%s”', (call, name, args) => {
  expect(parseCall(call)).toEqual({ name, args });
});

describe('names in a template', () => {
  const template = (line: string): string => `define host {\n name t\n register 0\n ${line}\n}\n`;

  test.each([
    ['contacts alise', 'warning silent/unknown-reference ‹alise›'],
    ['contact_groups all', 'warning silent/unknown-reference ‹all›'],
    ['check_command chek!80', 'warning silent/unknown-reference ‹chek›'],
    ['check_period allways', 'warning silent/unknown-reference ‹allways›'],
  ])('that nobody uses: %s', (line, expected) => {
    expect(problemLines(known + template(line)).filter((each) => each.includes('unknown'))).toEqual([expected]);
  });
  test('that everybody overrides', () => {
    const text =
      known + template('check_period allways') + 'define host {\n use t\n host_name a\n check_period always\n}\n';
    expect(problemLines(text).filter((each) => each.includes('unknown'))).toEqual([
      'warning silent/unknown-reference ‹allways›',
    ]);
  });
  test('that somebody takes over are told of as his', () => {
    const text = known + template('contact_groups all') + 'define host {\n use t\n host_name a\n}\n';
    expect(problemLines(text).filter((each) => each.includes('unknown'))).toEqual([
      'error arbiter/unknown-contactgroup ‹all›',
    ]);
  });
});

describe('a list of a template that begins with +', () => {
  const groups = ['all', 'night'].map((name) => `define contactgroup {\n contactgroup_name ${name}\n}\n`).join('');
  const base = 'define host {\n name base\n register 0\n contact_groups all\n}\n';
  const unknown = (text: string): string[] =>
    problemLines(known + groups + base + text).filter((each) => each.includes('unknown'));

  test('is in order where hosts inherit it', () => {
    const next = 'define host {\n name next\n use base\n contact_groups +night\n register 0\n}\n';
    expect(unknown(`${next}define host {\n use next\n host_name a\n}\n`)).toEqual([]);
  });
  test('is refused where the template of a service is bound to those of hosts', () => {
    const services = 'define service {\n name s\n register 0\n contact_groups all\n}\n';
    const bound =
      services +
      'define service {\n use s\n host_name base\n contact_groups +night\n service_description d\n register 0\n}\n';
    expect(unknown(`${bound}define host {\n use base\n host_name a\n}\n`)).toEqual([
      'error arbiter/unknown-contactgroup ‹+›',
    ]);
  });
});

test('a problem of a value that several objects have names them all', () => {
  const group = 'define contactgroup {\n contactgroup_name all\n members alise\n}\n';
  const users = ['a', 'b'].map((name) => `define host {\n host_name ${name}\n contact_groups all\n}\n`).join('');
  const problems = judged(known + group + users).problems.filter(({ code }) => code === 'arbiter/unknown-contact');
  expect(problems.map(({ object, others }) => [object, ...others].map((each) => each?.name).sort())).toEqual([
    ['a', 'all', 'b'],
  ]);
});
