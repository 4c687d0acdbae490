import { asWritten } from '../../project/paths';
import { strip } from '../../syntax/blanks';
import type { Include } from '../../project/types';
import { edits } from '../edits';
import { defineRule } from '../rule';
import type { TextEdit } from '../rule';

interface Data {
  /** The line that does not work; undefined for a file that its line found and the arbiter cannot open. */
  readonly include: Include | undefined;
}

export const failedInclude = defineRule<Data>({
  code: 'arbiter/failed-include',
  severity: 'error',
  title: 'An include that cannot be read',
  explain:
    'Everything behind the `=` of `cfg_file`, `cfg_dir`, `resource_file` and `triggers_dir` is the path: quotes and comments, too. A path that is not absolute starts in the folder of the main file. `cfg_dir` and `triggers_dir` want a folder, the others a file. The arbiter refuses a path or a file it cannot read, a link to nowhere as well, and without an `=` on the line it crashes.',
  example: {
    bad: 'cfg_dir=hosts ; all of them\n#- hosts/web.cfg\n',
    good: 'cfg_dir=hosts\n#- hosts/web.cfg\n',
  },
  check(model, report) {
    for (const { include } of model.facts('failed-include')) {
      const { main: file, span, valueSpan } = include;
      const at = include.value === '' || include.outcome === 'no-equals' ? { file, span } : { file, span: valueSpan };
      report({ at, message: messageOf(include), data: { include } });
    }
    for (const { file, include } of model.facts('unreadable-file')) {
      const at = include && { file: include.main, span: include.valueSpan };
      report({ at, message: `The arbiter cannot open ${asWritten(file)}.`, data: { include: undefined } });
    }
  },
  fix({ data: { include } }, model) {
    if (!include) return [];
    const { main: file, span, directive, outcome, value, valueSpan } = include;
    const text = model.text(file);
    if (text === undefined) return [];
    if (outcome === 'no-equals') {
      const gap = /^\S+?(\s+)\S/.exec(text.slice(span.start, span.end));
      if (gap?.[1] === undefined) return [];
      const start = span.start + directive.length;
      return [
        {
          title: `Put an = behind ${directive}`,
          change: edits({ file, span: { start, end: start + gap[1].length }, newText: '=' }),
          preferred: true,
        },
      ];
    }
    const clean = cleaned(include);
    if (clean !== value && clean !== '') {
      return [
        { title: `Change to ${clean}`, change: edits({ file, span: valueSpan, newText: clean }), preferred: true },
      ];
    }
    const other = outcome === 'wrong-kind' ? otherKind[directive] : undefined;
    if (other === undefined) return [];
    const edit: TextEdit = { file, span: { start: span.start, end: span.start + directive.length }, newText: other };
    return [{ title: `Change to ${other}`, change: edits(edit), preferred: true }];
  },
});

const otherKind: Partial<Record<Include['directive'], string>> = {
  cfg_file: 'cfg_dir',
  resource_file: 'cfg_dir',
  cfg_dir: 'cfg_file',
};

function messageOf(include: Include): string {
  const { directive, outcome, value } = include;
  const target = asWritten(include.target);
  const folder = directive.endsWith('_dir');
  if (outcome === 'no-equals') return `The arbiter crashes here: ${directive} needs an = and a path behind it.`;
  if (outcome === 'wrong-kind') {
    return `The arbiter cannot read ${target}: it is a ${folder ? 'file' : 'folder'}, and ${directive} wants a ${folder ? 'folder' : 'file'}.`;
  }
  const why = cleaned(include) === value ? '' : ` All that stands behind the = belongs to the path.`;
  return `The arbiter cannot read ${target}: there is no such ${folder ? 'folder' : 'file'}.${why}`;
}

/** The path without what people write around it and Shinken takes for a part of it. */
function cleaned({ directive, value }: Include): string {
  const path = strip(strip(value).replace(/\s[;#].*$|;.*$/, ''));
  const bare = /^(["'])(.*)\1$/.exec(path)?.[2] ?? path;
  return directive.endsWith('_dir') ? bare : bare.replace(/\/+$/, '');
}
