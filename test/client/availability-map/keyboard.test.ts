import { expect, test } from 'vitest';
import { cellAt, moved, nearest, type Shape, type Stop } from '../../../client/webview/availability-map/keyboard';

/**
 * Three servers; the arbiters; a realm's heading, one cell wide; schedulers, two of them on the second server:
 *
 *     ·    s1   s2   s3
 *     A    1    1    1
 *     realm
 *     S    1    2    1
 */
const shape: Shape = [[0, 1, 1, 1], [1, 1, 1, 1], [1], [1, 1, 2, 1]];

/** `2.1` is the second row's second column; `3.2.1` the second thing in its cell. */
const stop = (text: string): Stop => {
  const [row = 0, column = 0, item = 0] = text.split('.').map(Number);
  return { row, column, item };
};
const written = ({ row, column, item }: Stop): string =>
  `${String(row)}.${String(column)}${item > 0 ? `.${String(item)}` : ''}`;

test.each([
  ['0.1', 'ArrowRight', '0.2'],
  ['0.3', 'ArrowRight', '0.3'],
  ['0.1', 'ArrowLeft', '0.1'],
  ['1.1', 'ArrowLeft', '1.0'],
  ['0.2', 'ArrowDown', '1.2'],
  ['0.2', 'ArrowUp', '0.2'],
  ['1.2', 'ArrowDown', '2.2'],
  ['2.2', 'ArrowDown', '3.2'],
  ['2.2', 'ArrowRight', '2.2'],
  ['3.2', 'ArrowDown', '3.2.1'],
  ['3.2.1', 'ArrowDown', '3.2.1'],
  ['3.2.1', 'ArrowUp', '3.2'],
  ['3.2', 'ArrowUp', '2.2'],
  ['2.2', 'ArrowUp', '1.2'],
  ['3.2.1', 'ArrowLeft', '3.1'],
  ['1.0', 'ArrowUp', '1.0'],
  ['1.2', 'Home', '1.0'],
  ['0.3', 'Home', '0.1'],
  ['1.1', 'End', '1.3'],
  ['3.2', 'Control+Home', '0.1'],
  ['0.1', 'Control+End', '3.3'],
])('from %s %s leads to %s', (from, keys, to) => {
  const key = keys.replace('Control+', '');
  const found = moved(shape, stop(from), key, key !== keys);
  expect(found && written(found)).toBe(to);
});

test.each(['Enter', ' ', 'a', 'Tab', 'PageDown'])('%j does not move', (key) => {
  expect(moved(shape, stop('1.1'), key)).toBeUndefined();
});

test.each([
  ['1.1', '1.1'],
  ['3.2.5', '3.2.1'],
  ['9.1', '3.1'],
  ['1.7', '1.7'],
  ['0.0', '1.0'],
])('after an edit the stop nearest to %s is %s', (wanted, found) => {
  expect(written(nearest(shape, stop(wanted)))).toBe(found);
});

test('a map without anything has a stop all the same', () => {
  expect(nearest([], stop('3.2'))).toEqual({ row: 3, column: 1, item: 0 });
});

test.each([
  [[1], 3, 0],
  [[1, 1, 1], 2, 2],
])('in a row %j the column %i leads to the cell %i', (row, column, cell) => {
  expect(cellAt(row, column)).toBe(cell);
});
