import { headPlace } from '../../model/item';
import type { Place, RawObject } from '../../project/types';
import { useName } from '../fixes';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly description: string;
  readonly suggestion: string | undefined;
}

export const dependencyDropped = defineRule<Data>({
  code: 'arbiter/dependency-dropped',
  severity: 'warning',
  title: 'A dependency of a service that is not there',
  explain:
    'A dependency names a service that its host does not have. Shinken wrongly takes it for one that `service_excludes` of the host keeps away, warns, and drops the dependency. Only when the host itself is unknown does it refuse.',
  example: {
    bad: `
      define host {
          host_name             web-1
      }
      define service {
          host_name             web-1
          service_description   Http
          check_command         _echo
          check_interval        5
          retry_interval        1
          service_dependencies  web-1,Laod
      }
      define service {
          host_name             web-1
          service_description   Load
          check_command         _echo
          check_interval        5
          retry_interval        1
      }`,
    good: `
      define host {
          host_name             web-1
      }
      define service {
          host_name             web-1
          service_description   Http
          check_command         _echo
          check_interval        5
          retry_interval        1
          service_dependencies  web-1,Load
      }
      define service {
          host_name             web-1
          service_description   Load
          check_command         _echo
          check_interval        5
          retry_interval        1
      }`,
  },
  check(model, report) {
    for (const { item, host, description, at } of model.facts('dependency-dropped')) {
      const others = model.items('service').filter((service) => service.text('host_name') === host);
      const suggestion = suggest(
        description,
        others.map((service) => service.text('service_description') ?? ''),
      );
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      const related = item.source && !isWithin(at, item.source) ? [headPlace(item.source)] : [];
      report({
        at,
        object: item,
        related: related.map((place) => ({ ...place, message: 'The object whose dependency it is' })),
        message: `Host ${host} has no service ${description}: the dependency is dropped.${hint}`,
        data: { description, suggestion },
      });
    }
  },
  fix({ file, span, data: { description, suggestion } }, model) {
    const written = model.text(file)?.slice(span.start, span.end);
    return suggestion === undefined || written !== description ? [] : [useName({ file, span }, suggestion)];
  },
});

/** Whether a value stands in the object itself, and not in a template it uses. */
function isWithin(at: Place | undefined, { file, node }: RawObject): boolean {
  return at?.file === file && at.span.start >= node.span.start && at.span.end <= node.span.end;
}
