import { describe, expect, test } from 'vitest';
import { signatureHelp } from '../../server/src/features/signature';
import { scene } from './support';

const objects = `
define command {
    command_name check_http
    command_line /bin/check_http -H $HOSTADDRESS$ -p $ARG1$ --url='$ARG2$'
}
define command {
    command_name check_two
    command_line /bin/check -r $ARG1$,$ARG2$ -x$ARG3$ "$ARG5$"
}
define command {
    command_name check_login
    command_line /bin/check_login --password=$ARG1$
}
define command {
    command_name check_plain
    command_line /bin/true
}
define service {
    service_description A
    check_command check_http!443!/
}
define service {
    service_description B
    check_command check_login!hunter2
}
`;

function at(declaration: string): ReturnType<typeof signatureHelp> {
  const { analysis, at } = scene(declaration);
  return signatureHelp(analysis, at);
}

/** The label with the active parameter marked `«so»`; it stands behind the label when it is none of them. */
function shown(declaration: string): string | undefined {
  const found = at(declaration);
  if (!found) return undefined;
  const { label, parameters, active } = found;
  const span = parameters[active]?.span;
  return span
    ? `${label.slice(0, span.start)}«${label.slice(span.start, span.end)}»${label.slice(span.end)}`
    : `${label} «»`;
}

const service = (call: string): string => `define service {\n    check_command ${call}\n}\n${objects}`;

describe('the argument that is being written', () => {
  test.each([
    ['check_http!$0', 'check_http!«-p»!--url'],
    ['check_http!80$0!/x', 'check_http!«-p»!--url'],
    ['check_http!80!/x$0', 'check_http!-p!«--url»'],
    ['check_http!a\\!b$0', 'check_http!«-p»!--url'],
    ['check_http!a\\!b!$0', 'check_http!-p!«--url»'],
    ['check_http!80!/!$0', 'check_http!-p!--url «»'],
    ['check_two!1!$0', 'check_two!-r ARG1!«-r ARG2»!-x!ARG4!ARG5'],
    ['check_two!1!2!3!4!$0', 'check_two!-r ARG1!-r ARG2!-x!ARG4!«ARG5»'],
    ['bp_rule!$0', 'bp_rule!«rule»'],
    ['bp_rule!a&!b$0', 'bp_rule!«rule»'],
    ['check_h$0ttp!80', undefined],
    ['check_plain!$0', undefined],
    ['check_nothing!$0', undefined],
  ])('%s', (call, wanted) => {
    expect(shown(service(call))).toBe(wanted);
  });
  test.each([
    'define host {\n    event_handler check_http!$0\n}',
    'define contact {\n    host_notification_commands check_plain,check_http!$0\n}',
    'define contact {\n    service_notification_commands check_http!$0,check_plain!3\n}',
    'define notificationway {\n    host_notification_commands check_http!$0\n}',
    'define host {\n    service_overrides A,check_command check_http!$0\n}',
    'define checkmodulation {\n    check_command check_http!$0\n}',
    'ocsp_command=check_http!$0',
  ])('in %j', (text) => {
    expect(shown(`${text}\n${objects}`)).toBe('check_http!«-p»!--url');
  });
  test.each(['define host {\n    notes check_http!$0\n}', '# check_http!$0', 'check_http!$0'])('not in %j', (text) => {
    expect(shown(`${text}\n${objects}`)).toBeUndefined();
  });
});

describe('what it says', () => {
  test('the command line', () => {
    expect(at(service('check_http!$0'))?.documentation).toContain('/bin/check_http -H $HOSTADDRESS$ -p $ARG1$');
  });
  test('of each argument its macro, and what others give', () => {
    expect(at(service('check_http!$0'))?.parameters.map(({ documentation }) => documentation)).toEqual([
      '`$ARG1$`, elsewhere `443`',
      '`$ARG2$`, elsewhere `/`',
    ]);
  });
  test('not what is being written itself', () => {
    expect(at(service('check_http!444$0'))?.parameters[0]?.documentation).toBe('`$ARG1$`, elsewhere `443`');
    expect(at(service('check_http!443$0'))?.parameters[0]?.documentation).toBe('`$ARG1$`, elsewhere `443`');
    expect(at(objects.replace('check_http!443', 'check_http!443$0'))?.parameters[0]?.documentation).toBe('`$ARG1$`');
  });
  test('no passwords', () => {
    expect(at(service('check_login!$0'))?.parameters[0]?.documentation).toBe('`$ARG1$`');
  });
  test('what is not in the command line', () => {
    expect(at(service('check_two!$0'))?.parameters[3]?.documentation).toBe('`$ARG4$` is not in the command line.');
  });
  test('an argument too many', () => {
    expect(at(service('check_http!80!/!$0'))?.documentation).toContain(
      '**Takes 2 arguments**; argument 3 goes nowhere.',
    );
    expect(at(service('check_http!80!$0'))?.documentation).not.toContain('Takes');
  });
  test('how a business rule is written', () => {
    expect(at(service('bp_rule!$0'))?.documentation).toContain('`2 of: a & b & c`');
  });
});
