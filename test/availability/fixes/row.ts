/** A fix, tried: the main file before and after. */
export interface FixRow {
  /** The rule, without its family. */
  readonly code: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Where the problems of the rule have several fixes: which of them all, the first being 0. */
  readonly which?: number;
}
