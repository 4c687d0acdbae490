import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const foreachWithoutKey = defineRule<undefined>({
  code: 'silent/foreach-without-key',
  severity: 'warning',
  title: 'duplicate_foreach without $KEY$ in the description',
  explain:
    'The services that `duplicate_foreach` makes differ by `$KEY$` in `service_description`. Without it they all have one name, and one of them is left.',
  example: {
    bad: `
      define host {
          host_name  web-1
          _DISKS     /,/var
      }
      define service {
          host_name            web-1
          service_description  Disk
          duplicate_foreach    _disks
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
    for (const { item } of model.facts('foreach-without-key')) {
      const message = 'All services of duplicate_foreach get this one name, and one of them is left: $KEY$ is missing.';
      report({ at: placeOf(item, 'service_description'), object: item, message, data: undefined });
    }
  },
});
