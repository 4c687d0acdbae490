import { expect, test } from 'vitest';
import { shinken } from './support';

const style = `
define command {
    command_name  ping
    command_line  /bin/true
}
define command {
    command_name  unused
    command_line  /bin/true
}
define host {
    host_name           web-1
    check_command       ping
    max_check_attempts  3
}
`;
const broken = 'define host {\n    host_name      web-1\n    check_command  nothing\n}\n';

const codes = (out: string): string[] =>
  [...out.matchAll(/: (\w+): .*\[([\w/-]+)\]$/gm)].map((found) => found.slice(1).join(' '));
const check = async (
  declaration: string,
  ...levels: string[]
): Promise<{ status: number; said: string[]; err: string }> => {
  const args = ['check', ...levels.flatMap((level) => (level.startsWith('--') ? level.split(' ') : ['--rule', level]))];
  const { status, out, err } = await shinken(args, declaration);
  return { status, said: codes(out), err };
};

test('rules that are off by default are run for those who ask for them', async () => {
  const own = await check(style);
  expect(own.said.filter((line) => line.includes('style/'))).toEqual([]);
  for (const level of ['style/unused-command=hint', 'style/*=hint']) {
    const { said } = await check(style, level);
    expect([...said].sort()).toEqual([...own.said, 'hint style/unused-command'].sort());
  }
});

test('a code says more than its family, and the last level counts', async () => {
  const said = async (...levels: string[]): Promise<string[]> =>
    (await check(style, ...levels)).said.filter((line) => line.includes('style/'));
  expect(await said('style/unused-command=off', 'style/*=hint')).toEqual([]);
  expect(await said('style/unused-command=warning', 'style/*=off')).toEqual(['warning style/unused-command']);
  expect(await said('style/unused-command=off', 'style/unused-command=information')).toEqual([
    'information style/unused-command',
  ]);
});

test('a level changes what fails on warnings', async () => {
  const quiet = ['availability/*=off', 'silent/*=off', 'arbiter/*=off', '--fail-on warning'];
  expect((await check(style, ...quiet)).status).toBe(0);
  expect((await check(style, ...quiet, 'style/*=hint')).status).toBe(0);
  expect((await check(style, ...quiet, 'style/*=warning')).status).toBe(1);
  expect((await check(style, ...quiet, 'style/*=error')).status).toBe(1);
});

test('a level does not change what the arbiter makes of it', async () => {
  const { status, said } = await check(broken, 'arbiter/*=off');
  expect([status, said.filter((line) => line.includes('arbiter/'))]).toEqual([1, []]);
  expect((await check(style, 'style/*=error')).status).toBe(0);
});

test.each([
  ['style/unused-command', /Write CODE=LEVEL, the level being one of error, warning, information, hint, off/],
  ['style/unused-command=loud', /Write CODE=LEVEL/],
  ['style/unknown=hint', /There is no rule style\/unknown/],
  ['taste/*=hint', /There is no rule taste\/\*, and the families are syntax, arbiter, silent, availability, style/],
])('--rule %s is bad usage', async (level, message) => {
  const { status, err } = await check(style, level);
  expect(err).toMatch(message);
  expect(status).toBe(2);
});
