import { describe, expect, test } from 'vitest';
import { shinken, shinkenIn } from './support';

const broken = `
cfg_dir=hosts
#- hosts/web.cfg
define host {
    host_name           web-1
    check_command       ping
    max_check_attempts  3
}
`;
const sound = `
define command {
    command_name  ping
    command_line  /bin/true
}
define host {
    host_name           web-1
    check_command       ping
    max_check_attempts  3
}
`;
const unknownPing = { code: 'arbiter/unknown-command', file: 'hosts/web.cfg', line: 3, severity: 'error' };

describe('shinken check', () => {
  test('prints the place, the line and a caret for people', async () => {
    const { status, out, err } = await shinken(['check'], broken);
    expect(out).toMatch(/^hosts\/web\.cfg:3:25: error: .*ping.* \[arbiter\/[a-z-]+\]$/m);
    expect(out).toMatch(/^ +3 \| +check_command +ping$/m);
    expect(out).toMatch(/^ +\| +\^{4}$/m);
    expect(out).toMatch(/The arbiter would refuse this configuration/);
    expect([status, err]).toEqual([1, '']);
  });

  test('says so when there is nothing to refuse', async () => {
    const { status, out } = await shinken(['check'], sound);
    expect(out).toMatch(/The arbiter would accept this configuration/);
    expect(status).toBe(0);
  });

  test('prints JSON for programs', async () => {
    const { out, status } = await shinken(['check', '--format', 'json'], broken);
    const report = JSON.parse(out) as { ok: boolean; files: string[]; problems: (typeof unknownPing)[] };
    expect([status, report.ok, report.files]).toEqual([1, false, ['shinken.cfg', 'hosts/web.cfg']]);
    const { file, line, severity } = unknownPing;
    expect(report.problems).toContainEqual(expect.objectContaining({ file, line, severity }));
  });

  test('prints workflow commands for GitHub', async () => {
    const { out } = await shinken(['check', '--format', 'github'], broken);
    expect(out).toMatch(/^::error file=hosts\/web\.cfg,line=3,/m);
  });

  test('prints SARIF', async () => {
    const { out } = await shinken(['check', '--format', 'sarif'], broken);
    const log = JSON.parse(out) as { version: string; runs: { results: { level: string }[] }[] };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results.map(({ level }) => level)).toContain('error');
  });

  test('fails on a warning when it is asked to', async () => {
    const pair = `${sound}
define arbiter {
    arbiter_name  a
    host_name     192.0.2.1
    address       192.0.2.1
}
define arbiter {
    arbiter_name  b
    host_name     b
    address       b
    spare         1
}
`;
    expect((await shinken(['check'], pair)).status).toBe(0);
    expect((await shinken(['check', '--fail-on', 'warning'], pair)).status).toBe(1);
  });

  test('an error that the arbiter passes over fails only who asks for it', async () => {
    const passedOver = 'define realm {\n    realm_name A\n    default 1\n    realm_members B\n}\n';
    const { status, out } = await shinken(['check'], passedOver);
    expect([status, out]).toEqual([0, expect.stringContaining('error: Passed over')]);
    expect((await shinken(['check', '--fail-on', 'warning'], passedOver)).status).toBe(1);
    const help = (await shinken(['check', '--help'], passedOver)).out.replace(/\s+/g, ' ');
    expect(help).toContain('on an error: what the arbiter would refuse; on a warning: anything that is shown as');
  });

  test.each([
    [['check', 'none.cfg'], /^shinken: none\.cfg: no such file or folder$/m],
    [['check', '--format', 'xml'], /Allowed choices are text, json, sarif, github/],
    [['check', '--dialect', '1.4'], /Allowed choices are 2\.4, 3\.0/],
    [['chekc'], /unknown command 'chekc'/],
  ])('%j is bad usage', async (args, message) => {
    const { status, err, out } = await shinken(args, sound);
    expect(err).toMatch(message);
    expect([status, out]).toEqual([2, '']);
  });

  test('a folder without a configuration is bad usage', async () => {
    const { folder } = await shinken(['check'], '#- other/readme.txt\nnothing\n');
    const { status, err } = await shinkenIn(folder, ['check', 'other']);
    expect([status, err]).toEqual([
      2,
      'shinken: other: no shinken.cfg or nagios.cfg, and no file with Shinken objects, was found there\n',
    ]);
  });
});

describe('shinken', () => {
  test('--version', async () => expect((await shinken(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/));
  test.each([['--help'], ['check', '--help'], ['failover', '--help']])('%s %s', async (...args) => {
    const { status, out } = await shinken(args.filter((arg) => arg !== undefined));
    expect(out).toMatch(/^Usage: shinken/);
    expect(status).toBe(0);
  });
});

describe('beside another copy', () => {
  const pair = `
define arbiter {
    arbiter_name  arbiter-master
    host_name     server1
    address       server1
}
define arbiter {
    arbiter_name  arbiter-spare
    host_name     server3
    address       server3
    spare         1
}
`;
  const files = (copy: string): string => `${pair}\n#- copy/shinken.cfg\n${copy}`;

  test('a difference is a warning', async () => {
    const { out } = await shinken(['check', '--copy', 'copy', 'shinken.cfg'], files(`${pair}log_level=DEBUG\n`));
    expect(out).toMatch(/shinken\.cfg:7:19: warning: The copy in .+\/copy differs: setting log_level\./);
  });
  test('a copy that says the same is not mentioned', async () => {
    const { out } = await shinken(['check', '--copy', 'copy', 'shinken.cfg'], files(`# copy\n${pair}`));
    expect(out).not.toContain('copy-differs');
  });
  test('a copy that cannot be read is a mistake', async () => {
    const { status, err } = await shinken(['check', '--copy', 'none', 'shinken.cfg'], files(pair));
    expect(status).toBe(2);
    expect(err).toBe('shinken: none: no such file or folder\n');
  });
});
