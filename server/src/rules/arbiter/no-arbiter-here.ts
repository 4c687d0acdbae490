import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const noArbiterHere = defineRule<undefined>({
  code: 'arbiter/no-arbiter-here',
  severity: 'error',
  title: 'No arbiter for this machine',
  explain:
    'An arbiter looks for itself in the configuration: for an arbiter object whose `host_name` is the name of the machine it runs on, as `hostname` prints it there. Where it finds none it stops before it has checked anything. An arbiter without `host_name` is at home on every machine.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     not-the-name-of-this-machine
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-master
      }`,
  },
  check(model, report) {
    for (const { hostname, arbiters } of model.facts('no-arbiter-here')) {
      const [first, ...others] = arbiters;
      if (!first) continue;
      const names = arbiters.map((arbiter) => arbiter.text('host_name') ?? '').join(', ');
      report({
        at: placeOf(first, 'host_name'),
        object: first,
        message: `On ${hostname} the arbiter stops at once: no arbiter object has this host_name, only ${names}.`,
        related: others.flatMap((arbiter) => {
          const place = placeOf(arbiter, 'host_name');
          return place
            ? [{ ...place, message: `Another arbiter object is for ${arbiter.text('host_name') ?? ''}.` }]
            : [];
        }),
        data: undefined,
      });
    }
  },
});
