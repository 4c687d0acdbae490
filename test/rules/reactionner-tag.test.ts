import { describe, expect, test } from 'vitest';
import { analysisOf } from '../support/analysis';
import { fixed, problemLines } from '../support/problems';

const code = 'silent/idle-reactionner-tag';
const line = `information ${code} ‹reactionner_tag  sms›`;

const host = (name: string, ...lines: string[]): string =>
  `define host {\n    host_name  ${name}\n    max_check_attempts  3\n${lines.map((text) => `    ${text}\n`).join('')}}\n`;
const template = 'define host {\n    name  tagged\n    register  0\n    reactionner_tag  sms\n}\n';
const service = 'define service {\n    host_name  web\n    service_description  Load\n    reactionner_tag  sms\n}\n';
const command =
  'define command {\n    command_name  notify\n    command_line  /bin/true\n    reactionner_tag  sms\n}\n';

describe(code, () => {
  test.each([
    ['on a host', host('web', 'reactionner_tag  sms'), [line]],
    ['on a service', host('web') + service, [line]],
    [
      'once in a template, however many use it',
      template + host('web', 'use tagged') + host('db', 'use tagged'),
      [line],
    ],
    [
      'once on a host whose services inherit it',
      host('web', 'reactionner_tag  sms') + service.replace(/.*_tag.*\n/, ''),
      [line],
    ],
    ['nothing of a template that nobody uses', template + host('web'), []],
    ['nothing of a command', command, []],
  ])('%s', (_what, given, expected) => {
    expect(problemLines(given).filter((text) => text.includes(code))).toEqual(expected);
  });

  test('names all that have it, and is faded', () => {
    const { problems } = analysisOf(template + host('web', 'use tagged') + host('db', 'use tagged'));
    const problem = problems.find((each) => each.code === code);
    expect([problem?.object?.name, ...(problem?.others ?? []).map(({ name }) => name)]).toEqual(['web', 'db']);
    expect(problem?.unnecessary).toBe(true);
  });

  test('is mended by taking the line away', () => {
    expect(fixed(host('web', 'reactionner_tag  sms'), code)).toBe(host('web'));
  });
});
