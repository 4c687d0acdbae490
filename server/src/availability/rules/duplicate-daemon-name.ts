import type { RawObject, RawProperty } from '../../project/types';
import { edits, replaceValue } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { daemonTypes } from '../../schema';

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
  check({ project }, report) {
    for (const kind of daemonTypes) {
      const named = new Map<string, { object: RawObject; property: RawProperty }>();
      const objects = project.objects.filter((object) => object.type === kind);
      const names = new Set(objects.map((object) => nameOf(object, kind)?.value));
      for (const object of objects) {
        const property = nameOf(object, kind);
        if (!property || property.value === '') continue;
        const first = named.get(property.value);
        named.set(property.value, { object, property });
        if (!first) continue;
        report({
          at: { file: property.file, span: property.node.value.span },
          object: { type: kind, name: property.value },
          message: `There are two ${kind}s named ${property.value}: Shinken forgets the first one.`,
          related: [
            { file: first.property.file, span: first.property.node.value.span, message: 'the one that is forgotten' },
          ],
          data: { property, free: freeName(property.value, isSpare(object), names) },
        });
      }
    }
  },
  fix: ({ data: { property, free } }) => [{ title: `Rename to ${free}`, change: edits(replaceValue(property, free)) }],
});

function nameOf({ properties }: RawObject, kind: string): RawProperty | undefined {
  return properties.filter(({ key }) => key === `${kind}_name`).at(-1);
}

function isSpare({ properties }: RawObject): boolean {
  return /^(1|yes|true|on)$/i.test(properties.filter(({ key }) => key === 'spare').at(-1)?.value ?? '');
}

function freeName(name: string, spare: boolean, taken: ReadonlySet<string | undefined>): string {
  const base = spare ? (name.includes('master') ? name.replace('master', 'spare') : `${name}-spare`) : name;
  let free = spare ? base : `${base}-2`;
  for (let n = 2; taken.has(free); n++) free = `${base}-${String(n)}`;
  return free;
}
