/** The map's own signs, on a square of 16 by 16: strokes without a fill, drawn alike on the page and in the SVG. */
export const icons = {
  server: 'M2.5 2.5h11v4.5h-11zM2.5 9h11v4.5h-11zM5 4.75h1.5M5 11.25h1.5',
  realm: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM2 8h12M8 2c2 2 2.6 4 2.6 6s-.6 4-2.6 6c-2-2-2.6-4-2.6-6s.6-4 2.6-6',
  works: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM5.7 8.2l1.7 1.7 3-3.6',
  waits: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM6.6 6v4M9.4 6v4',
  'takes-over': 'M2.5 5.5h7a3.5 3.5 0 0 1 0 7H6M5.2 2.8L2.5 5.5l2.7 2.7',
  dead: 'M4 4l8 8M12 4l-8 8',
  idle: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  gap: 'M8 3.5v9M3.5 8h9',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4',
  good: 'M3 8.5l3.4 3.5L13 4.5',
  note: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8 7v4M8 4.9v.4',
} as const;

export type IconName = keyof typeof icons;
