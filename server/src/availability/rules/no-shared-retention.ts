import { defineRule } from '../../rules/rule';
import { isSharedRetention } from '../spares';
import { placeOfDaemon } from '../topology';
import { complete } from './complete';

export const noSharedRetention = defineRule<undefined>({
  code: 'availability/no-shared-retention',
  severity: 'warning',
  title: 'A scheduler with a spare but without a shared retention',
  explain:
    'A spare scheduler knows the states only if both keep them in a store that both can reach: the redis, memcache or mongodb retention module. Without one, or with a file on the local disk, every check starts again as PENDING after a take-over, and acknowledgements and downtimes are lost.',
  example: {
    bad: `
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
          modules         retention
      }
      define scheduler {
          scheduler_name  scheduler-spare
          address         server3
          spare           1
          modules         retention
      }
      define module {
          module_name     retention
          module_type     pickle_retention_file
          path            /var/lib/shinken/retention.dat
      }`,
    good: `
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
          modules         retention
      }
      define scheduler {
          scheduler_name  scheduler-spare
          address         server3
          spare           1
          modules         retention
      }
      define module {
          module_name     retention
          module_type     redis_retention
          server          redis.example.com
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    for (const master of topology?.of('scheduler') ?? []) {
      const [spare] = topology?.sparesFor(master) ?? [];
      if (!spare || master.invented || master.modules.some((name) => isSharedRetention(model, name))) continue;
      report({
        at: placeOfDaemon(master, 'modules'),
        object: master.item,
        message: `When ${spare.name} takes over from ${master.name}, every check starts again as PENDING: no retention module (redis, memcache, mongodb) is shared.`,
        data: undefined,
      });
    }
  },
});
