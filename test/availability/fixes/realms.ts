/** Who works for whom. */
import type { FixRow } from './row';

export const realms: readonly FixRow[] = [
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
    code: 'unknown-realm-member',
    title: 'Change to Europe',
    before: `
      define realm {
          realm_name     World
          realm_members  Asia, Erope  ; the old world
          default        1
      }
      define realm {
          realm_name     Europe
      }
      define realm {
          realm_name     Asia
      }`,
    after: `
      define realm {
          realm_name     World
          realm_members  Asia, Europe  ; the old world
          default        1
      }
      define realm {
          realm_name     Europe
      }
      define realm {
          realm_name     Asia
      }`,
  },
  {
    code: 'unserved-realm',
    title: 'Set manage_sub_realms 1 on p, which then works for Europe as well',
    before: `
      define realm {
          realm_name         World
          realm_members      Europe
          default            1
      }
      define realm {
          realm_name         Europe
      }
      define command {
          command_name       ping
          command_line       /bin/true
      }
      define scheduler {
          scheduler_name     s
          realm              Europe
      }
      define poller {
          poller_name        p
          manage_sub_realms  0
      }
      define host {
          host_name          web
          realm              Europe
          check_command      ping
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
      define command {
          command_name       ping
          command_line       /bin/true
      }
      define scheduler {
          scheduler_name     s
          realm              Europe
      }
      define poller {
          poller_name        p
          manage_sub_realms  1
      }
      define host {
          host_name          web
          realm              Europe
          check_command      ping
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
    code: 'passive-spare',
    title: 'Make r-spare active',
    before: `
      define scheduler {
          scheduler_name    s
      }
      define reactionner {
          reactionner_name  r
          address           server1
          passive           1
      }
      define reactionner {
          reactionner_name  r-spare
          address           server3
          passive           1
          spare             1
      }`,
    after: `
      define scheduler {
          scheduler_name    s
      }
      define reactionner {
          reactionner_name  r
          address           server1
          passive           1
      }
      define reactionner {
          reactionner_name  r-spare
          address           server3
          passive           1
          spare             0
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
    code: 'no-broker-for-arbiters',
    title: 'Set manage_arbiters 0 on two',
    before: `
      define broker {
          broker_name      one
          address          server1
          manage_arbiters  1
      }
      define broker {
          broker_name      two
          address          server2
          manage_arbiters  1
      }`,
    after: `
      define broker {
          broker_name      one
          address          server1
          manage_arbiters  1
      }
      define broker {
          broker_name      two
          address          server2
          manage_arbiters  0
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
  {
    code: 'tag-out-of-reach',
    title: 'Change to DMZ',
    before: `
      define command {
          command_name  ping
          command_line  /bin/true
          poller_tag    DNZ
      }
      define poller {
          poller_name   p
          poller_tags   None, DMZ
      }
      define host {
          host_name      web
          check_command  ping
      }`,
    after: `
      define command {
          command_name  ping
          command_line  /bin/true
          poller_tag    DMZ
      }
      define poller {
          poller_name   p
          poller_tags   None, DMZ
      }
      define host {
          host_name      web
          check_command  ping
      }`,
  },
  {
    code: 'tag-out-of-reach',
    title: 'Add the tag LAN to the poller p',
    before: `
      define command {
          command_name  ping
          command_line  /bin/true
          poller_tag    LAN
      }
      define poller {
          poller_name   p
          poller_tags   None, DMZ
      }
      define host {
          host_name      web
          check_command  ping
      }`,
    after: `
      define command {
          command_name  ping
          command_line  /bin/true
          poller_tag    LAN
      }
      define poller {
          poller_name   p
          poller_tags   None, DMZ, LAN
      }
      define host {
          host_name      web
          check_command  ping
      }`,
  },
  {
    code: 'tag-out-of-reach',
    title: 'Add the tag None to the reactionner r',
    before: `
      define command {
          command_name  restart
          command_line  /bin/true
      }
      define reactionner {
          reactionner_name  r
          reactionner_tags  sms
      }
      define host {
          host_name      web
          event_handler  restart
      }`,
    after: `
      define command {
          command_name  restart
          command_line  /bin/true
      }
      define reactionner {
          reactionner_name  r
          reactionner_tags  sms,None
      }
      define host {
          host_name      web
          event_handler  restart
      }`,
  },
];
