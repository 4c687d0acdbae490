import { directive, objectType } from '../../schema';
import { useName } from '../fixes';
import type { FactOf } from '../../model/types';
import type { Model } from '../../model/types';
import { defineRule } from '../rule';
import { suggest } from '../suggest';
import { wanted } from '../words';

interface Data {
  readonly name: string;
  readonly suggestion: string | undefined;
}

export const badOverride = defineRule<Data>({
  code: 'arbiter/bad-override',
  severity: 'error',
  title: 'An override that does not work',
  explain:
    '`service_overrides` changes a directive of one service of this host: `description,directive value`, one a line; the description may be `*` or `r:` and a regular expression. The arbiter refuses the host when it does not read like that, when the host has no such service, or when the directive is one of those that cannot be changed (`host_name`, `service_description`, `use`, `servicegroups`, `trigger`, `trigger_name`). It crashes on a directive that services do not have, a custom macro among them, and on a value that does not fit.',
  example: {
    bad: `
      define host {
          host_name          web-1
          service_overrides  Load,check_intervall 10
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
          host_name          web-1
          service_overrides  Load,check_interval 10
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
    for (const fact of model.facts('bad-override')) {
      const suggestion = suggestionFor(fact, model);
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      report({
        at: fact.at,
        object: fact.item,
        message: messageFor(fact) + hint,
        severity: fact.outcome === 'warning' ? 'warning' : 'error',
        data: { name: fact.name, suggestion },
      });
    }
  },
  fix({ file, span, data }, model) {
    const written = model.text(file)?.slice(span.start, span.end);
    return data.suggestion === undefined || written !== data.name ? [] : [useName({ file, span }, data.suggestion)];
  },
});

function messageFor({ why, name, text, item }: FactOf<'bad-override'>): string {
  switch (why) {
    case 'syntax':
      return `The arbiter refuses this override: it reads description,directive value, unlike ${text}`;
    case 'forbidden':
      return `The arbiter refuses this override: no host may change ${name} of its services.`;
    case 'unknown-service':
      return `This override is for nothing: host ${item.name} has no service ${name}.`;
    case 'unknown-property':
      return `The arbiter crashes: services have no directive ${name}${name.startsWith('_') ? ', and macros cannot be overridden' : ''}.`;
    case 'bad-value': {
      const [, key = ''] = /^[^,]+,(\S+)/.exec(text) ?? [];
      const kind = directive('service', key)?.value ?? 'string';
      return `The arbiter crashes: ${key} wants ${wanted(kind)}, not ${name === '' ? 'an empty value' : name}.`;
    }
    case 'bad-pattern':
      return `The arbiter crashes on the regular expression ${name}`;
  }
}

function suggestionFor({ why, name, item }: FactOf<'bad-override'>, model: Model): string | undefined {
  if (why === 'unknown-property')
    return suggest(name, objectType('service')?.directives.map((each) => each.name) ?? []);
  if (why !== 'unknown-service') return undefined;
  const host = item.text('host_name');
  const services = model.items('service').filter((service) => service.text('host_name') === host);
  return suggest(
    name,
    services.map((service) => service.text('service_description') ?? ''),
  );
}
