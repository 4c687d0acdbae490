import { defineRule } from '../rule';

export const badPattern = defineRule<undefined>({
  code: 'arbiter/bad-pattern',
  severity: 'error',
  title: 'A regular expression that is none',
  explain:
    'Behind `r:` in `service_excludes` and `service_includes` stands a regular expression of Python. This one does not compile, and the arbiter refuses the host. A comma ends the expression, since these are lists.',
  example: {
    bad: `
      define host {
          host_name         web-1
          service_excludes  r:Disk (
      }
      define service {
          host_name            web-1
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
    good: `
      define host {
          host_name         web-1
          service_excludes  r:Disk
      }
      define service {
          host_name            web-1
          service_description  Disk /
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    for (const { item, key, pattern, at } of model.facts('bad-pattern')) {
      const message = `The arbiter refuses the host: the regular expression ${pattern} in ${key} does not compile.`;
      report({ at, object: item, message, data: undefined });
    }
  },
});
