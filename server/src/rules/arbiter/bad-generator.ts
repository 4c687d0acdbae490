import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const badGenerator = defineRule<undefined>({
  code: 'arbiter/bad-generator',
  severity: 'error',
  title: 'A macro that duplicate_foreach cannot take apart',
  explain:
    'The macro that `duplicate_foreach` goes over is a list of keys between commas, each with its values: `key$(value1)$$(value2)$`. Nothing between two commas, or an empty macro, makes the arbiter refuse the host. In a key, `[1-4]` stands for each number; it crashes on `[-]`, and never comes to an end with leading zeros.',
  example: {
    bad: `
      define host {
          host_name  web-1
          _DISKS     /,,/var
      }
      define service {
          host_name            web-1
          service_description  Disk $KEY$
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
    for (const { item, host, macro, value, at, crashes } of model.facts('bad-generator')) {
      const lead = crashes ? 'The arbiter crashes on or never ends with' : 'The arbiter refuses';
      const place = placeOf(item, 'duplicate_foreach');
      report({
        at,
        object: host,
        message: `${lead} this value of ${macro}, which duplicate_foreach goes over: ${value === '' ? 'it is empty' : value}`,
        related: place ? [{ ...place, message: 'the service that goes over it' }] : [],
        data: undefined,
      });
    }
  },
});
