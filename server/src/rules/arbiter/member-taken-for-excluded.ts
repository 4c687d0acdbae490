import { useName } from '../fixes';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly name: string;
  readonly suggestion: string | undefined;
}

export const memberTakenForExcluded = defineRule<Data>({
  code: 'arbiter/member-taken-for-excluded',
  severity: 'warning',
  title: 'A service that its host does not have, in a service group',
  explain:
    'The host exists and has no such service. By a slip the arbiter takes every such service for one that the host excludes: it warns and leaves it out of the group.',
  example: {
    bad: `
      define host {
          host_name  web-1
      }
      define servicegroup {
          servicegroup_name  load
          members            web-1,Load
      }`,
    good: `
      define host {
          host_name  web-1
      }
      define servicegroup {
          servicegroup_name  load
      }`,
  },
  check(model, report) {
    for (const { item, host, description, at } of model.facts('member-taken-for-excluded')) {
      const services = model.items('service').filter((service) => service.text('host_name') === host);
      const suggestion = suggest(
        description,
        services.map((service) => service.text('service_description') ?? ''),
      );
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      const message = `Host ${host} has no service ${description}; it is left out of the group.${hint}`;
      report({ at, object: item, message, data: { name: description, suggestion } });
    }
  },
  fix({ file, span, data }, model) {
    const written = model.text(file)?.slice(span.start, span.end);
    return data.suggestion === undefined || written !== data.name ? [] : [useName({ file, span }, data.suggestion)];
  },
});
