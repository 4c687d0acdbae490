import { headPlace } from '../../model/item';
import { defineRule } from '../rule';
import { titleOf } from '../words';

export const templateLoop = defineRule<undefined>({
  code: 'arbiter/template-loop',
  severity: 'error',
  title: 'Templates that use each other',
  explain:
    'Templates use each other in a circle. As soon as an object uses one of them the arbiter dies without a message; while nobody does, it refuses the configuration, except that of services, time periods and the escalations of hosts and services it says nothing then.',
  example: {
    bad: `
      define contact {
          name      day
          use       night
          register  0
      }
      define contact {
          name      night
          use       day
          register  0
      }`,
    good: `
      define contact {
          name      day
          use       night
          register  0
      }
      define contact {
          name      night
          register  0
      }`,
  },
  check(model, report) {
    for (const { items, at, outcome } of model.facts('template-loop')) {
      const [first] = items;
      if (!first) continue;
      const names = [...items, first].map((item) => item.text('name') ?? '').join(' → ');
      const lead = {
        crash: 'The arbiter dies of',
        error: 'The arbiter refuses',
        warning: '',
        silent: 'Nothing is said of',
      }[outcome];
      report({
        at,
        object: first,
        message: `${lead} ${titleOf(first.type)} templates that use each other: ${names}`,
        related: items.flatMap(({ source, name }) => (source ? [{ ...headPlace(source), message: name }] : [])),
        severity: outcome === 'silent' ? 'warning' : 'error',
        data: undefined,
      });
    }
  },
});
