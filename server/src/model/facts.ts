/**
 * What the phases of the model notice on their way. A fact is typed and speaks no English: rules turn it into problems, and fixes
 * read it again. Each phase declares the facts it notes in its own file; this one joins them.
 */
import type { ReadingFacts } from './reading-facts';
import type { ReferenceFacts } from './reference-facts';

/** One line for each file of facts. */
export interface FactKinds extends ReadingFacts, ReferenceFacts {}

export type FactKind = keyof FactKinds;

export type FactOf<K extends FactKind> = { readonly kind: K } & FactKinds[K];

export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/** Where phases leave their facts. */
export interface FactLog {
  note<K extends FactKind>(kind: K, fact: FactKinds[K]): void;
}
