import { defineRule } from '../rule';

export const idleExtinfo = defineRule<undefined>({
  code: 'silent/idle-extinfo',
  severity: 'warning',
  title: 'Information about a host or service that does not exist',
  explain:
    '`hostextinfo` and `serviceextinfo` add notes, links and icons to a host or a service. There is none of that name, so they are read and dropped. The same directives may stand in the host or the service itself.',
  example: {
    bad: `
      define host {
          host_name  web-1
      }
      define hostextinfo {
          host_name  web-l
          notes      The front door
      }`,
    good: `
      define host {
          host_name  web-1
      }
      define hostextinfo {
          host_name  web-1
          notes      The front door
      }`,
  },
  check(model, report) {
    for (const { item, name, at, outcome } of model.facts('idle-extinfo')) {
      if (outcome === 'crash' || model.project.partial) continue;
      const what = item.type === 'hostextinfo' ? 'host' : 'service';
      report({ at, object: item, message: `There is no ${what} ${name}; this is read and dropped.`, data: undefined });
    }
  },
});
