/** Where the keys lead in the map: a grid whose cells may hold several things to stop at, or none. */

/** How many stops each cell of each row has. A row that is one cell wide lies under all columns. */
export type Shape = readonly (readonly number[])[];

export interface Stop {
  readonly row: number;
  /** The column that the user moves in: kept in passing through a row that is one cell wide. */
  readonly column: number;
  readonly item: number;
}

/** The cell of a row that a column leads to. */
export function cellAt(row: readonly number[], column: number): number {
  return Math.min(column, row.length - 1);
}

/** The nearest stop to one that may have gone after an edit; the first one where nothing is near. */
export function nearest(shape: Shape, { row, column, item }: Stop): Stop {
  const rows = shape.map((_, index) => index).sort((a, b) => Math.abs(a - row) - Math.abs(b - row));
  for (const index of rows) {
    const cells = shape[index] ?? [];
    const count = cells[cellAt(cells, column)] ?? 0;
    if (count > 0) return { row: index, column, item: Math.min(item, count - 1) };
  }
  return { row, column: 1, item: 0 };
}

/** The stop that a key leads to; the same one where there is none in that direction. Undefined for a key that does not move. */
export function moved(shape: Shape, at: Stop, key: string, withControl = false): Stop | undefined {
  switch (key) {
    case 'ArrowDown':
      return vertical(shape, at, 1);
    case 'ArrowUp':
      return vertical(shape, at, -1);
    case 'ArrowRight':
      return horizontal(shape, at, 1);
    case 'ArrowLeft':
      return horizontal(shape, at, -1);
    case 'Home':
      return edge(shape, withControl ? { ...at, row: firstRow(shape) } : at, 1);
    case 'End':
      return edge(shape, withControl ? { ...at, row: shape.length - 1 } : at, -1);
    default:
      return undefined;
  }
}

function vertical(shape: Shape, at: Stop, step: 1 | -1): Stop {
  const here = shape[at.row] ?? [];
  const item = at.item + step;
  if (item >= 0 && item < (here[cellAt(here, at.column)] ?? 0)) return { ...at, item };
  for (let row = at.row + step; row >= 0 && row < shape.length; row += step) {
    const cells = shape[row] ?? [];
    const count = cells[cellAt(cells, at.column)] ?? 0;
    if (count > 0) return { row, column: at.column, item: step > 0 ? 0 : count - 1 };
  }
  return at;
}

function horizontal(shape: Shape, at: Stop, step: 1 | -1): Stop {
  const cells = shape[at.row] ?? [];
  for (let column = cellAt(cells, at.column) + step; column >= 0 && column < cells.length; column += step)
    if ((cells[column] ?? 0) > 0) return { row: at.row, column, item: 0 };
  return at;
}

/** The first stop of a row, or the last. */
function edge(shape: Shape, at: Stop, step: 1 | -1): Stop {
  const cells = shape[at.row] ?? [];
  const columns = cells.map((_, index) => index);
  const column = (step > 0 ? columns : columns.reverse()).find((index) => (cells[index] ?? 0) > 0);
  return column === undefined ? at : { row: at.row, column, item: 0 };
}

const firstRow = (shape: Shape): number =>
  Math.max(
    0,
    shape.findIndex((cells) => cells.some((count) => count > 0)),
  );
