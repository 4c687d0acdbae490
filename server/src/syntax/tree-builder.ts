import type { LineState } from './line-kind';
import type { CommentNode, ObjectNode, ReaderState, Source, Span, SyntaxFact, SyntaxNode, SyntaxTree } from './nodes';
import { type OpenObject, RestOfObject } from './object-node';
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
  /** Lines that the object is still to be given: at once, so that its list takes no more room than it needs. */
  private readonly lines: WrittenLine[] = [];
  private count = 0;

  /** `start`: where the part of the text begins that is read. */
  constructor(
    readonly source: Source,
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
    return this.object ?? this.begin(new RestOfObject(this.source, this.start));
  }

  begin(object: OpenObject): OpenObject {
    this.handOver();
    this.object = object;
    this.nodes.push(object);
    return object;
  }

  line(line: WrittenLine): void {
    this.lines[this.count++] = line;
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
    const { source, nodes, comments, facts, inObject, pendingDefine } = this;
    return { ...source, nodes, comments, facts, exit: { inObject, pendingDefine, continued } };
  }

  private handOver(): void {
    if (this.object && this.count > 0) this.object.lines = this.lines.slice(0, this.count);
    this.count = 0;
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
