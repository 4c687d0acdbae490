/** What the picture is drawn of: colours, measures, frames and signs. */
import { type IconName, icons } from './icons';
import { element } from './svg-text';

/** The light theme's colours, each with a contrast of at least 4.5 to 1 on white where it carries words. */
export const colours = {
  ink: '#1f2328',
  muted: '#57606a',
  line: '#c9d1d9',
  ground: '#ffffff',
  raised: '#f6f8fa',
  good: '#1a7f37',
  goodGround: '#e6f4ea',
  bad: '#b3261e',
  warn: '#8a5a00',
} as const;

export type Colour = keyof typeof colours;

/** From one baseline to the next. */
export const LINE = 18;
export const FONT = 13;
const ICON = 16;

/** A part, and how much room it takes. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

interface FrameStyle {
  readonly fill: string;
  readonly stroke?: string;
  readonly dashes?: string;
}

export function frame(
  x: number,
  y: number,
  width: number,
  height: number,
  { fill, stroke, dashes }: FrameStyle,
): string {
  return element('rect', { x, y, width, height, fill, stroke, 'stroke-dasharray': dashes }, []);
}

export function icon(name: IconName, x: number, y: number, colour: Colour, size = ICON): string {
  const scale = size === ICON ? '' : ` scale(${String(size / ICON)})`;
  return element(
    'path',
    {
      d: icons[name],
      transform: `translate(${String(x)} ${String(y)})${scale}`,
      fill: 'none',
      stroke: colours[colour],
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    [],
  );
}
