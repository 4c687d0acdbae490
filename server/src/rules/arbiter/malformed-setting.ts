import type { Model } from '../../model/types';
import { includeSettings, mainSettings } from '../../schema';
import type { RawSetting } from '../../project/types';
import { edits } from '../edits';
import { defineRule, MAX_RELATED, type RelatedPlace, type TextEdit } from '../rule';

interface Data {
  /** Lines that follow each other, with nothing but comments between. */
  readonly lines: readonly RawSetting[];
}

const names: ReadonlySet<string> = new Set([...mainSettings, ...includeSettings].map(({ name }) => name));

export const malformedSetting = defineRule<Data>({
  code: 'arbiter/malformed-setting',
  severity: 'error',
  title: 'A line outside any object without an equals sign',
  explain:
    'Outside a `define … { … }` the arbiter expects `name=value` on every line that is no comment, and refuses any other. Often such a line belongs to an object whose braces are not where they should be.',
  example: { bad: 'log_level INFO', good: 'log_level=INFO' },
  check(model, report) {
    for (const lines of runsOf(model)) {
      const [first] = lines;
      const last = lines.at(-1);
      if (!first || !last) continue;
      const what = lines.length === 1 ? 'this line' : `these ${String(lines.length)} lines`;
      const word = /^\S+/.exec(first.key)?.[0] ?? '';
      const object = isSetting(word) ? '' : ', and the lines of an object come behind a define … {';
      const message =
        first.key === '{'
          ? 'The arbiter refuses this brace: no define stands before it.'
          : `The arbiter refuses ${what}: outside an object it wants name=value${object}.`;
      const span = { start: first.node.span.start, end: last.node.span.end };
      const related = lines
        .slice(1, MAX_RELATED)
        .map(({ file, node }): RelatedPlace => ({ file, span: node.span, message: 'Refused as well.' }));
      report({ at: { file: first.file, span }, message, related, data: { lines } });
    }
  },
  fix({ data: { lines } }) {
    const changes = lines.map(equalsEdit).filter((edit) => edit !== undefined);
    return changes.length < lines.length
      ? []
      : [{ title: 'Put an = behind the name', change: edits(...changes), preferred: true }];
  },
});

function* runsOf(model: Model): Generator<readonly RawSetting[]> {
  let run: RawSetting[] = [];
  for (const { setting, why } of model.facts('malformed-setting')) {
    // Before a byte order mark nothing is what it looks like; it has a rule of its own.
    if (why !== 'no-equals' || setting.key.startsWith('\ufeff')) continue;
    const last = run.at(-1);
    if (last && follows(model, last, setting)) run.push(setting);
    else {
      if (run.length > 0) yield run;
      run = [setting];
    }
  }
  if (run.length > 0) yield run;
}

function follows(model: Model, last: RawSetting, next: RawSetting): boolean {
  const from = last.node.span.end;
  const to = next.node.span.start;
  if (last.file !== next.file || to < from) return false;
  return /^(?:\s|[;#][^\r\n]*)*$/.test(model.text(next.file)?.slice(from, to) ?? '');
}

function isSetting(name: string): boolean {
  return names.has(name) || /^\$.*\$$/.test(name);
}

function equalsEdit({ key, file, node }: RawSetting): TextEdit | undefined {
  const [, name, gap] = /^(\S+)(\s+)\S/.exec(key) ?? [];
  if (
    name === undefined ||
    gap === undefined ||
    !isSetting(name) ||
    node.keySpan.end - node.keySpan.start !== key.length
  ) {
    return undefined;
  }
  const start = node.span.start + name.length;
  return { file, span: { start, end: start + gap.length }, newText: '=' };
}
