import type { Analysis } from '../analysis';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';
import { type ObjectKind, objectItem } from './object-item';
import { symbolsOf } from './symbols';

export type SymbolKind = ObjectKind | 'setting' | 'macro';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
}

/** Objects by name, settings and macros of a file, in the order of the text. */
export function documentSymbols({ project }: Pick<Analysis, 'project'>, file: FilePath): DocumentSymbol[] {
  const objects = symbolsOf(project)
    .objectsIn(file)
    .filter((object) => object.file === file && !object.node.continues)
    .map((object): DocumentSymbol => objectItem(object));
  const settings = project.settings
    .filter((setting) => setting.file === file && setting.key !== '')
    .map((setting): DocumentSymbol => {
      const { key, value, node } = setting;
      const kind = /^\$.+\$$/.test(key) ? 'macro' : 'setting';
      return { name: key, detail: value, kind, span: node.span, selection: node.keySpan };
    });
  return [...objects, ...settings].sort((a, b) => a.span.start - b.span.start);
}
