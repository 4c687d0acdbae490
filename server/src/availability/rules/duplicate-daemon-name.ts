import { placeOf } from '../../model/item';
import type { Model } from '../../model/types';
import type { RawProperty } from '../../project/types';
import { edits, replaceValue } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { type DaemonType, isDaemonType } from '../../schema';

interface Data {
  readonly property: RawProperty;
  readonly free: string;
}

export const duplicateDaemonName = defineRule<Data>({
  code: 'availability/duplicate-daemon-name',
  severity: 'error',
  title: 'Two daemons of one name',
  explain:
    'Of two daemons of one kind with one name Shinken keeps the last one it reads and forgets the other, without a word. A spare that bears the name of its master replaces it.',
  example: {
    bad: `
      define poller {
          poller_name  poller-master
          address      server1
      }
      define poller {
          poller_name  poller-master
          address      server3
          spare        1
      }`,
    good: `
      define poller {
          poller_name  poller-master
          address      server1
      }
      define poller {
          poller_name  poller-spare
          address      server3
          spare        1
      }`,
  },
  check(model, report) {
    if (model.project.partial) return;
    for (const { lost, kept, name, template } of model.facts('duplicate-name')) {
      if (template || !isDaemonType(lost.type)) continue;
      const key = `${lost.type}_name`;
      // The spare is the one to get a name of its own, the later one if it is not that.
      const isSpare = lost.flag('spare') !== kept.flag('spare');
      const [item, twin] = isSpare && lost.flag('spare') ? [lost, kept] : [kept, lost];
      const property = item.origins.get(key)?.property;
      const other = placeOf(twin, key);
      if (!property) continue;
      report({
        at: placeOf(item, key),
        object: item,
        message: `There are two ${lost.type}s named ${name}: Shinken forgets ${item === lost ? 'this one' : 'the other one'}.`,
        related: other
          ? [{ ...other, message: item === lost ? 'the one that counts' : 'the one that is forgotten' }]
          : [],
        data: { property, free: freeName(name, lost.type, isSpare, model) },
      });
    }
  },
  fix: ({ data: { property, free } }) => [{ title: `Rename to ${free}`, change: edits(replaceValue(property, free)) }],
});

/** A name like the one that two daemons share, which no daemon of that kind has: a spare is called by what it is. */
function freeName(name: string, kind: DaemonType, spare: boolean, model: Model): string {
  const taken = new Set(
    model.project.objects.flatMap(({ type, lines }) =>
      type === kind ? lines.filter(({ key }) => key === `${kind}_name`).map(({ value }) => value) : [],
    ),
  );
  const base = spare ? (name.includes('master') ? name.replace('master', 'spare') : `${name}-spare`) : name;
  let free = spare ? base : `${base}-2`;
  for (let n = 2; taken.has(free); n++) free = `${base}-${String(n)}`;
  return free;
}
