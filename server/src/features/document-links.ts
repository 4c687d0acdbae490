import type { Analysis } from '../analysis';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';

export interface DocumentLink {
  readonly span: Span;
  readonly target: FilePath;
}

/** The files that include lines name; a folder cannot be opened and has no link. */
export function documentLinks({ project }: Pick<Analysis, 'project'>, file: FilePath): DocumentLink[] {
  return project.includes
    .filter(({ main, directive, outcome }) => main === file && outcome === 'read' && !directive.endsWith('_dir'))
    .map(({ valueSpan, target }) => ({ span: valueSpan, target }));
}
