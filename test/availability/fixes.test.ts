import { describe, expect, test } from 'vitest';
import { availabilityRules } from '../../server/src/availability/rules';
import { dedent, workspace } from '../support/workspace';
import { codesOf } from '../support/analysis';
import { type Fixed, fixed } from './support';

interface Row {
  readonly code: string;
  readonly title: string;
  readonly before: string;
  /** The main file afterwards. */
  readonly after: string;
  /** Where a problem has several fixes. */
  readonly which?: number;
}

const table: readonly Row[] = [
  {
    code: 'arbiter-without-host-name',
    title: 'Add host_name server3',
    before: `
      define arbiter {
          arbiter_name    arbiter-spare   ; the other server
          address         server3
          spare           1
      }
      define arbiter {
          arbiter_name    arbiter-master
          host_name       server1
      }`,
    after: `
      define arbiter {
          arbiter_name    arbiter-spare   ; the other server
          address         server3
          spare           1
          host_name       server3
      }
      define arbiter {
          arbiter_name    arbiter-master
          host_name       server1
      }`,
  },
  {
    code: 'several-master-arbiters',
    title: 'Make b a spare',
    before: `
      define arbiter {
          arbiter_name a
          host_name server1
      }
      define arbiter {
          arbiter_name b
          host_name server3
          spare 0 ; not yet
      }`,
    after: `
      define arbiter {
          arbiter_name a
          host_name server1
      }
      define arbiter {
          arbiter_name b
          host_name server3
          spare 1 ; not yet
      }`,
  },
  {
    code: 'spare-arbiter-alone',
    title: 'Make a active',
    before: `
      define arbiter {
      \tarbiter_name\ta
      \thost_name\tserver1
      \tspare\t1
      }`,
    after: `
      define arbiter {
      \tarbiter_name\ta
      \thost_name\tserver1
      \tspare\t0
      }`,
  },
  {
    code: 'implicit-arbiter-timers',
    title: 'Write the timers',
    before: `
      define arbiter {
          arbiter_name        a
          host_name           server1
          check_interval      60
      }
      define arbiter {
          arbiter_name        b
          host_name           server3
          spare               1
      }`,
    after: `
      define arbiter {
          arbiter_name        a
          host_name           server1
          check_interval      60
          max_check_attempts  3
      }
      define arbiter {
          arbiter_name        b
          host_name           server3
          spare               1
      }`,
  },
  {
    code: 'duplicate-daemon-name',
    title: 'Rename to poller-spare-2',
    before: `
      define poller {
          poller_name  poller-spare
          address      server2
          spare        1
      }
      define poller {
          poller_name  poller-master
          address      server1
      }
      define poller {
          poller_name  poller-master
          address      server3
          spare        1
      }`,
    after: `
      define poller {
          poller_name  poller-spare
          address      server2
          spare        1
      }
      define poller {
          poller_name  poller-master
          address      server1
      }
      define poller {
          poller_name  poller-spare-2
          address      server3
          spare        1
      }`,
  },
  {
    code: 'hasty-takeover',
    title: 'Set max_check_attempts to 3',
    before: `
      define poller {
          poller_name         one
          max_check_attempts  1
          address             server1
      }
      define poller {
          poller_name         two
          address             server3
          spare               1
      }`,
    after: `
      define poller {
          poller_name         one
          max_check_attempts  3
          address             server1
      }
      define poller {
          poller_name         two
          address             server3
          spare               1
      }`,
  },
  {
    code: 'implicit-sub-realms',
    title: 'Write manage_sub_realms 1',
    before: `
      define realm {
          realm_name     World
          realm_members  Europe
          default        1
      }
      define realm {
          realm_name     Europe
      }
      define poller {
          poller_name    one
      }`,
    after: `
      define realm {
          realm_name     World
          realm_members  Europe
          default        1
      }
      define realm {
          realm_name     Europe
      }
      define poller {
          poller_name    one
          manage_sub_realms 1
      }`,
  },
  {
    code: 'implicit-sub-realms',
    title: 'Write manage_sub_realms 0',
    which: 1,
    before: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define broker {
          broker_name        one
          manage_arbiters    1
      }`,
    after: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define broker {
          broker_name        one
          manage_arbiters    1
          manage_sub_realms  0
      }`,
  },
  {
    code: 'local-address',
    title: 'Set the address to server1',
    before: `
      define arbiter {
          arbiter_name    a
          host_name       server1
          address         server1
      }
      define scheduler {
          scheduler_name  s
          address         localhost
      }
      define poller {
          poller_name     p
          address         server2
      }`,
    after: `
      define arbiter {
          arbiter_name    a
          host_name       server1
          address         server1
      }
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define poller {
          poller_name     p
          address         server2
      }`,
  },
  {
    code: 'same-address-and-port',
    title: 'Set port 7769',
    before: `
      define poller {
          poller_name       p
          address           server1
      }
      define reactionner {
          reactionner_name  r
          address           server1
          port              7771
      }`,
    after: `
      define poller {
          poller_name       p
          address           server1
      }
      define reactionner {
          reactionner_name  r
          address           server1
          port              7769
      }`,
  },
  {
    code: 'receiver-without-port',
    title: 'Add port 7773',
    before: `
      define receiver {
          receiver_name  r
          address        server1
      }`,
    after: `
      define receiver {
          receiver_name  r
          address        server1
          port           7773
      }`,
  },
  {
    code: 'manage-arbiters-differs',
    title: 'Set manage_arbiters 1',
    before: `
      define broker {
          broker_name      b
          address          server1
          manage_arbiters  1
      }
      define broker {
          broker_name      b-spare
          address          server3
          spare            1
      }`,
    after: `
      define broker {
          broker_name      b
          address          server1
          manage_arbiters  1
      }
      define broker {
          broker_name      b-spare
          address          server3
          spare            1
          manage_arbiters  1
      }`,
  },
  {
    code: 'no-broker-for-arbiters',
    title: 'Set manage_arbiters 1 on b',
    before: `
      define broker {
          broker_name      b
          address          server1
          manage_arbiters  0
      }`,
    after: `
      define broker {
          broker_name      b
          address          server1
          manage_arbiters  1
      }`,
  },
  {
    code: 'missing-complete-links',
    title: 'Set broker_complete_links 1 in the realm All',
    before: `
      define realm {
          realm_name  All
          default     1
      }
      define broker {
          broker_name  one
          address      server1
      }
      define broker {
          broker_name  two
          address      server2
      }`,
    after: `
      define realm {
          realm_name  All
          default     1
          broker_complete_links 1
      }
      define broker {
          broker_name  one
          address      server1
      }
      define broker {
          broker_name  two
          address      server2
      }`,
  },
  {
    code: 'mongodb-uri',
    title: 'Prefix mongodb://',
    before: `
      define module {
          module_name  m
          module_type  retention_mongodb
          uri          user:secret@db.example.com/shinken
      }`,
    after: `
      define module {
          module_name  m
          module_type  retention_mongodb
          uri          mongodb://user:secret@db.example.com/shinken
      }`,
  },
  {
    code: 'only-spares',
    title: 'Make p active',
    before: `
      define poller {
          poller_name  p
          address      server1
          spare        yes
      }`,
    after: `
      define poller {
          poller_name  p
          address      server1
          spare        0
      }`,
  },
  {
    code: 'passive-differs',
    title: 'Set passive 1',
    before: `
      define poller {
          poller_name  p
          address      server1
          passive      1
      }
      define poller {
          poller_name  p-spare
          address      server3
          spare        1
      }`,
    after: `
      define poller {
          poller_name  p
          address      server1
          passive      1
      }
      define poller {
          poller_name  p-spare
          address      server3
          spare        1
          passive      1
      }`,
  },
  {
    code: 'passive-differs',
    title: 'Set manage_sub_realms 0',
    before: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define scheduler {
          scheduler_name     s
          realm              Europe
      }
      define poller {
          poller_name        p
          passive            1
          manage_sub_realms  1
      }`,
    after: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define scheduler {
          scheduler_name     s
          realm              Europe
      }
      define poller {
          poller_name        p
          passive            1
          manage_sub_realms  0
      }`,
  },
  {
    code: 'ssl-differs',
    title: 'Set use_ssl 1, as p',
    before: `
      define poller {
          poller_name  p
          address      server1
          use_ssl      1
      }
      define poller {
          poller_name  p-spare
          address      server3
          spare        1
      }`,
    after: `
      define poller {
          poller_name  p
          address      server1
          use_ssl      1
      }
      define poller {
          poller_name  p-spare
          address      server3
          spare        1
          use_ssl      1
      }`,
  },
  {
    code: 'satellite-map',
    title: 'Change to poller-master',
    before: `
      define arbiter {
          arbiter_name  a
          satellitemap  poler-master = 10.0.0.1:7771, b=10.0.0.1
      }
      define poller {
          poller_name   poller-master
      }
      define broker {
          broker_name   b
      }`,
    after: `
      define arbiter {
          arbiter_name  a
          satellitemap  poller-master = 10.0.0.1:7771, b=10.0.0.1
      }
      define poller {
          poller_name   poller-master
      }
      define broker {
          broker_name   b
      }`,
  },
  {
    code: 'satellite-map',
    title: 'Add s-spare=server3:7768',
    before: `
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
      }
      define poller {
          poller_name     p
          address         server2
          satellitemap    s=10.0.0.1
      }`,
    after: `
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
      }
      define poller {
          poller_name     p
          address         server2
          satellitemap    s=10.0.0.1,s-spare=server3:7768
      }`,
  },
  {
    code: 'spare-lacks-modules',
    title: 'Add the missing modules to b-spare',
    before: `
      define broker {
          broker_name      b
          address          server1
          modules          webui, log, graphite
          manage_arbiters  1
      }
      define broker {
          broker_name      b-spare
          address          server3
          modules          webui
          modules          other, more  ; its own
          spare            1
          manage_arbiters  1
      }`,
    after: `
      define broker {
          broker_name      b
          address          server1
          modules          webui, log, graphite
          manage_arbiters  1
      }
      define broker {
          broker_name      b-spare
          address          server3
          modules          webui
          modules          other, more, log, graphite  ; its own
          spare            1
          manage_arbiters  1
      }`,
  },
  {
    code: 'spare-lacks-tags',
    title: 'Add the missing tag to p-spare',
    before: `
      define poller {
          poller_name  p
          address      server1
          poller_tags  None,DMZ
      }
      define poller {
          poller_name  p-spare
          address      server3
          spare        1
      }`,
    after: `
      define poller {
          poller_name  p
          address      server1
          poller_tags  None,DMZ
      }
      define poller {
          poller_name  p-spare
          address      server3
          spare        1
          poller_tags  None,DMZ
      }`,
  },
  {
    code: 'spare-lacks-tags',
    title: 'Add the missing tag to r-spare',
    before: `
      define reactionner {
          reactionner_name  r
          address           server1
          reactionner_tags  sms,mail
      }
      define reactionner {
          reactionner_name  r-spare
          address           server3
          spare             1
          reactionner_tags  mail,
      }`,
    after: `
      define reactionner {
          reactionner_name  r
          address           server1
          reactionner_tags  sms,mail
      }
      define reactionner {
          reactionner_name  r-spare
          address           server3
          spare             1
          reactionner_tags  mail,sms
      }`,
  },
];

/** Fixes that bring a new definition, behind its master's, for the main file would not read a new one. */
const additions: readonly Row[] = [
  {
    code: 'no-spare',
    title: 'Add matching spare on backup',
    before: `
      define poller {
          poller_name     poller-master
          address         server1
          poller_tags     None,DMZ
          modules         nrpe ; the booster
          check_interval  30
      }
      define broker {
          broker_name     b
          address         backup
          spare           1
      }`,
    after: `
      define poller {
          poller_name     poller-master
          address         server1
          poller_tags     None,DMZ
          modules         nrpe ; the booster
          check_interval  30
      }

      # Stands in for poller-master (server1).
      define poller {
          poller_name     poller-spare
          address         backup
          port            7771
          spare           1
          poller_tags     None,DMZ
          modules         nrpe
          check_interval  30
      }
      define broker {
          broker_name     b
          address         backup
          spare           1
      }`,
  },
  {
    code: 'few-spare-schedulers',
    title: 'Add matching spare on server3',
    before: `
      define scheduler {
          scheduler_name  one
          address         server1
      }
      define scheduler {
          scheduler_name  two
          address         server1
          port            7778
      }
      define scheduler {
          scheduler_name  spare
          address         server3
          spare           1
      }`,
    after: `
      define scheduler {
          scheduler_name  one
          address         server1
      }

      # Stands in for one (server1).
      define scheduler {
          scheduler_name  one-spare
          address         server3
          port            7778
          spare           1
      }
      define scheduler {
          scheduler_name  two
          address         server1
          port            7778
      }
      define scheduler {
          scheduler_name  spare
          address         server3
          spare           1
      }`,
  },
  {
    code: 'spares-on-one-machine',
    title: 'Add matching spare on server3',
    before: `
      define realm {
          realm_name      World
          realm_members   Europe
          default         1
      }
      define realm {
          realm_name      Europe
      }
      define scheduler {
          scheduler_name  world
          address         server1
      }
      define scheduler {
          scheduler_name  europe
          address         server2
          realm           Europe
      }
      define scheduler {
          scheduler_name  world-spare
          address         server2
          port            7778
          spare           1
      }`,
    after: `
      define realm {
          realm_name      World
          realm_members   Europe
          default         1
      }
      define realm {
          realm_name      Europe
      }
      define scheduler {
          scheduler_name  world
          address         server1
      }
      define scheduler {
          scheduler_name  europe
          address         server2
          realm           Europe
      }

      # Stands in for europe (server2).
      define scheduler {
          scheduler_name  europe-spare
          address         server3
          port            7768
          spare           1
          realm           Europe
      }
      define scheduler {
          scheduler_name  world-spare
          address         server2
          port            7778
          spare           1
      }`,
  },
];

const applying = ({ before, code, which }: Row): Fixed => fixed(before, code, which);

describe('a fix', () => {
  test.each([...table, ...additions])('$code: $title', (row) => {
    const { title, text, added, after } = applying(row);
    expect(title).toBe(row.title);
    expect(text).toBe(dedent(row.after));
    expect(added).toEqual({});
    expect(codesOf(after, `availability/${row.code}`)).toEqual([]);
  });

  test('of every rule that has one is among them', () => {
    const withFix = availabilityRules.filter(({ fix }) => fix).map(({ code }) => code);
    const tried = new Set([...table, ...additions].map(({ code }) => `availability/${code}`));
    expect(withFix.filter((code) => !tried.has(code))).toEqual([]);
  });

  test('is not offered where nobody can know what to write', () => {
    const noFix = (declaration: string, code: string): void => {
      expect(() => fixed(declaration, code)).toThrow(`nothing mends ${code}`);
    };
    noFix('define arbiter {\narbiter_name a\nspare 1\naddress 192.0.2.1\n}', 'arbiter-without-host-name');
    noFix(
      'define scheduler {\nscheduler_name s\n}\ndefine poller {\npoller_name p\naddress server2\n}',
      'local-address',
    );
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
