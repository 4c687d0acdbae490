import type { Item } from './item';
import type { Shape } from './shape';

/** Something that depends on the keys of an item alone, not on its values: worked out once for all that have the same. */
export class Alike<Result> {
  private readonly known = new Map<Shape, Map<unknown, Result>>();

  constructor(private readonly workOut: (item: Item) => Result) {}

  of(item: Item): Result {
    const { ownShape, sharedPart } = item.props;
    let ofShape = this.known.get(ownShape);
    if (!ofShape) this.known.set(ownShape, (ofShape = new Map<unknown, Result>()));
    let result = ofShape.get(sharedPart);
    if (result === undefined) {
      result = this.workOut(item);
      // Who has deleted something of what is shared is like nobody else.
      if (sharedPart) ofShape.set(sharedPart, result);
    }
    return result;
  }
}
