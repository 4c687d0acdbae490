import { removePart } from '../parts';
import { defineRule } from '../rule';
import { describe } from '../words';

export const usesItself = defineRule<{ readonly key: 'use' }>({
  code: 'arbiter/uses-itself',
  severity: 'error',
  title: 'A template that uses itself',
  explain:
    'A template names itself in `use`. The arbiter refuses the configuration, but for time periods and for the escalations of hosts and services, where it says nothing.',
  example: {
    bad: `
      define contact {
          name      generic-contact
          use       generic-contact
          register  0
      }`,
    good: `
      define contact {
          name      generic-contact
          register  0
      }`,
  },
  check(model, report) {
    for (const { item, at, outcome } of model.facts('uses-itself')) {
      const severity = outcome === 'error' ? 'error' : 'warning';
      const message = `${outcome === 'error' ? 'The arbiter refuses' : 'Nothing comes of'} ${describe(item)}, which uses itself.`;
      report({ at, object: item, message, severity, data: { key: 'use' } });
    }
  },
  fix: ({ file, span }, model) => removePart(model, file, span, 'Remove it from use'),
});
