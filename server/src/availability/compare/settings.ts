/** What stands outside objects: include lines, settings and resource macros. */
import { addTo } from '../../project/lists';
import type { Copy, Include, Place, RawSetting } from '../../project/types';
import { fileInCopy } from '../copies';
import type { Difference, Written } from '../compare';
import { relative, type Roots } from './values';

export function compareSettings(a: Copy, b: Copy, roots: Roots): Difference[] {
  return [...compareIncludes(a, b), ...compareLines(a, b, roots)];
}

interface Line extends Written {
  readonly directive: Include['directive'];
  readonly target: string;
}

/** Include lines by where they lead, whatever their order. */
function compareIncludes(a: Copy, b: Copy): Difference[] {
  const lines = { a: includesOf(a), b: includesOf(b) };
  const keys = new Set([...lines.a.keys(), ...lines.b.keys()]);
  return [...keys].flatMap((key) => {
    const [ours, theirs] = [lines.a.get(key), lines.b.get(key)];
    const line = ours ?? theirs;
    if (!line || ours?.text === theirs?.text) return [];
    const label = { kind: 'include', type: line.directive, name: line.target } as const;
    const values = ours && theirs ? [{ key: line.directive, a: ours, b: theirs }] : [];
    return [{ ...label, a: ours?.place, b: theirs?.place, values }];
  });
}

function includesOf(copy: Copy): ReadonlyMap<string, Line> {
  return new Map(
    copy.project.includes.map((include) => {
      const { directive, main, span, valueSpan, value } = include;
      const target =
        include.outcome === 'no-equals' ? value : fileInCopy(copy, include.target.replace(/(.)\/+$/, '$1'));
      const place: Place = { file: main, span: valueSpan.start < valueSpan.end ? valueSpan : span };
      return [`${directive}=${target}`, { directive, target, text: outcomeOf(copy, include), place }];
    }),
  );
}

/** What becomes of the line, in words. */
function outcomeOf(copy: Copy, { outcome, unreadable }: Include): string {
  if (outcome === 'missing') return 'nothing that can be read is there';
  if (outcome === 'wrong-kind') return 'a folder for a file, or a file for a folder';
  if (outcome === 'no-equals') return 'a line without =';
  if (unreadable.length === 0) return 'is read';
  return `cannot be read: ${unreadable.map((file) => fileInCopy(copy, file)).join(', ')}`;
}

/** Settings and macros by name; of one that is written more than once, all the lines count, in order. */
function compareLines(a: Copy, b: Copy, roots: Roots): Difference[] {
  const lines = { a: linesOf(a), b: linesOf(b) };
  const keys = new Set([...lines.a.keys(), ...lines.b.keys()]);
  return [...keys].flatMap((key): Difference[] => {
    const [ours, theirs] = [lines.a.get(key), lines.b.get(key)];
    const canonical = (all: readonly RawSetting[] | undefined): string | undefined =>
      all && JSON.stringify(all.map(({ value, node }) => [node.equals === undefined, relative(roots, value)]));
    if (canonical(ours) === canonical(theirs)) return [];
    const kind = key.startsWith('$') ? 'macro' : 'setting';
    const values = [{ key, a: ours && written(ours), b: theirs && written(theirs) }];
    return [{ kind, type: kind, name: key, a: values[0]?.a?.place, b: values[0]?.b?.place, values }];
  });
}

function linesOf({ project: { settings, includes, unloaded = [] } }: Copy): ReadonlyMap<string, RawSetting[]> {
  const skipped = new Set(unloaded);
  const obeyed = new Set(includes.map(({ main, span }) => `${main}:${String(span.start)}`));
  const lines = new Map<string, RawSetting[]>();
  for (const setting of settings) {
    const { file, node, key } = setting;
    if (skipped.has(file) || (setting.inMain && obeyed.has(`${file}:${String(node.span.start)}`))) continue;
    addTo(lines, key, setting);
  }
  return lines;
}

function written(lines: readonly RawSetting[]): Written {
  const last = lines.at(-1);
  const { span, value } = last?.node ?? { span: { start: 0, end: 0 }, value: undefined };
  return {
    text: lines.map((line) => line.value).join('\n'),
    place: { file: last?.file ?? '', span: value && value.text !== '' ? value.span : span },
  };
}
