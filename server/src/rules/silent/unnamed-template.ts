import { headPlace } from '../../model/item';
import { defineRule } from '../rule';
import { titleOf } from '../words';

export const unnamedTemplate = defineRule<undefined>({
  code: 'silent/unnamed-template',
  severity: 'warning',
  title: 'A template without a name',
  explain:
    'With `register 0` this is a template, which others use by its `name`. Without one nobody can, and nothing is said. An object that is meant to be monitored has no `register 0`.',
  example: {
    bad: `
      define host {
          host_name  generic-host
          register   0
      }`,
    good: `
      define host {
          name      generic-host
          register  0
      }`,
  },
  check(model, report) {
    for (const { item } of model.facts('unnamed-template')) {
      const message = `Nobody can use this ${titleOf(item.type)} template: it has no name.`;
      report({ at: item.source && headPlace(item.source), object: item, message, data: undefined });
    }
  },
});
