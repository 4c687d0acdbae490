/** What several measures type into a file. */
import type { Editor } from '../editor';
import { milliseconds } from '../statistics';

/** A place in a file, and what is typed over it. */
export interface Stroke {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether the line that it is in has a problem then; undefined where the place does not matter. */
  readonly wrong: boolean;
}

/** The end of the first match of an expression. @throws Error when there is none. */
export function after(text: string, expression: RegExp): number {
  const match = expression.exec(text);
  if (!match) throw new Error(`${String(expression)} is nowhere in what was generated`);
  return match.index + match[0].length;
}

/** A value that may be anything gets a letter and loses it again; one that must be a number gets one, which is a mistake, and loses it. */
export function valueStrokes(text: string, anything: RegExp, number: RegExp): readonly Stroke[] {
  const [free, strict] = [after(text, anything), after(text, number)];
  return [...thereAndBack(free, 'x', false), ...thereAndBack(strict, 'x', true)];
}

/** A letter, and its removal. */
export function thereAndBack(at: number, letter: string, wrong: boolean): readonly [Stroke, Stroke] {
  return [
    { start: at, end: at, text: letter, wrong },
    { start: at, end: at + letter.length, text: '', wrong: false },
  ];
}

/**
 * The milliseconds from a stroke to the problems of the document with it.
 * @throws Error when they are not those of the text: what is quick and wrong is not measured.
 */
export async function judged(editor: Editor, file: string, stroke: Stroke): Promise<number> {
  let lines: number[] = [];
  const time = await milliseconds(async () => {
    await editor.type(file, stroke.start, stroke.end, stroke.text);
    lines = (await editor.diagnostics(file)).map(({ range }) => range.start.line);
  });
  const line = editor.text(file).slice(0, stroke.start).split('\n').length - 1;
  if (lines.includes(line) !== stroke.wrong)
    throw new Error(`${file}:${line + 1}: ${stroke.wrong ? 'a mistake is not found' : 'there is no mistake'}`);
  return time;
}

/** The stroke of a run: one after the other, and again from the beginning. */
export function nth(strokes: readonly Stroke[], run: number): Stroke {
  const stroke = strokes[run % strokes.length];
  if (!stroke) throw new Error('nothing to type');
  return stroke;
}
