/** How figures are written, on a terminal and in the page. */
import type { Figure, Unit } from './measure';

export const COLUMNS = ['', 'median', 'p95', 'runs', 'beside it (median, p95)', 'ratio', 'goal', 'met'] as const;

/** A figure as a row under these columns. */
export function row({ what, unit, measured, peer, ratio, goal, met, remark }: Figure): readonly string[] {
  const beside = peer && `${peer.name}: ${number(peer.measured.median, unit)}, ${number(peer.measured.p95, unit)}`;
  return [
    what,
    measured ? number(measured.median, unit) : '–',
    measured ? number(measured.p95, unit) : '–',
    measured ? String(measured.count) : '–',
    [beside, remark].filter((part) => part !== undefined).join('; '),
    ratio === undefined ? '' : ratio.toFixed(2),
    goal ?? '',
    verdict({ goal, met }),
  ];
}

/** Whether a goal is met; a figure without a goal says nothing. */
export function verdict({ goal, met }: Pick<Figure, 'goal' | 'met'>): string {
  if (goal === undefined) return '';
  return met === undefined ? 'not judged' : met ? 'yes' : 'NO';
}

function number(value: number, unit: Unit): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
}

/** How many goals are met, of those that could be judged: `3 of 7`. */
export function tally(figures: readonly Figure[]): string {
  const judged = figures.filter(({ goal, met }) => goal !== undefined && met !== undefined);
  const met = judged.filter((figure) => figure.met).length;
  const rest = figures.filter(({ goal, met: known }) => goal !== undefined && known === undefined).length;
  return `${met} of ${judged.length}${rest > 0 ? `, ${rest} not judged` : ''}`;
}
