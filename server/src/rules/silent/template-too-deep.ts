import { placeOf } from '../../model/item';
import { defineRule } from '../rule';
import { capital, describe } from '../words';

const chain = (length: number): string =>
  Array.from({ length }, (_, index) =>
    [
      'define contact {',
      `    name      t${String(index)}`,
      ...(index + 1 < length ? [`    use       t${String(index + 1)}`] : []),
      '    register  0',
      '}',
    ].join('\n'),
  ).join('\n');

export const templateTooDeep = defineRule<undefined>({
  code: 'silent/template-too-deep',
  severity: 'warning',
  title: 'Too many templates above each other',
  explain:
    'Shinken follows templates of templates over 32 steps. What stands further up is not inherited, and nothing is said.',
  example: {
    bad: `define contact {\n    contact_name  alice\n    use           t0\n}\n${chain(40)}`,
    good: `define contact {\n    contact_name  alice\n    use           t0\n}\n${chain(10)}`,
  },
  check(model, report) {
    for (const { item, depth } of model.facts('template-too-deep')) {
      const message = `${capital(describe(item))} inherits over ${String(depth)} steps; Shinken goes no further than 32.`;
      report({ at: placeOf(item, 'use'), object: item, message, data: undefined });
    }
  },
});
