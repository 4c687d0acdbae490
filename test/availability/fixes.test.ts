import { describe, expect, test } from 'vitest';
import { availabilityRules } from '../../server/src/availability/rules';
import { edits, isEmpty } from '../../server/src/rules/edits';
import { dedent, workspace } from '../support/workspace';
import { analysisOf, applied, codesOf } from '../support/analysis';
import { additions } from './fixes/additions';
import { addresses } from './fixes/addresses';
import { arbiters } from './fixes/arbiters';
import { modules } from './fixes/modules';
import { realms } from './fixes/realms';
import type { FixRow } from './fixes/row';
import { cfg, type Fixed, fixed, fixesFor, inEditor } from './support';

const table: readonly FixRow[] = [...arbiters, ...addresses, ...realms, ...modules, ...additions];

const applying = ({ before, code, which }: FixRow): Fixed => fixed(before, code, which);

describe('a fix', () => {
  test.each(table)('$code: $title', (row) => {
    const { title, text, added, after } = applying(row);
    expect(title).toBe(row.title);
    expect(text).toBe(dedent(row.after));
    expect(added).toEqual({});
    expect(codesOf(after, `availability/${row.code}`)).toEqual([]);
  });

  test('of every rule that has one is among them', () => {
    const withFix = availabilityRules.filter(({ fix }) => fix).map(({ code }) => code);
    const tried = new Set(table.map(({ code }) => `availability/${code}`));
    // Only an editor has files that are not loaded.
    expect(withFix.filter((code) => !tried.has(code))).toEqual(['availability/spare-not-loaded']);
  });

  test('is not offered where nobody can know what to write', () => {
    const noFix = (declaration: string, code: string): void => {
      expect(() => fixed(declaration, code)).toThrow(`nothing mends ${code}`);
    };
    noFix(cfg('arbiter a server1 host_name=server1\narbiter b server1 host_name=server1'), 'arbiters-share-host-name');
    noFix(cfg('poller p server1\npoller p-spare server1 port=7781 spare=1'), 'spare-beside-master');
    noFix(cfg('scheduler s server1\nscheduler s-spare localhost spare=1'), 'no-shared-retention');
    noFix(
      cfg(
        'arbiter a server1 host_name=server1\narbiter b server3 host_name=server3 spare=1\nscheduler s server1',
      ).replace(/server1/g, 'localhost'),
      'invented-daemon',
    );
  });
});

describe('a value that only a person knows', () => {
  test.each([
    ['arbiter-without-host-name', 'arbiter a-spare 192.0.2.1 spare=1', 'Add host_name', 'host_name'],
    ['arbiter-host-name-is-address', 'arbiter a 192.0.2.1 host_name=192.0.2.1', 'Set host_name', 'host_name'],
    ['local-address', 'scheduler s localhost\npoller p server2', 'Set the address', 'address'],
  ])('%s asks for it where nothing can be proposed', (code, given, title, key) => {
    const [fix] = fixesFor(analysisOf(cfg(given)), code);
    expect(fix).toMatchObject({ title, question: { about: 'value', key, proposed: '' } });
    expect(isEmpty(fix?.change ?? edits())).toBe(true);
  });
  test('is proposed where something tells it', () => {
    const [fix] = fixesFor(analysisOf(cfg('arbiter a-spare server3 spare=1')), 'arbiter-without-host-name');
    expect(fix?.question).toEqual({
      about: 'value',
      kind: 'arbiter',
      name: 'a-spare',
      key: 'host_name',
      proposed: 'server3',
    });
  });
});

describe('a daemon that is not defined', () => {
  test('gets a file of its own where the main file reads the folder of its kind', () => {
    const kinds = ['scheduler', 'reactionner', 'broker'];
    const files = `#- shinken.cfg\ncfg_dir=daemons\ncfg_dir=pollers\n#- pollers/README\n\n#- daemons/all.cfg\n${cfg(`
      arbiter a server1 host_name=server1
      arbiter a-spare server3 host_name=server3 spare=1
      ${kinds.map((kind) => `${kind} ${kind} server1`).join('\n      ')}`)}`;
    const { title, added, after } = fixed(files, 'invented-daemon');
    expect(title).toBe('Define a poller on server1');
    expect(added).toEqual({
      'pollers/poller-master.cfg':
        'define poller {\n    poller_name  poller-master\n    address      server1\n    port         7771\n}\n',
    });
    expect(codesOf(after, 'availability/invented')).toEqual([]);
  });
});

describe('a spare in a file that is not loaded', () => {
  test('is loaded by a line in the main file', () => {
    const main = `${cfg('arbiter a server1 host_name=server1')}\n`;
    const spare = cfg('arbiter a-spare server3 host_name=server3 spare=1');
    const analysis = inEditor(`#- shinken.cfg\n${main}#- arbiters/spare.cfg\n${spare}`);
    const [fix] = fixesFor(analysis, 'spare-not-loaded');
    expect(fix?.title).toBe('Load it: cfg_file=arbiters/spare.cfg in shinken.cfg');
    const files = applied(
      new Map([...analysis.project.files].map(([file, { text }]) => [file, text])),
      fix?.change ?? edits(),
    );
    expect(files.get('/etc/shinken/shinken.cfg')).toBe(`${main}cfg_file=arbiters/spare.cfg\n`);
  });
});

describe('a new spare', () => {
  const master = 'define poller {\n    poller_name  poller-master\n    address      server1\n}\n';
  const broker = 'define broker {\n    broker_name  b-spare\n    address      server3\n    spare        1\n}\n';

  test('goes to a file of its own where the main file reads the folder', () => {
    const files = `#- shinken.cfg\ncfg_dir=daemons\n#- daemons/poller.cfg\n${master}#- daemons/broker.cfg\n${broker}`;
    expect(fixed(files, 'no-spare')).toMatchObject({
      title: 'Add matching spare on server3',
      text: 'cfg_dir=daemons\n',
      added: {
        'daemons/poller-spare.cfg': [
          '# Stands in for poller-master (server1).',
          'define poller {',
          '    poller_name  poller-spare',
          '    address      server3',
          '    port         7771',
          '    spare        1',
          '}',
          '',
        ].join('\n'),
      },
    });
  });

  test('never takes the place of a file that is there', () => {
    const files = `#- shinken.cfg\ncfg_dir=daemons\n#- daemons/poller.cfg\n${master}#- daemons/broker.cfg\n${broker}#- daemons/poller-spare.cfg\n# nothing yet\n`;
    const { added, after } = fixed(files, 'no-spare');
    expect(Object.keys(added)).toEqual(['daemons/poller-spare-2.cfg']);
    expect(after.project.files.get('/etc/shinken/daemons/poller-spare.cfg')?.text).toBe('# nothing yet\n');
    expect(workspace(files).files.size + 1).toBe(after.project.files.size);
  });
});
