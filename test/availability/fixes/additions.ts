/** Fixes that bring a new definition: behind one that is there, for the main file would not read a new file. */
import type { FixRow } from './row';

export const additions: readonly FixRow[] = [
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

      # Stands in for one (server1), two (server1).
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
  {
    code: 'invented-daemon',
    title: 'Define a reactionner and a broker on server1',
    before: `
      define arbiter {
          arbiter_name    a
          host_name       server1
          address         server1
      }
      define arbiter {
          arbiter_name    a-spare
          host_name       server3
          address         server3
          spare           1
      }
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define poller {
          poller_name     p
          address         server1
      }
    `,
    after: `
      define arbiter {
          arbiter_name    a
          host_name       server1
          address         server1
      }
      define arbiter {
          arbiter_name    a-spare
          host_name       server3
          address         server3
          spare           1
      }
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define poller {
          poller_name     p
          address         server1
      }

      define reactionner {
          reactionner_name  reactionner-master
          address           server1
          port              7769
      }

      define broker {
          broker_name      broker-master
          address          server1
          port             7772
          manage_arbiters  1
      }
    `,
  },
];
