import type { ReaderState, Span, SyntaxTree } from '../syntax/nodes';
import { CLEAN, isClean, parse, type ParseOptions } from '../syntax/parser';
import { reparse } from '../syntax/reparse';
import { carryOver } from './reading';
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

/** So many edits are read into a tree before it is made anew: each part of it may hold the whole text that it was read from. */
const MOST_EDITS = 64;

interface Known {
  readonly text: string;
  readonly trees: Map<string, SyntaxTree>;
  /** How many edits have been read into the tree of the whole since it was parsed. */
  readonly edits: number;
}

/** Keeps the trees of files whose text has not changed, so that a keystroke parses one file. */
export class TreeCache implements Trees {
  private readonly files = new Map<FilePath, Known>();

  /** One that knows the trees of a project's files: what is read again and has not changed need not be parsed again. */
  static of({ files }: Pick<Project, 'files'>, options: Omit<ParseOptions, 'file'> = {}): TreeCache {
    const cache = new TreeCache();
    const key = keyOf(CLEAN, undefined, options);
    for (const [file, { text, tree }] of files)
      cache.files.set(file, { text, trees: new Map([[key, tree]]), edits: 0 });
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
    const key = keyOf(entry, range, options);
    let known = this.files.get(file);
    if (known?.text !== text) {
      const isWhole = !range && isClean(entry) && !options.blankBehind;
      const before = isWhole ? known?.trees.get(key) : undefined;
      const edits = (known?.edits ?? 0) + 1;
      const tree = before && edits < MOST_EDITS ? edited(before, text, options) : undefined;
      known = { text, trees: new Map(tree && [[key, tree]]), edits: tree ? edits : 0 };
      this.files.set(file, known);
    }
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

/** The tree of a text that was another one, with all that the project has of what has not changed. */
function edited(before: SyntaxTree, text: string, options: Omit<ParseOptions, 'file'>): SyntaxTree | undefined {
  const tree = reparse(before, text, options);
  if (tree) carryOver(before, tree);
  return tree;
}

function keyOf(entry: ReaderState, range: Span | undefined, options: Omit<ParseOptions, 'file'>): string {
  const how = `${options.dialect ?? '2.4'}${options.blankBehind ? ' blank' : ''}`;
  const where = range ? ` ${range.start}-${range.end}` : '';
  return how + where + (isClean(entry) ? '' : ` ${entry.inObject} ${entry.pendingDefine} ${entry.continued}`);
}
