import { defineRule } from '../rule';

export const defaultRealm = defineRule<undefined>({
  code: 'arbiter/default-realm',
  severity: 'warning',
  title: 'No realm is defined',
  explain:
    'Where no realm is defined Shinken adds one called `Default`, puts every host and daemon into it that names no realm, and warns. Define one realm with `default 1`.',
  example: {
    bad: `
      define poller {
          poller_name  poller-master
      }`,
    good: `
      define realm {
          realm_name   All
          default      1
      }
      define poller {
          poller_name  poller-master
          realm        All
      }`,
  },
  check(model, report) {
    for (const { item } of model.facts('default-realm')) {
      report({ at: undefined, message: `No realm is defined: Shinken adds one called ${item.name}.`, data: undefined });
    }
  },
});
