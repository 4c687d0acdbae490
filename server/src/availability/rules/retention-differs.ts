import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { exchangeInList } from '../changes';
import { isSameStore, isSharedRetention } from '../retention';
import { mastersOf } from '../stand-ins';
import { type Daemon, placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

interface Data {
  readonly spare: string;
  readonly master: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

export const retentionDiffers = defineRule<Data>({
  code: 'availability/retention-differs',
  severity: 'warning',
  title: 'A spare scheduler keeps states elsewhere than its master',
  explain:
    'Both schedulers have a shared retention module, but not the same one: the spare reads another store than its master writes, and starts every check as PENDING. Give both the same module, or modules of one type that name the same store.',
  example: {
    bad: `
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
          modules         redis
      }
      define scheduler {
          scheduler_name  scheduler-spare
          address         server3
          spare           1
          modules         memcache
      }
      define module {
          module_name     redis
          module_type     redis_retention
      }
      define module {
          module_name     memcache
          module_type     memcache_retention
      }`,
    good: `
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
          modules         redis
      }
      define scheduler {
          scheduler_name  scheduler-spare
          address         server3
          spare           1
          modules         redis
      }
      define module {
          module_name     redis
          module_type     redis_retention
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    const storesOf = ({ modules }: Daemon): readonly string[] =>
      modules.filter((name) => isSharedRetention(model, name));
    const isSame = (one: string, other: string): boolean => {
      const [first, second] = [model.find('module', one), model.find('module', other)];
      return one === other || (first !== undefined && second !== undefined && isSameStore(first, second));
    };
    for (const spare of topology?.of('scheduler') ?? []) {
      const mine = storesOf(spare);
      if (!topology || !spare.spare || mine.length === 0) continue;
      for (const master of mastersOf(topology, spare)) {
        const theirs = storesOf(master);
        if (theirs.length === 0 || theirs.some((name) => mine.some((other) => isSame(name, other)))) continue;
        report({
          at: placeOfDaemon(spare, 'modules'),
          object: spare.item,
          message: `${spare.name} reads the states from ${mine.join(', ')}, but ${master.name} writes them to ${theirs.join(', ')}.`,
          data: { spare: spare.name, master: master.name, mine, theirs },
        });
      }
    }
  },
  fix({ data: { spare: spareName, master, mine, theirs } }, model) {
    const spare = topologyOf(model)
      .of('scheduler')
      .find(({ name }) => name === spareName);
    const list = spare ? exchangeInList(model, spare, 'modules', mine, theirs) : [];
    const title = `Give ${spareName} ${theirs.join(', ')}, as ${master} has`;
    return list.length > 0 ? [{ title, change: edits(...list), preferred: true }] : [];
  },
});
