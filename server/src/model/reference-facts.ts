import type { Place } from '../project/types';
import type { Missing, ReferenceTarget } from '../schema/types';
import type { Item } from './item';

/** Facts about names that lead nowhere, noted by whichever phase links them. */
export interface ReferenceFacts {
  /** A property names an object that does not exist. */
  'unknown-reference': {
    readonly item: Item;
    readonly key: string;
    /** The name itself within the value, wherever the value was inherited from; undefined where nobody wrote it. */
    readonly at: Place | undefined;
    readonly target: ReferenceTarget;
    /** The name as the arbiter looks for it. */
    readonly name: string;
    /** The host whose service it should be, when `target` is a service. */
    readonly host?: string;
    /** What the arbiter makes of it. */
    readonly outcome: Missing;
  };
}
