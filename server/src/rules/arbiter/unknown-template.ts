import { unknownTemplateRule } from '../unknown-template';

export const unknownTemplate = unknownTemplateRule({
  code: 'arbiter/unknown-template',
  outcome: 'warning',
  explain:
    'The name in `use` is no template of this type: a template has that `name` and `register 0`. The arbiter warns and goes on without it. Services bound to the name still go to the hosts that use it.',
  example: {
    bad: `
      define contact {
          name      generic-contact
          register  0
      }
      define contact {
          contact_name  alice
          use           generic-contakt
      }`,
    good: `
      define contact {
          name      generic-contact
          register  0
      }
      define contact {
          contact_name  alice
          use           generic-contact
      }`,
  },
});
