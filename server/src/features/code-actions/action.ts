/** What is offered to a person who looks at a place, whatever it does. */
import type { Analysis } from '../../analysis';
import { ruleOf } from '../../rules';
import type { Fix, Problem, RuleCode } from '../../rules/rule';
import type { Offer } from '../refactorings';

/** What a person can choose to have done. */
export interface CodeAction extends Omit<Offer, 'kind'> {
  readonly kind: 'quickfix' | 'source.fixAll.shinken' | Offer['kind'];
  /** The problem that it mends. */
  readonly problem?: Problem;
  /** A rule that the editor is to switch off: the settings are its own. There is no change then. */
  readonly switchesOff?: RuleCode;
}

/** The fixes that a problem's own rule has for it. */
export function fixesOf({ model }: Analysis, problem: Problem): readonly Fix[] {
  return ruleOf(problem.code)?.fix?.(problem, model) ?? [];
}
