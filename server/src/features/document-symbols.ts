import type { Analysis } from '../analysis';
import type { FilePath, Place } from '../project/types';
import { objectType, type ObjectTypeName } from '../schema';
import type { Span } from '../syntax/nodes';
import { shortDetail } from './objects';
import { symbolsOf, type Space } from './symbols';
import { isTemplate, nameProperty, titleOf } from './symbols/written';

export type SymbolKind = ObjectTypeName | 'template' | 'setting' | 'macro' | 'unknown';

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
    .map((object): DocumentSymbol => {
      const { node } = object;
      const type = objectType(object.type);
      const head = { start: node.keywordSpan.start, end: Math.max(node.keywordSpan.end, node.typeSpan.end) };
      const name = nameProperty(object);
      const inside = name && name.value !== '' && name.file === file && name.node.value.span.end <= node.span.end;
      const detail = [type?.title ?? object.type, isTemplate(object) ? 'template' : '', shortDetail(object) ?? ''];
      return {
        name: titleOf(object) || object.type || 'define',
        detail: detail.filter((part) => part !== '').join(' · '),
        kind: isTemplate(object) ? 'template' : (type?.name ?? 'unknown'),
        span: node.span,
        selection: inside ? name.node.value.span : head,
      };
    });
  const settings = project.settings
    .filter((setting) => setting.file === file && setting.key !== '')
    .map((setting): DocumentSymbol => {
      const { key, value, node } = setting;
      const kind = /^\$.+\$$/.test(key) ? 'macro' : 'setting';
      return { name: key, detail: value, kind, span: node.span, selection: node.keySpan };
    });
  return [...objects, ...settings].sort((a, b) => a.span.start - b.span.start);
}

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** The type, for a reader. */
  readonly container: string;
  readonly at: Place;
}

/** More than this are of no use to anyone. */
const limit = 1000;

/** Objects, templates and resource macros whose names hold the letters of the query in that order. */
export function workspaceSymbols({ project }: Pick<Analysis, 'project'>, query: string): WorkspaceSymbol[] {
  const wanted = new RegExp([...query].map((letter) => letter.replace(/[^\w]/g, '\\$&')).join('.*'), 'i');
  const found: WorkspaceSymbol[] = [];
  for (const [space, name, places] of symbolsOf(project).all()) {
    const kind = kindOf(space);
    if (kind === undefined || !wanted.test(name)) continue;
    for (const { at } of places) {
      if (found.length >= limit) return found;
      found.push({ name, kind, container: space, at });
    }
  }
  return found;
}

function kindOf(space: Space): SymbolKind | undefined {
  if (space.startsWith('template ')) return 'template';
  if (space === 'macro') return 'macro';
  return objectType(space)?.name;
}
