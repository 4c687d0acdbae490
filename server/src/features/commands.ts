/** What a command takes: read off the `$ARGn$` in its command line. */
import type { Project } from '../project/types';
import { symbolsOf } from './symbols';
import { macrosIn } from './symbols/macros';
import { written } from './symbols/written';

export interface CommandShape {
  readonly line: string;
  /** How many arguments the line shows, by the highest of their numbers. */
  readonly args: number;
}

/** The command of that name that counts: the last defined. */
export function commandShape(project: Project, name: string): CommandShape | undefined {
  const command = symbolsOf(project).definitions('command', name).at(-1)?.object;
  const line = command && written(command, 'command_line');
  if (line === undefined) return undefined;
  const numbers = macrosIn(line).map(({ text }) => Number(/^ARG(\d+)$/.exec(text)?.[1] ?? 0));
  return { line, args: Math.max(0, ...numbers) };
}
