import type { Analysis } from '../analysis';
import { builtInCommandDocs } from '../schema';
import type { Span } from '../syntax/nodes';
import { argumentsGiven, callAt, type CallAt } from './calls';
import { commandShape, type CommandShape, type Parameter } from './commands';
import { contextAt } from './context';
import type { FilePosition, Markdown } from './feature';
import { block, builtInMarkdown, code, paragraphs } from './markdown';
import { isSecret } from './secrets';

export interface Signature {
  /** `check_http!-p!-u`. */
  readonly label: string;
  readonly documentation: Markdown;
  readonly parameters: readonly SignatureParameter[];
  /** The parameter that is being written, counted from 0; the number of parameters when the call has more than the command takes. */
  readonly active: number;
}

export interface SignatureParameter {
  /** Where it stands in the label. */
  readonly span: Span;
  readonly documentation?: Markdown;
}

/** Which argument of a command is being written, and what the command does with it. */
export function signatureHelp({ project }: Pick<Analysis, 'project'>, at: FilePosition): Signature | undefined {
  const call = callAt(contextAt(project, at));
  if (!call || call.active < 0) return undefined;
  const shape = commandShape(project, call.name);
  if (!shape) return builtInSignature(call);
  if (shape.parameters.length === 0) return undefined;
  const given = argumentsGiven(project, call.name);
  const { label, spans } = labelOf(call.name, shape.parameters);
  const parameters = shape.parameters.map((parameter, index) => {
    const own = call.args[index]?.trim();
    const others = [...(given[index] ?? [])].filter(([value, count]) => value !== own || count > 1);
    const values = isSecret(parameter.label) ? [] : others.map(([value]) => value);
    return { span: spans[index] ?? { start: 0, end: 0 }, documentation: parameterMarkdown(parameter, values) };
  });
  const documentation = paragraphs(surplus(shape, call), block(shape.line, 'sh'));
  return { label, documentation, parameters, active: Math.min(call.active, parameters.length) };
}

/** In a business rule, `!` negates: it is one argument, whatever it holds. */
function builtInSignature({ name }: CallAt): Signature | undefined {
  const argument = builtInCommandDocs.find((command) => command.name === name)?.argument;
  if (argument === undefined) return undefined;
  const span = { start: name.length + 1, end: name.length + 1 + argument.length };
  const documentation = builtInMarkdown(name) ?? '';
  return { label: `${name}!${argument}`, documentation, parameters: [{ span }], active: 0 };
}

function labelOf(name: string, parameters: readonly Parameter[]): { label: string; spans: readonly Span[] } {
  let label = name;
  const spans = parameters.map((parameter) => {
    const start = label.length + 1;
    label += `!${parameter.label}`;
    return { start, end: label.length };
  });
  return { label, spans };
}

/** So many values that others give are named. */
const MOST_VALUES = 4;

function parameterMarkdown({ macro, unused }: Parameter, values: readonly string[]): Markdown {
  if (unused) return `${code(`$${macro}$`)} is not in the command line.`;
  const others = values.slice(0, MOST_VALUES).map(code).join(', ');
  return `${code(`$${macro}$`)}${others === '' ? '' : `, elsewhere ${others}`}`;
}

function surplus({ parameters }: CommandShape, { active }: CallAt): Markdown | undefined {
  const count = parameters.length;
  if (active < count) return undefined;
  return `**Takes ${count === 1 ? 'one argument' : `${count} arguments`}**; argument ${active + 1} goes nowhere.`;
}
