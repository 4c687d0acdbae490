import type { Span, SyntaxTree } from '../syntax/nodes';
import { CLEAN, isClean, parse } from '../syntax/parser';
import type { Trees } from '../project/tree-cache';
import type { FilePath } from '../project/types';

const EMPTY = { nodes: [], comments: [], facts: [], exit: CLEAN } as const;

/** Reads nothing, and notes what would be read. */
export class Reader implements Trees {
  /** By file, in the order in which they are read. */
  readonly texts = new Map<FilePath, string>();

  parse(file: FilePath, text: string): SyntaxTree {
    this.texts.set(file, text);
    return { file, text, ...EMPTY };
  }
}

/** Trees of texts of which parts are left out; those of texts that have not changed are kept. */
export class Excerpts implements Trees {
  /** Some text is not read by itself: then it does not say what it seems to. */
  isBroken = false;
  private readonly known = new Map<FilePath, SyntaxTree>();

  constructor(
    private readonly rest: Trees,
    private readonly leftOut: ReadonlyMap<FilePath, readonly Span[]>,
  ) {}

  parse(...how: Parameters<Trees['parse']>): SyntaxTree {
    const [file, text, entry = CLEAN, range, options] = how;
    const leftOut = this.leftOut.get(file);
    if (!isClean(entry) || (leftOut && range)) this.isBroken = true;
    if (!leftOut) return this.rest.parse(...how);
    let tree = this.known.get(file);
    if (tree?.text !== text) {
      tree = parse(text, CLEAN, undefined, { ...options, file, leftOut });
      this.known.set(file, tree);
    }
    return tree;
  }
}
