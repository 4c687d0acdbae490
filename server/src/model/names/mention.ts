/** How the names in objects are kept: a large configuration has half a million of them. */
import type { FilePath, Place, RawObject, RawProperty } from '../../project/types';
import type { Span } from '../../syntax/nodes';
import type { Occurrence, Space } from './occurrence';

/** One object each: its place is made anew whenever somebody asks for it. */
export class Mention implements Occurrence {
  private readonly file: FilePath;
  private readonly start: number;
  private readonly end: number;

  constructor(
    readonly role: Occurrence['role'],
    readonly space: Space,
    readonly name: string,
    { start, end }: Span,
    readonly object: RawObject,
    readonly property: RawProperty,
    readonly host?: string,
  ) {
    this.file = property.file;
    this.start = start;
    this.end = end;
  }

  get at(): Place {
    return { file: this.file, span: { start: this.start, end: this.end } };
  }
}

/** One that a cursor means in more than its own text. */
export class WideMention extends Mention {
  constructor(
    readonly reach: Span,
    ...mention: ConstructorParameters<typeof Mention>
  ) {
    super(...mention);
  }
}
