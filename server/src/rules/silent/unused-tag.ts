import { useName } from '../fixes';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly name: string;
  readonly suggestion: string | undefined;
}

export const unusedTag = defineRule<Data>({
  code: 'silent/unused-tag',
  severity: 'warning',
  title: 'A service bound to a host template that does not exist',
  explain:
    'With `register 0` the names in `host_name` of a service are those of host templates, and every host that uses one of them gets the service. This name is no template, and no host uses it: nobody gets the service, and nothing is said. For a host of that name leave `register 0` out.',
  example: {
    bad: `
      define host {
          name      linux
          register  0
      }
      define service {
          host_name            linus
          service_description  Load
          register             0
      }`,
    good: `
      define host {
          name      linux
          register  0
      }
      define service {
          host_name            linux
          service_description  Load
          register             0
      }`,
  },
  check(model, report) {
    for (const { item, name, at, isHost } of model.facts('unused-tag')) {
      // A template that no host uses yet is what packs are made of.
      if (model.findTemplate('host', name)) continue;
      const suggestion = suggest(
        name,
        model.templates('host').map((template) => template.text('name') ?? ''),
      );
      if (model.project.partial && suggestion === undefined) continue;
      const hint = isHost
        ? ` ${name} is a host: without register 0 the service would be for it.`
        : suggestion === undefined
          ? ''
          : ` Did you mean ${suggestion}?`;
      const message = `No host uses a template ${name}, so nobody gets this service.${hint}`;
      report({ at, object: item, message, data: { name, suggestion } });
    }
  },
  fix({ file, span, data }, model) {
    const written = model.text(file)?.slice(span.start, span.end);
    return data.suggestion === undefined || written !== data.name ? [] : [useName({ file, span }, data.suggestion)];
  },
});
