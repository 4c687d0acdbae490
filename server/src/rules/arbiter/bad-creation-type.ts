import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const badCreationType = defineRule<undefined>({
  code: 'arbiter/bad-creation-type',
  severity: 'error',
  title: 'A discovery rule that creates neither hosts nor services',
  explain:
    'The `creation_type` of a discovery rule is `host` or `service`, in lower case; without it, `service`. The arbiter crashes of anything else.',
  example: {
    bad: `
      define discoveryrule {
          discoveryrule_name  linux
          creation_type       hosts
      }`,
    good: `
      define discoveryrule {
          discoveryrule_name  linux
          creation_type       host
      }`,
  },
  check(model, report) {
    for (const { item, value } of model.facts('bad-creation-type')) {
      report({
        at: placeOf(item, 'creation_type'),
        object: item,
        message: `The arbiter crashes: creation_type is host or service, not ${value === '' ? 'empty' : value}.`,
        data: undefined,
      });
    }
  },
});
