import type { ReaderState, Span, SyntaxTree } from '../syntax/nodes';
import { CLEAN, isClean, parse, type ParseOptions } from '../syntax/parser';
import type { FilePath, Project } from './types';

/** Where trees of texts come from. */
export interface Trees {
  /** As `parse`. */
  parse(
    file: FilePath,
    text: string,
    entry?: ReaderState,
    range?: Span,
    options?: Omit<ParseOptions, 'file'>,
  ): SyntaxTree;
}

/** Keeps the trees of files whose text has not changed, so that a keystroke parses one file. */
export class TreeCache implements Trees {
  private readonly files = new Map<FilePath, { readonly text: string; readonly trees: Map<string, SyntaxTree> }>();

  /** One that knows the trees of a project's files: what is read again and has not changed need not be parsed again. */
  static of({ files }: Pick<Project, 'files'>, options: Omit<ParseOptions, 'file'> = {}): TreeCache {
    const cache = new TreeCache();
    const key = keyOf(CLEAN, undefined, options);
    for (const [file, { text, tree }] of files) cache.files.set(file, { text, trees: new Map([[key, tree]]) });
    return cache;
  }

  /** As `parse`; a file's trees are forgotten when it is asked for with another text. */
  parse(
    file: FilePath,
    text: string,
    entry: ReaderState = CLEAN,
    range?: Span,
    options: Omit<ParseOptions, 'file'> = {},
  ): SyntaxTree {
    let known = this.files.get(file);
    if (known?.text !== text) {
      known = { text, trees: new Map() };
      this.files.set(file, known);
    }
    const key = keyOf(entry, range, options);
    let tree = known.trees.get(key);
    if (!tree) {
      tree = parse(text, entry, range, { ...options, file });
      known.trees.set(key, tree);
    }
    return tree;
  }

  /** Forgets every file but these. */
  retain(files: { has(file: FilePath): boolean }): void {
    for (const file of this.files.keys()) if (!files.has(file)) this.files.delete(file);
  }
}

function keyOf(entry: ReaderState, range: Span | undefined, options: Omit<ParseOptions, 'file'>): string {
  const how = `${options.dialect ?? '2.4'}${options.blankBehind ? ' blank' : ''}`;
  const where = range ? ` ${range.start}-${range.end}` : '';
  return how + where + (isClean(entry) ? '' : ` ${entry.inObject} ${entry.pendingDefine} ${entry.continued}`);
}
