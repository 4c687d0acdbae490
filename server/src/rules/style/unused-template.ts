import { unusedRule } from './unused';

export const unusedTemplate = unusedRule({
  code: 'style/unused-template',
  title: 'A template that nobody uses',
  explain:
    'No object has it in `use`, directly or through others, no discovery rule gives it to what it finds, and no business rule asks for the hosts that have it. A template of hosts that only services are bound to counts as unused, and they go with it. Packs bring templates for those who want them: the rule is off unless it is asked for.',
  includes: (space) => space.startsWith('template '),
  example: {
    bad: `
      define host {
          name                old-router
          max_check_attempts  5
          register            0
      }
      define host {
          host_name  web-1
      }`,
    good: `
      define host {
          name                router
          max_check_attempts  5
          register            0
      }
      define host {
          use        router
          host_name  web-1
      }`,
  },
});
