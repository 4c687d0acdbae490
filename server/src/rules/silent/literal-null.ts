import { defineRule } from '../rule';

export const literalNull = defineRule<undefined>({
  code: 'silent/literal-null',
  severity: 'warning',
  title: '`null` that cancels nothing',
  explain:
    'As the value of a directive that is no list, `null` cancels what templates have. In a list it is a name like any other, and in a custom macro it is text. An empty value cancels a list.',
  example: {
    bad: `
      define contact {
          contact_name      alice
          notificationways  null
      }`,
    good: `
      define contact {
          contact_name      alice
          notificationways
      }`,
  },
  check(model, report) {
    for (const { item, property, at } of model.facts('literal-null')) {
      const message = property.key.startsWith('_')
        ? `The macro has the text null: macros cannot be cancelled.`
        : `${property.key} is a list, in which null is a name: leave the value empty to cancel what is inherited.`;
      report({ at, object: item, message, data: undefined });
    }
  },
});
