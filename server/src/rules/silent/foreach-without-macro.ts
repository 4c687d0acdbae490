import { placeOf } from '../../model/item';
import { useName } from '../fixes';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly suggestion: string | undefined;
}

export const foreachWithoutMacro = defineRule<Data>({
  code: 'silent/foreach-without-macro',
  severity: 'information',
  title: 'duplicate_foreach over a macro that no host has',
  explain:
    '`duplicate_foreach` makes a service for each key of a custom macro of the host. A host without that macro gets none, and nothing is said. Here no host that the service is for has it.',
  example: {
    bad: `
      define host {
          host_name  web-1
          _DISKS     /,/var
      }
      define service {
          host_name            web-1
          service_description  Disk $KEY$
          duplicate_foreach    _disk
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
    good: `
      define host {
          host_name  web-1
          _DISKS     /,/var
      }
      define service {
          host_name            web-1
          service_description  Disk $KEY$
          duplicate_foreach    _disks
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    const facts = model.facts('foreach-without-macro');
    if (facts.length === 0) return;
    const sources = new Set(model.items('service').map(({ source }) => source));
    for (const { item, host, macro } of facts) {
      if (sources.has(item.source)) continue;
      const suggestion = suggest(macro, host.customs.keys());
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      const message = `No host that this service is for has a macro ${macro}, so there is no such service.${hint}`;
      const severity = suggestion === undefined ? 'information' : 'warning';
      report({ at: placeOf(item, 'duplicate_foreach'), object: item, message, severity, data: { suggestion } });
    }
  },
  fix: ({ file, span, data: { suggestion } }) =>
    suggestion === undefined ? [] : [useName({ file, span }, suggestion.toLowerCase())],
});
