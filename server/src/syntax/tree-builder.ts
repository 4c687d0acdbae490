import type { LineState } from './line-kind';
import type { CommentNode, ObjectNode, ReaderState, Span, SyntaxFact, SyntaxNode, SyntaxTree } from './nodes';
import { type OpenObject, RestOfObject, type Sheet } from './object-node';
import type { WrittenLine } from './property';

/** A tree while lines are still added to it. */
export class TreeBuilder implements LineState {
  inObject: boolean;
  pendingDefine: boolean;
  readonly nodes: SyntaxNode[] = [];
  readonly comments: Comment[] = [];
  readonly facts: SyntaxFact[] = [];
  /** The object whose `{` is being waited for and not yet missed. */
  waiting: ObjectNode | undefined;
  private object: OpenObject | undefined;
  /** Lines of all objects so far, and where those of the last begin. */
  private readonly lines: WrittenLine[] = [];
  private first = 0;

  /** `start`: where the part of the text begins that is read. */
  constructor(
    readonly sheet: Sheet,
    private readonly start: number,
    { inObject, pendingDefine }: ReaderState,
  ) {
    this.inObject = inObject;
    this.pendingDefine = pendingDefine;
  }

  /** An object has been begun in this text, or has gone on in it. */
  get hasObject(): boolean {
    return this.object !== undefined;
  }

  /** The last object begun; made up on demand for one begun in an earlier text. */
  current(): OpenObject {
    return this.object ?? this.begin(new RestOfObject(this.sheet, this.start));
  }

  begin(object: OpenObject): OpenObject {
    this.handOver();
    this.object = object;
    this.nodes.push(object);
    return object;
  }

  line(line: WrittenLine): void {
    this.lines.push(line);
  }

  comment(marker: '#' | ';', start: number, end: number): void {
    this.comments.push(new Comment(marker, start, end));
  }

  fact(kind: SyntaxFact['kind'], span: Span, more: Omit<SyntaxFact, 'kind' | 'span'> = {}): void {
    this.facts.push({ kind, span, ...more });
  }

  /** `continued`: what the text leaves to be continued. */
  finish(continued: string): SyntaxTree {
    this.handOver();
    const { sheet, nodes, comments, facts, inObject, pendingDefine } = this;
    const { file, text } = sheet;
    // A list that has grown has room for more; a copy of it has not.
    sheet.lines = this.lines.slice();
    return { file, text, nodes, comments, facts, exit: { inObject, pendingDefine, continued } };
  }

  private handOver(): void {
    this.object?.takeLines(this.first, this.lines.length - this.first);
    this.first = this.lines.length;
  }
}

export class Comment implements CommentNode {
  readonly kind = 'comment';

  constructor(
    readonly marker: '#' | ';',
    private readonly start: number,
    public end: number,
  ) {}

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}
