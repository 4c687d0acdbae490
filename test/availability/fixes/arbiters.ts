/** Arbiters, and how soon somebody takes over. */
import type { FixRow } from './row';

export const arbiters: readonly FixRow[] = [
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
    code: 'arbiter-host-name-is-address',
    title: 'Set host_name server1',
    before: `
      define arbiter {
          arbiter_name  a
          host_name     192.0.2.1   ; not its name
          address       server1
      }`,
    after: `
      define arbiter {
          arbiter_name  a
          host_name     server1   ; not its name
          address       server1
      }`,
  },
  {
    code: 'arbiter-host-name-elsewhere',
    title: 'Set host_name server3',
    before: `
      define arbiter {
          arbiter_name  a-spare
          host_name     server2 ; the poller's
          address       server3
          spare         1
      }
      define poller {
          poller_name   p
          address       server2
      }
      define poller {
          poller_name   p-spare
          address       server3
          spare         1
      }`,
    after: `
      define arbiter {
          arbiter_name  a-spare
          host_name     server3 ; the poller's
          address       server3
          spare         1
      }
      define poller {
          poller_name   p
          address       server2
      }
      define poller {
          poller_name   p-spare
          address       server3
          spare         1
      }`,
  },
  {
    code: 'arbiters-share-host-name',
    title: 'Set host_name server3',
    before: `
      define arbiter {
          arbiter_name  a-spare
          host_name     server1
          address       server3
          spare         1
      }
      define arbiter {
          arbiter_name  a
          host_name     server1
          address       server1.example.com
      }`,
    after: `
      define arbiter {
          arbiter_name  a-spare
          host_name     server3
          address       server3
          spare         1
      }
      define arbiter {
          arbiter_name  a
          host_name     server1
          address       server1.example.com
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
    code: 'hasty-takeover',
    title: 'Set check_interval to 60',
    before: `
      define broker {
          broker_name     b
          address         server1
          check_interval  2
      }
      define broker {
          broker_name     b-spare
          address         server3
          spare           1
      }`,
    after: `
      define broker {
          broker_name     b
          address         server1
          check_interval  60
      }
      define broker {
          broker_name     b-spare
          address         server3
          spare           1
      }`,
  },
  {
    code: 'hasty-takeover',
    title: 'Set max_check_attempts to 3 and check_interval to 60',
    before: `
      define arbiter {
          arbiter_name        a
          host_name           server1
          check_interval      2
          max_check_attempts  1
      }
      define arbiter {
          arbiter_name        a-spare
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
          arbiter_name        a-spare
          host_name           server3
          spare               1
      }`,
  },
  {
    code: 'long-timeout',
    title: 'Set timeout to 3, as it is by default',
    before: `
      define poller {
          poller_name  p
          timeout      60
      }`,
    after: `
      define poller {
          poller_name  p
          timeout      3
      }`,
  },
];
