import type { Item } from '../../model/item';
import { namePlace } from '../../model/places';
import { defineRule } from '../../rules/rule';
import { isSharedRetention, localStore } from '../retention';
import { placeStore, shareRetention } from '../share-retention';
import { sparesFor } from '../stand-ins';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const noSharedRetention = defineRule<{
  readonly name: string;
  /** The module whose store is another one on each machine. */
  readonly module?: string;
}>({
  code: 'availability/no-shared-retention',
  severity: 'warning',
  title: 'A scheduler with a spare but without a shared retention',
  explain:
    'A spare scheduler knows the states only if both keep them in a store that both can reach: the redis, memcache or mongodb retention module. Without one, or with a file on the local disk, every check starts again as PENDING after a take-over, and acknowledgements and downtimes are lost. A store on `127.0.0.1` is another one for each scheduler, unless it is replicated.',
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
      const [spare] = topology ? sparesFor(topology, master) : [];
      if (!spare || master.invented) continue;
      const shared = master.modules.filter((name) => isSharedRetention(model, name));
      if (shared.length === 0) {
        report({
          at: placeOfDaemon(master, 'modules'),
          object: master.item,
          message: `When ${spare.name} takes over from ${master.name}, every check starts again as PENDING: no retention module (redis, memcache, mongodb) is shared.`,
          data: { name: master.name },
        });
        continue;
      }
      const modules = shared.flatMap((name) => model.find('module', name) ?? []);
      const [module] = modules;
      if (!module || modules.length < shared.length || spare.machine === master.machine) continue;
      const store = localStore(module);
      if (store === undefined || modules.some((other) => localStore(other) === undefined)) continue;
      report({
        at: namePlace(master.item, 'modules', module.name),
        object: master.item,
        message: `${module.name} keeps the states on ${store}, which is another store for ${spare.name} on ${spare.machine}, unless something there passes them on: name a server that both reach.`,
        // Where nobody wrote an address, a person may not have got to it yet.
        severity: isWritten(module) ? 'information' : 'hint',
        data: { name: master.name, module: module.name },
      });
    }
  },
  fix({ data }, model) {
    const master = topologyOf(model)
      .of('scheduler')
      .find(({ name, spare }) => name === data.name && !spare);
    if (!master) return [];
    const module = data.module === undefined ? undefined : model.find('module', data.module);
    return module ? placeStore(model, master, module) : shareRetention(model, master);
  },
});

const isWritten = (module: Item): boolean => ['server', 'uri'].some((key) => module.origins.has(key));
