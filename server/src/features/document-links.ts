import type { Analysis } from '../analysis';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';
import { symbolsOf } from './symbols';
import { Urls } from './urls';

export interface DocumentLink {
  readonly span: Span;
  readonly target:
    { readonly kind: 'file' | 'folder'; readonly path: FilePath } | { readonly kind: 'page'; readonly url: string };
}

/** Directives that hold the address of a page. */
const pages: ReadonlySet<string> = new Set(['notes_url', 'action_url']);

/** The files and folders that include lines name, and pages on the web. What is not there, or not known for sure, has no link. */
export function documentLinks(analysis: Analysis, file: FilePath): DocumentLink[] {
  const { project } = analysis;
  const includes = project.includes
    .filter(({ main, outcome }) => main === file && outcome === 'read')
    .map(({ valueSpan, value, target, directive }): DocumentLink => {
      const start = valueSpan.start + value.search(/\S|$/);
      const kind = directive.endsWith('_dir') ? 'folder' : 'file';
      return { span: { start, end: start + value.trim().length }, target: { kind, path: target } };
    });
  const urls = new Urls(() => analysis.model);
  const others = symbolsOf(project)
    .objectsIn(file)
    .flatMap((object) =>
      object.properties
        .filter((property) => property.file === file && pages.has(property.key))
        .flatMap(({ node, value }): DocumentLink[] => {
          const url = urls.of(object, value);
          return url === undefined ? [] : [{ span: node.value.span, target: { kind: 'page', url } }];
        }),
    );
  return [...includes, ...others].sort((a, b) => a.span.start - b.span.start);
}
