import { describe, expect, test } from 'vitest';
import { availabilityStatus, fileStatus } from '../../server/src/features/status';
import { cfg, inEditor } from '../availability/support';
import { analysisOf } from '../support/analysis';
import { ROOT } from '../support/workspace';

const server1 = `
arbiter arbiter-1 server1 host_name=server1
scheduler scheduler-1 server1
poller poller-1 server1
reactionner reactionner-1 server1
receiver receiver-1 server1
broker broker-1 server1
host web
`;
const server3 = server1
  .replace(/host web\n/, '')
  .replaceAll('server1', 'server3')
  .replaceAll('-1 ', '-3 ')
  .replace(/server3$/gm, 'server3 spare=1');

describe('which servers may fail', () => {
  test.each<[string, string, string]>([
    ['good', 'any 1 server may fail', server1 + server3],
    ['quiet', 'no server may fail', server1],
    [
      'quiet',
      'no server may fail',
      `${server1}poller poller-2 server2`.replace('scheduler-1 server1', 'scheduler-1 server2'),
    ],
    ['quiet', 'server1 is a single point of failure', `${server1}poller poller-2 server2`],
    ['bad', 'server1 is a single point of failure', server1 + server3.replace(/reactionner .*\n/, '')],
    ['bad', 'no server may fail', `${server1}poller poller-3 server1 spare=1`],
    [
      'bad',
      '2 of 3 servers must not fail',
      `${server1.replace('broker-1 server1', 'broker-1 server2')}${server3.replace(/(reactionner|broker) .*\n/g, '')}`,
    ],
    ['bad', 'not everything is done', server1.replace(/poller .*\n/, '') + server3],
    ['bad', 'not everything is done', (server1 + server3).replace(/arbiter-1 .*/, 'arbiter-1 server2 spare=1')],
  ])('%s: %s', (tone, text, lines) => {
    expect(availabilityStatus(analysisOf(cfg(lines)))).toMatchObject({ tone, text });
  });
  test('with what is lost', () => {
    const losses = availabilityStatus(analysisOf(cfg(server1 + server3.replace(/reactionner .*\n/, ''))))?.losses;
    expect(losses).toEqual([
      { machine: 'server1', sentences: [expect.stringMatching(/^When server1 dies, nobody sends the notifications/)] },
    ]);
  });
  test('with what is not even done while all of them live', () => {
    const status = availabilityStatus(analysisOf(cfg(server1.replace(/poller .*\n/, '') + server3)));
    expect(status?.undone).toEqual([expect.stringMatching(/^Even while all is well, nobody runs the checks of/)]);
    expect(status?.losses).toEqual([]);
  });
  test.each([
    ['without a daemon', 'host web'],
    ['in a folder of packs', `#- packs/daemons.cfg\n${cfg(server1)}`],
    [
      'with a file that is not read',
      `cfg_dir=pollers\n#- pollers/one.cfg\n${cfg(server1)}\n#- other.cfg\n${cfg('host x')}`,
    ],
  ])('is not said %s', (_, lines) => {
    expect(availabilityStatus(inEditor(lines.startsWith('host') ? cfg(lines) : lines))).toBeUndefined();
  });
});

describe('the configuration of a file', () => {
  const declaration = `
cfg_dir=hosts
#- hosts/web.cfg
${cfg('host web\nhost db')}
#- later.cfg
${cfg('host later')}
`;
  const status = (file: string, text = declaration) => fileStatus(inEditor(text), `${ROOT}/${file}`);

  test('is that of its main file', () => {
    expect(status('hosts/web.cfg')).toMatchObject({ mains: [`${ROOT}/shinken.cfg`], isLoaded: true, files: 2 });
  });
  test('does not read every file', () => {
    expect(status('later.cfg')).toMatchObject({
      mains: [`${ROOT}/shinken.cfg`],
      isLoaded: false,
      isAccepted: undefined,
    });
  });
  test('counts what the arbiter works with', () => {
    const lines =
      'host template name=t register=0\nhost web\nservice x host_name=web,db service_description=Ping\nhost db';
    const count = (text: string): number => fileStatus(analysisOf(cfg(text)), `${ROOT}/shinken.cfg`).objects;
    expect(count(lines) - count('')).toBe(4);
  });
  test.each([
    [true, ''],
    [false, 'check_command=unknown'],
  ])('is accepted: %s', (isAccepted, directive) => {
    const text = `#- shinken.cfg\n${cfg(`host web max_check_attempts=3 ${directive}`.trim())}`;
    expect(status('shinken.cfg', text)).toMatchObject({ isAccepted });
  });
  test('may have no main file', () => {
    expect(status('packs/one.cfg', `#- packs/one.cfg\n${cfg('host a')}`)).toMatchObject({
      mains: [],
      isLoaded: true,
      isAccepted: undefined,
    });
  });
});
