import type { Analysis } from '../analysis';
import { commandShape } from './commands';
import { contextAt } from './context';
import type { FilePosition, Markdown } from './feature';
import { block } from './markdown';
import { targetOf } from './symbols/scan';

export interface Signature {
  /** `check_http!ARG1!ARG2`. */
  readonly label: string;
  readonly documentation: Markdown;
  /** The arguments' names, as they stand in the label. */
  readonly parameters: readonly string[];
  readonly active: number;
}

/** Which argument of a command is being written, and what the command does with it. */
export function signatureHelp({ project }: Pick<Analysis, 'project'>, at: FilePosition): Signature | undefined {
  const context = contextAt(project, at);
  if (context.kind !== 'value') return undefined;
  const shape = targetOf(context.object, context.property.key)?.shape;
  if (shape !== 'call' && shape !== 'calls') return undefined;
  const { before } = context.cursor;
  const call = shape === 'calls' ? (before.split(',').at(-1) ?? '') : before;
  const [name = '', ...args] = call.split(/(?<!\\)!/);
  const command = args.length > 0 ? commandShape(project, name.trim()) : undefined;
  if (!command || command.args === 0) return undefined;
  const parameters = Array.from({ length: command.args }, (_, index) => `ARG${index + 1}`);
  const label = [name.trim(), ...parameters].join('!');
  return { label, documentation: block(command.line), parameters, active: args.length - 1 };
}
