/** The map as a picture that stands by itself: a light ground, fonts that every machine has, no style sheet, no script. */
import type { IconName } from './icons';
import { chips, widthOf } from './svg-chips';
import { type Colour, colours, type Drawn, FONT, frame, icon, LINE } from './svg-shapes';
import { element, text, textWidth, wrapped } from './svg-text';
import type { Cell, Column, KindRow, MapView, RealmRow } from './view';

const MARGIN = 24;
const NARROWEST = 150;
const WIDEST = 300;

/** A file's text: one well-formed document. */
export function mapSvg(view: MapView): string {
  const layout = layoutOf(view);
  const width = MARGIN * 2 + layout.heads + layout.columns.reduce((sum, one) => sum + one, 0);
  const parts: string[] = [];
  let y = MARGIN;
  parts.push(text(MARGIN, y + 16, 'Availability', { size: 20, weight: 600, fill: colours.ink }));
  parts.push(
    text(MARGIN + textWidth('Availability', 20, true) + 12, y + 16, view.configuration, { fill: colours.muted }),
  );
  y += 34;
  const verdict = banner(view, y, width - MARGIN * 2);
  parts.push(verdict.svg);
  y += verdict.height + 14;
  const top = y;
  const lines: string[] = [];
  const head = headRow(view.columns, layout, y);
  lines.push(head.svg);
  y += head.height;
  for (const row of view.rows) {
    const drawn = row.type === 'realm' ? realmRow(row, y, width) : kindRow(row, layout, y, width);
    lines.push(drawn.svg);
    y += drawn.height;
  }
  parts.push(hatchedColumns(view.columns, layout, top, y), ...lines);
  parts.push(frame(MARGIN, top, width - MARGIN * 2, y - top, { fill: 'none', stroke: colours.line }));
  y += 14;
  for (const { tone, text: sentence } of view.story) {
    const colour: Colour = { death: 'bad', loss: 'bad', takeover: 'good', fine: 'good', note: 'muted' }[tone] as Colour;
    const name: IconName = (
      { death: 'dead', loss: 'warning', takeover: 'takes-over', fine: 'good', note: 'note' } as const
    )[tone];
    parts.push(icon(name, MARGIN, y, colour));
    for (const line of wrapped(sentence, width - MARGIN * 2 - 24, FONT)) {
      parts.push(text(MARGIN + 24, y + 13, line, { fill: colours.ink, weight: tone === 'loss' ? 600 : 400 }));
      y += LINE;
    }
    y += 3;
  }
  const height = y + MARGIN - 10;
  const size = { width, height, viewBox: `0 0 ${String(width)} ${String(height)}` };
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...size,
    role: 'img',
    'aria-labelledby': 'title description',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    { ...attributes, 'font-family': "'Segoe UI', 'Helvetica Neue', Arial, sans-serif", 'font-size': FONT },
    [
      element('title', { id: 'title' }, [`Availability map of ${view.configuration}`], true),
      element(
        'desc',
        { id: 'description' },
        [[view.verdict.text, ...view.story.map((line) => line.text)].join(' ')],
        true,
      ),
      hatch(),
      frame(0, 0, width, height, { fill: colours.ground }),
      ...parts,
    ],
  )}\n`;
}

interface Layout {
  /** The width of the rows' heads. */
  readonly heads: number;
  /** The width of each column. */
  readonly columns: readonly number[];
}

function layoutOf({ columns, rows }: MapView): Layout {
  const heads = rows.map((row) =>
    row.type === 'kind' ? indent(row.depth) + Math.max(textWidth(row.title, FONT), flagWidth(row)) + 20 : 0,
  );
  const widths = columns.map((column, index) => {
    const cells = rows.flatMap((row) => (row.type === 'kind' ? (row.cells[index]?.entries ?? []) : []));
    const wide = [textWidth(column.name, 15, true) + 46, ...cells.map((entry) => widthOf(entry) + 52)];
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, ...wide)));
  });
  return { heads: Math.round(Math.max(120, ...heads)), columns: widths };
}

const indent = (depth: number): number => 12 + depth * 16;
const flagWidth = ({ flag }: KindRow): number => (flag === undefined ? 0 : textWidth(flag, 12, true) + 18);

function banner({ verdict }: MapView, y: number, width: number): Drawn {
  const colour = verdict.isGood ? 'good' : 'bad';
  const lines = wrapped(verdict.text, width - 52, FONT, true);
  const height = lines.length * LINE + 12;
  const svg = [
    frame(MARGIN, y, width, height, { fill: colours.raised, stroke: colours.line }),
    frame(MARGIN, y, 4, height, { fill: colours[colour] }),
    icon(verdict.isGood ? 'good' : 'warning', MARGIN + 14, y + 7, colour),
    ...lines.map((line, index) => text(MARGIN + 38, y + 19 + index * LINE, line, { fill: colours.ink, weight: 600 })),
  ].join('');
  return { svg, height };
}

function headRow(columns: readonly Column[], layout: Layout, y: number): Drawn {
  const height = columns.some(({ isFatal }) => isFatal) ? 68 : 50;
  let x = MARGIN + layout.heads;
  const heads = columns.map((column, index) => {
    const { name, status, summary, isFatal } = column;
    const isDead = status === 'dead';
    const [sign, colour] = isDead
      ? (['dead', 'bad'] as const)
      : ([status === 'proposed' ? 'gap' : 'server', 'ink'] as const);
    const detail = isDead ? 'dead' : status === 'proposed' ? `not there yet · ${summary}` : summary;
    const risk = isFatal && !isDead;
    const drawn = [
      icon(sign, x + 10, y + 9, colour),
      text(x + 32, y + 22, name, { size: 15, weight: 600, fill: colours.ink, strike: isDead }),
      text(x + 10, y + 40, detail, { size: 12, fill: colours.muted }),
      ...(risk
        ? [
            icon('warning', x + 9, y + 46, 'warn', 14),
            text(x + 27, y + 58, 'single point of failure', { size: 12, fill: colours.ink }),
          ]
        : []),
    ].join('');
    x += layout.columns[index] ?? 0;
    return drawn;
  });
  const width = layout.heads + layout.columns.reduce((sum, one) => sum + one, 0);
  return { svg: frame(MARGIN, y, width, height, { fill: colours.raised }) + heads.join(''), height };
}

function realmRow({ name, depth, notes }: RealmRow, y: number, width: number): Drawn {
  const x = MARGIN + indent(depth);
  const svg = [
    frame(MARGIN, y, width - MARGIN * 2, 26, { fill: colours.raised, stroke: colours.line }),
    icon('realm', x, y + 5, 'ink'),
    text(x + 22, y + 18, name, { weight: 600, fill: colours.ink }),
    text(x + 32 + textWidth(name, FONT, true), y + 18, notes.join(' · '), { size: 12, fill: colours.muted }),
  ];
  return { svg: svg.join(''), height: 26 };
}

function kindRow(row: KindRow, layout: Layout, y: number, width: number): Drawn {
  let x = MARGIN + layout.heads;
  const drawn = row.cells.map((cell: Cell, index) => {
    const of = layout.columns[index] ?? 0;
    const found = chips(cell.entries, x + 6, y + 6, of - 12);
    const border = `<path d="M${String(x)} ${String(y)}v{height}" stroke="${colours.line}"/>`;
    x += of;
    return { ...found, border };
  });
  const own = row.flag === undefined ? 32 : 50;
  const height = Math.max(own, ...drawn.map((cell) => cell.height + 12));
  const start = MARGIN + indent(row.depth);
  const head = text(start, y + 21, row.title, { fill: colours.ink });
  const flag =
    row.flag === undefined
      ? ''
      : icon('warning', start - 1, y + 28, 'bad', 14) +
        text(start + 17, y + 40, row.flag, { size: 12, weight: 600, fill: colours.bad });
  const line = `<path d="M${String(MARGIN)} ${String(y + height)}h${String(width - MARGIN * 2)}" stroke="${colours.line}"/>`;
  const cells = drawn.map(({ svg, border }) => svg + border.replace('{height}', String(height)));
  return { svg: head + flag + cells.join('') + line, height };
}

/** The dead servers' columns, under everything that stands in them. */
function hatchedColumns(columns: readonly Column[], layout: Layout, top: number, bottom: number): string {
  let x = MARGIN + layout.heads;
  return columns
    .map(({ status }, index) => {
      const width = layout.columns[index] ?? 0;
      const drawn = status === 'dead' ? frame(x, top, width, bottom - top, { fill: 'url(#dead)' }) : '';
      x += width;
      return drawn;
    })
    .join('');
}

function hatch(): string {
  const attributes = {
    id: 'dead',
    width: 8,
    height: 8,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  };
  return element('defs', {}, [
    element('pattern', attributes, [element('path', { d: 'M0 0v8', stroke: colours.line, 'stroke-width': 2 }, [])]),
  ]);
}
