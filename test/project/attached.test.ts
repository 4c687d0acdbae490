import { expect, test } from 'vitest';
import { Attached } from '../../server/src/project/attached';

interface Named {
  readonly name: string;
}

test('each keeps its own of the same object', () => {
  const [lengths, letters] = [new Attached<Named, number>(), new Attached<Named, string | undefined>()];
  const object: Named = { name: 'web' };
  expect([lengths.has(object), lengths.get(object)]).toEqual([false, undefined]);
  lengths.set(object, 3);
  letters.set(object, undefined);
  lengths.set(object, 4);
  expect([lengths.get(object), letters.get(object), letters.has(object)]).toEqual([4, undefined, true]);
  expect(lengths.has({ name: 'web' })).toBe(false);
});

test('nobody sees it, and copies have none of it', () => {
  const lengths = new Attached<Named, number>();
  const object: Named = { name: 'web' };
  lengths.set(object, 3);
  expect(Object.keys(object)).toEqual(['name']);
  expect(JSON.stringify(object)).toBe('{"name":"web"}');
  expect(object).toEqual({ name: 'web' });
  expect(lengths.has({ ...object })).toBe(false);
});
