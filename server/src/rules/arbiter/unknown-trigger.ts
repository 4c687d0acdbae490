import { referenceRule } from '../references';

export const unknownTrigger = referenceRule({
  targets: ['trigger'],
  code: 'arbiter/unknown-trigger',
  title: 'A trigger that is not there',
  explain:
    'A `trigger_name` is the name of a file in a `triggers_dir`, without `.trig`. The arbiter refuses a host or a service that names another. Code written into `trigger` needs no name.',
  example: {
    bad: `
      define host {
          host_name      web-1
          trigger_name   avg_http
      }`,
    good: `
      define host {
          host_name      web-1
          trigger        self.output = "fine"
      }`,
  },
});
