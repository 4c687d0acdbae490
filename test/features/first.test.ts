import { expect, test } from 'vitest';
import { random } from '../../bench/random';
import { firstOf, firstOfSorted } from '../../server/src/features/first';

test.each([0, 1, 2, 3, 10, 1000])('the first %i of some are those that sorting them puts first', (count) => {
  const draw = random(count);
  for (let run = 0; run < 100; run++) {
    const values = Array.from({ length: draw.below(200) }, (_, index) => ({ key: draw.below(20), index }));
    const order = (a: (typeof values)[number], b: (typeof values)[number]): number => a.key - b.key;
    expect(firstOf(values, count, order)).toEqual([...values].sort(order).slice(0, count));
  }
});

test.each([0, 1, 2, 3, 10, 1000])('the first %i of sorted lists are those of all together', (count) => {
  const draw = random(count);
  const order = (a: number, b: number): number => a - b;
  for (let run = 0; run < 100; run++) {
    const lists = Array.from({ length: draw.below(20) }, () => {
      return Array.from({ length: draw.below(30) }, () => draw.below(100)).sort(order);
    });
    expect(firstOfSorted(lists, count, order)).toEqual(lists.flat().sort(order).slice(0, count));
  }
});
