import { edits } from '../edits';
import { defineRule } from '../rule';

export const refusedPlus = defineRule<undefined>({
  code: 'arbiter/refused-plus',
  severity: 'error',
  title: 'A plus before a single value, in 3.0',
  explain:
    'Shinken 3.0 refuses an object with a directive or a custom macro that is no list and whose value begins with `+`. 2.4 takes it as it is. Put something before it, or leave it out.',
  example: {
    dialect: '3.0',
    bad: `
      define host {
          host_name     web-1
          _SNMP_OPTION  +v
      }`,
    good: `
      define host {
          host_name     web-1
          _SNMP_OPTION  v
      }`,
  },
  check(model, report) {
    for (const { item, property, at, refused } of model.facts('literal-plus')) {
      if (!refused) continue;
      const message = `Shinken 3.0 refuses a + at the beginning of ${property.key}, which is no list.`;
      report({ at, object: item, message, severity: item.isTemplate ? 'warning' : 'error', data: undefined });
    }
  },
  fix: ({ file, span }) => [
    {
      title: 'Remove the +',
      change: edits({ file, span: { start: span.start, end: span.start + 1 }, newText: '' }),
      preferred: true,
    },
  ],
});
