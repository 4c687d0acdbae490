/** What a command takes: read off the `$ARGn$` in its command line. */
import type { Project, RawObject } from '../project/types';
import { symbolsOf } from './symbols';
import { macrosIn } from '../model/names/macros';
import { written } from '../model/names/written';

export interface CommandShape {
  readonly object: RawObject;
  readonly line: string;
  /** As many as the line shows by the highest of their numbers. */
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  /** `ARG1`. */
  readonly macro: string;
  /** What the command line calls it: the option that it follows, else its macro. */
  readonly label: string;
  /** Its number is passed over: the line shows a higher one, but not this one. */
  readonly unused: boolean;
}

/** Nobody writes more, and a slip such as `$ARG99999$` shall not fill the memory. */
const MOST_PARAMETERS = 32;

/** The command of that name that counts: the last defined. */
export function commandShape(project: Project, name: string): CommandShape | undefined {
  const object = symbolsOf(project).definitions('command', name).at(-1)?.object;
  const line = object && written(object, 'command_line');
  return !object || line === undefined ? undefined : { object, line, parameters: parametersOf(line) };
}

export function parametersOf(line: string): readonly Parameter[] {
  const numbers = macrosIn(line).map(({ text }) => Number(/^ARG([1-9]\d*)$/.exec(text)?.[1] ?? 0));
  const shown = new Set(numbers);
  const count = Math.max(0, ...numbers.filter((number) => number <= MOST_PARAMETERS));
  const options = optionsOf(line);
  const uses = new Map<string, number>();
  for (const option of options.values()) uses.set(option, (uses.get(option) ?? 0) + 1);
  return Array.from({ length: count }, (_, index) => {
    const macro = `ARG${index + 1}`;
    const option = options.get(macro);
    // `-w $ARG1$,$ARG2$`: an option alone would not tell one from the other.
    const label = option === undefined ? macro : uses.get(option) === 1 ? option : `${option} ${macro}`;
    return { macro, label, unused: !shown.has(index + 1) };
  });
}

/** The option that each argument belongs to: `-w $ARG1$`, `--warning=$ARG1$`, `-w$ARG1$`, in quotes or not. */
function optionsOf(line: string): Map<string, string> {
  const found = new Map<string, string>();
  let before = '';
  for (const word of line.split(/\s+/)) {
    const text = word.replace(/^["']/, '');
    const own = /^(--?[A-Za-z][\w-]*)(?:=|["']?\$ARG)/.exec(text)?.[1];
    const option = own ?? (/^--?[A-Za-z][\w-]*$/.test(before) ? before : undefined);
    for (const [, macro = ''] of word.matchAll(/\$(ARG[1-9]\d*)\$/g)) {
      if (option !== undefined && !found.has(macro)) found.set(macro, option);
    }
    before = text;
  }
  return found;
}
