import { unknownTemplateRule } from '../unknown-template';

export const unknownTemplate = unknownTemplateRule({
  code: 'silent/unknown-template',
  outcome: 'silent',
  explain:
    'The name in `use` is no template of this type: a template has that `name` and `register 0`. Of time periods and of the escalations of hosts and services the arbiter says nothing about it, and goes on without the template.',
  example: {
    bad: `
      define timeperiod {
          name      office
          register  0
          monday    09:00-17:00
      }
      define timeperiod {
          timeperiod_name  paris
          use              offices
      }`,
    good: `
      define timeperiod {
          name      office
          register  0
          monday    09:00-17:00
      }
      define timeperiod {
          timeperiod_name  paris
          use              office
      }`,
  },
});
