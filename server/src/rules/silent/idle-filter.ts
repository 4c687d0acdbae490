import { useName } from '../fixes';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly name: string;
  readonly suggestion: string | undefined;
}

export const idleFilter = defineRule<Data>({
  code: 'silent/idle-filter',
  severity: 'warning',
  title: 'An excluded or included service that does not exist',
  explain:
    '`service_excludes` keeps services away from a host, `service_includes` keeps away all others. No service of this description would come to the host, so that this name does nothing. Descriptions are case sensitive; behind `r:` stands a regular expression.',
  example: {
    bad: `
      define host {
          host_name         web-1
          service_excludes  Lod
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
          service_excludes  Load
      }
      define service {
          host_name            web-1
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    for (const { item, key, pattern, at, candidates } of model.facts('idle-filter')) {
      const suggestion = suggest(pattern, candidates);
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      const message = `No service ${pattern} would come to this host: it does nothing in ${key}.${hint}`;
      report({ at, object: item, message, data: { name: pattern, suggestion } });
    }
  },
  fix({ file, span, data }, model) {
    const written = model.text(file)?.slice(span.start, span.end);
    return data.suggestion === undefined || written !== data.name ? [] : [useName({ file, span }, data.suggestion)];
  },
});
