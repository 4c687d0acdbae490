/** Elements and words of an SVG, which breaks no lines by itself. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; its content is SVG, or with `isText` words to be escaped. */
export function element(name: string, attributes: Attributes, content: readonly string[], isText = false): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const inner = isText ? escaped(content.join('')) : content.join('');
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

interface TextStyle {
  readonly fill: string;
  readonly size?: number;
  readonly weight?: number;
  readonly strike?: boolean;
}

/** One line of text on its baseline. */
export function text(x: number, y: number, words: string, { fill, size, weight, strike }: TextStyle): string {
  const decoration = strike ? 'line-through' : undefined;
  return element(
    'text',
    { x, y, fill, 'font-size': size, 'font-weight': weight, 'text-decoration': decoration },
    [words],
    true,
  );
}

/** What XML cannot hold is left out: a name in a file may have any character. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** About how wide a line will be, in a common font without serifs; rather too wide than too narrow. */
export function textWidth(words: string, size: number, isBold = false): number {
  const units = [...words].reduce((sum, character) => sum + unitsOf(character), 0);
  return units * size * (isBold ? 1.1 : 1);
}

function unitsOf(character: string): number {
  if (/[\u1100-\u{1faff}]/u.test(character)) return 1.05;
  if (/[ijltfrI.,:;'|!()[\] ·-]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.9;
  return /[A-Z]/.test(character) ? 0.72 : 0.61;
}

/** Broken into lines between words; a word that is longer than a line is cut off. */
export function wrapped(words: string, width: number, size: number, isBold = false): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ').filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1) ?? ''} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, isBold) <= width) lines[lines.length - 1] = longer;
    else lines.push(shortened(word, width, size, isBold));
  }
  return lines;
}

function shortened(word: string, width: number, size: number, isBold: boolean): string {
  if (textWidth(word, size, isBold) <= width) return word;
  const characters = [...word];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, isBold) > width) characters.pop();
  return `${characters.join('')}…`;
}
