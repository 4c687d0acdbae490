import type { Place, RawProperty } from '../project/types';
import type { Item } from './item';
import type { Outcome } from './reading-facts';

/** Facts about `use` and what comes of it. Templates that do not exist are `unknown-reference` with target `template`. */
export interface TemplateFacts {
  /** An object that names itself in `use`. */
  'uses-itself': { readonly item: Item; readonly at: Place | undefined; readonly outcome: Outcome };
  /** Templates that use each other in a circle, in the order of use. `crash`: a registered object gets into it. */
  'template-loop': { readonly items: readonly Item[]; readonly outcome: Outcome };
  /** `use` in a type that does not inherit. */
  'use-without-effect': { readonly item: Item; readonly property: RawProperty };
  /** A chain of templates so long that the arbiter does not look at its end. */
  'template-too-deep': { readonly item: Item; readonly depth: number };
}
