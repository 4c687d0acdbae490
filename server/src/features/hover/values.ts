/** What a value means that is no name: a choice, a kind of module, a number of intervals. */
import type { Project } from '../../project/types';
import { moduleType, type Directive } from '../../schema';
import type { Span } from '../../syntax/nodes';
import { settingNamed } from '../completion/settings';
import type { ValueCursor } from '../context';
import type { Markdown } from '../feature';
import { code, moduleMarkdown } from '../markdown';

export function valueHover(
  { settings }: Project,
  directive: Directive | undefined,
  { before, after, spanOf }: ValueCursor,
): { readonly span: Span; readonly help: Markdown } | undefined {
  if (!directive) return undefined;
  const list = directive.value === 'list';
  const start = list ? before.lastIndexOf(',') + 1 : 0;
  const end = list ? after.search(/,|$/) : after.length;
  const written = before.slice(start) + after.slice(0, end);
  const text = written.trim();
  const span = spanOf(start + written.search(/\S|$/), end);
  const choice = directive.choices?.find(({ value }) => value === text);
  const module = directive.name === 'module_type' ? moduleType(text) : undefined;
  if (module) return { span, help: moduleMarkdown(module) };
  if (choice) return { span, help: `${code(choice.value)} — ${choice.doc}` };
  if (directive.unit !== 'interval_length' || !/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  const setting = settings.findLast(({ key }) => key === 'interval_length')?.value;
  const length = Number(setting ?? settingNamed('interval_length')?.default ?? 60);
  return { span, help: `${code(text)} × ${length} seconds = ${duration(Number(text) * length)}` };
}

/** Seconds, as a person says them. */
function duration(seconds: number): string {
  const units = [
    { name: 'day', length: 86_400 },
    { name: 'hour', length: 3600 },
    { name: 'minute', length: 60 },
    { name: 'second', length: 1 },
  ];
  const unit = units.find(({ length }) => seconds >= length && seconds % length === 0) ?? { name: 'second', length: 1 };
  const count = seconds / unit.length;
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}
