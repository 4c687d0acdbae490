import { referenceRule } from '../references';

export const unknownRealm = referenceRule({
  targets: ['realm'],
  code: 'arbiter/unknown-realm',
  title: 'A realm that is not defined',
  explain:
    'The arbiter refuses a host, a hostgroup or a daemon whose `realm` is no realm it knows. Names are case sensitive. To have the default realm, leave the property out: on a host an empty one is an unknown realm, too.',
  example: {
    bad: `
      define realm {
          realm_name   Europe
          default      1
      }
      define poller {
          poller_name  poller-master
          realm        europe
      }`,
    good: `
      define realm {
          realm_name   Europe
          default      1
      }
      define poller {
          poller_name  poller-master
          realm        Europe
      }`,
  },
});
