/** Daemons and gaps in the picture. */
import { colours, type Drawn, FONT, frame, icon, LINE } from './svg-shapes';
import { text, textWidth, wrapped } from './svg-text';
import type { DaemonEntry, Entry } from './view';

/** A note that is longer than this is wrapped. */
const LONGEST_NOTE = 190;

/** As wide as its name and its badges want it, and a short note. */
export function widthOf(entry: Entry): number {
  if (entry.type === 'gap') return textWidth(entry.text, FONT);
  return Math.max(
    textWidth(entry.name, FONT, true) + (entry.problems.length > 0 ? 36 : 0),
    textWidth(badges(entry), 12),
    Math.min(LONGEST_NOTE, textWidth(entry.note?.text ?? '', 12, entry.note?.isLoss)),
  );
}

function badges({ isSpare, isInvented, home, tags, modules }: DaemonEntry): string {
  return [
    ...(isSpare ? ['spare'] : []),
    ...(isInvented ? ['invented by Shinken'] : []),
    ...(home === undefined ? [] : [`from ${home}`]),
    ...tags,
    ...(modules.length > 0 ? [modules.join(', ')] : []),
  ].join(' · ');
}

/** The entries of a cell, one below the other. */
export function chips(entries: readonly Entry[], x: number, y: number, width: number): Drawn {
  let height = 0;
  const drawn = entries.map((entry) => {
    const one =
      entry.type === 'daemon' ? daemonChip(entry, x, y + height, width) : gapChip(entry.text, x, y + height, width);
    height += one.height + 4;
    return one.svg;
  });
  return { svg: drawn.join(''), height: Math.max(0, height - 4) };
}

function daemonChip(entry: DaemonEntry, x: number, y: number, width: number): Drawn {
  const { name, status, note, problems } = entry;
  const isDead = status === 'dead';
  const colour = ({ works: 'good', waits: 'muted', 'takes-over': 'good', dead: 'bad', idle: 'muted' } as const)[status];
  const inner = width - 38;
  const below = [
    ...wrapped(badges(entry), inner, 12).map((line) => ({ line, fill: colours.muted, weight: 400 })),
    ...wrapped(note?.text ?? '', inner, 12, note?.isLoss).map((line) => {
      return { line, fill: note?.isLoss ? colours.bad : colours.ink, weight: note?.isLoss ? 600 : 400 };
    }),
  ];
  const height = 26 + below.length * 16;
  const bar = status === 'takes-over' ? 6 : 3;
  const fill = status === 'takes-over' ? colours.goodGround : isDead ? colours.ground : colours.raised;
  const nameColour = isDead ? colours.muted : colours.ink;
  const svg = [
    frame(x, y, width, height, {
      fill,
      stroke: status === 'takes-over' ? colours.good : colours.line,
      dashes: isDead ? '2 2' : undefined,
    }),
    frame(x, y, bar, height, { fill: colours[colour] }),
    icon(status, x + 10, y + 5, colour),
    ...wrapped(name, inner - (problems.length > 0 ? 36 : 0), FONT, true)
      .slice(0, 1)
      .map((line) => text(x + 31, y + 18, line, { weight: 600, fill: nameColour, strike: isDead })),
    ...(problems.length > 0
      ? [
          icon('warning', x + width - 34, y + 6, 'warn', 14),
          text(x + width - 17, y + 17, String(problems.length), { size: 12, fill: colours.ink }),
        ]
      : []),
    ...below.map(({ line, fill: ink, weight }, index) =>
      text(x + 31, y + 34 + index * 16, line, { size: 12, fill: ink, weight }),
    ),
  ];
  return { svg: svg.join(''), height };
}

function gapChip(words: string, x: number, y: number, width: number): Drawn {
  const lines = wrapped(words, width - 38, FONT);
  const height = 8 + lines.length * LINE;
  const svg = [
    frame(x, y, width, height, { fill: 'none', stroke: colours.muted, dashes: '4 3' }),
    icon('gap', x + 9, y + 5, 'warn'),
    ...lines.map((line, index) => text(x + 31, y + 18 + index * LINE, line, { fill: colours.ink })),
  ];
  return { svg: svg.join(''), height };
}
