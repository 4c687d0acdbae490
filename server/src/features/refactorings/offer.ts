/** What refactorings are, and what they may look at. */
import type { Analysis } from '../../analysis';
import type { FileSystem } from '../../project/types';
import type { Fix, WorkspaceChange } from '../../rules/rule';
import type { FilePosition, FileRange } from '../feature';

/** What is on offer at a place. That it is on offer is found out with every move of the cursor; the change once it is wanted. */
export interface Offer extends Omit<Fix, 'change'> {
  /** The protocol's name of its family. */
  readonly kind: 'refactor' | `refactor.${'extract' | 'inline' | 'rewrite' | 'move'}`;
  /** The configuration is read again to work out the change: only for those who ask for it when it is wanted. */
  readonly costly?: boolean;
  /** The place of a name that it brings, in the text as it will be: an editor may ask for a better one then. */
  readonly nameAt?: FilePosition;
  /** @throws Refusal where the change turns out to have another effect than the one that is wanted. */
  change(): WorkspaceChange;
}

/** What there is besides the configuration that somebody works on. */
export interface Surroundings {
  /** The one that configurations are read from. */
  readonly fileSystem: FileSystem;
  /** All configurations, this one or not among them: some may share its files. */
  readonly configurations: readonly Analysis[];
}

/** Looks at a place and says what could be done with it; nothing, nearly everywhere. */
export type Refactoring = (analysis: Analysis, range: FileRange, surroundings: Surroundings) => readonly Offer[];

/** Why a change is not made after all: a whole sentence for the user to read. */
export class Refusal extends Error {}
