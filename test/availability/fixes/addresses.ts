/** Names, addresses and ports. */
import type { FixRow } from './row';

export const addresses: readonly FixRow[] = [
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
    code: 'local-address',
    title: 'Set the address to server3',
    before: `
      define arbiter {
          arbiter_name    a
          host_name       server1
          address         server1
      }
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define scheduler {
          scheduler_name  s-spare
          address         localhost
          spare           1
      }
      define poller {
          poller_name     p-spare
          address         server3
          spare           1
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
      define scheduler {
          scheduler_name  s-spare
          address         server3
          spare           1
      }
      define poller {
          poller_name     p-spare
          address         server3
          spare           1
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
    code: 'same-address-and-port',
    title: 'Set port 7769',
    before: `
      define reactionner {
          reactionner_name  r
          address           server1
          port              7771  ; the poller's
      }
      define poller {
          poller_name       p
          address           server1
          port              7771
      }`,
    after: `
      define reactionner {
          reactionner_name  r
          address           server1
          port              7769  ; the poller's
      }
      define poller {
          poller_name       p
          address           server1
          port              7771
      }`,
  },
  {
    code: 'same-address-and-port',
    title: 'Set port 7778',
    before: `
      define scheduler {
          scheduler_name  one
          address         server1
      }
      define scheduler {
          scheduler_name  two
          address         server1
      }`,
    after: `
      define scheduler {
          scheduler_name  one
          address         server1
      }
      define scheduler {
          scheduler_name  two
          address         server1
          port            7778
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
    code: 'spare-beside-master',
    title: 'Move s-spare to server3',
    before: `
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define scheduler {
          scheduler_name  s-spare
          address         server1
          port            7778
          spare           1
      }
      define poller {
          poller_name     p-spare
          address         server3
          spare           1
      }`,
    after: `
      define scheduler {
          scheduler_name  s
          address         server1
      }
      define scheduler {
          scheduler_name  s-spare
          address         server3
          port            7778
          spare           1
      }
      define poller {
          poller_name     p-spare
          address         server3
          spare           1
      }`,
  },
  {
    code: 'spare-beside-master',
    title: 'Move a-spare to server4',
    before: `
      define arbiter {
          arbiter_name    a
          host_name       server1
          address         server1
      }
      define arbiter {
          arbiter_name    a-spare
          host_name       server4
          address         server1
          port            7780
          spare           1
      }
      define poller {
          poller_name     p-spare
          address         server3
          spare           1
      }`,
    after: `
      define arbiter {
          arbiter_name    a
          host_name       server1
          address         server1
      }
      define arbiter {
          arbiter_name    a-spare
          host_name       server4
          address         server4
          port            7780
          spare           1
      }
      define poller {
          poller_name     p-spare
          address         server3
          spare           1
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
];
