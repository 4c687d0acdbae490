import { headPlace } from '../../model/item';
import { namePlace } from '../../model/places';
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
    const said = new Set<string>();
    for (const { items, outcome } of model.facts('template-loop')) {
      const names = items.map((item) => item.text('name') ?? '');
      const lead = {
        crash: 'The arbiter dies of',
        error: 'The arbiter refuses',
        warning: 'The arbiter warns of',
        silent: 'Nothing is said of',
      }[outcome];
      const circle = [...names, names[0] ?? ''].join(' → ');
      for (const [index, item] of items.entries()) {
        const next = names[index + 1] ?? names[0] ?? '';
        // One use may be part of many circles.
        const edge = `${item.type} ${names[index] ?? ''}\0${next}`;
        if (said.has(edge)) continue;
        said.add(edge);
        report({
          at: namePlace(item, 'use', next),
          object: item,
          message: `${lead} ${titleOf(item.type)} templates that use each other: ${circle}`,
          related: items.flatMap(({ source }, other) =>
            source && other !== index ? [{ ...headPlace(source), message: names[other] ?? '' }] : [],
          ),
          severity: outcome === 'silent' ? 'warning' : 'error',
          data: undefined,
        });
      }
    }
  },
});
