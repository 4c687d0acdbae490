/** How severe people want rules to be: a map from codes, or from whole families as `style/*`, to levels. */
import type { Problem, Rule, Severity } from './rule';

/** What a rule may be set to. */
export type Level = Severity | 'off';

/** Levels that differ from the rules' own, by code or by `family/*`. A code says more than its family, wherever it stands. */
export type Levels = ReadonlyMap<string, Level>;

export const levelNames: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Whether a text is a level. */
export function isLevel(text: unknown): text is Level {
  return levelNames.some((level) => level === text);
}

/** The families of rules, in the order of the documentation. */
export const families = ['syntax', 'arbiter', 'silent', 'availability', 'style'] as const;

/** How severe a problem is for somebody who has set these levels; the one place that everything asks which shows problems. */
export function levelOf(levels: Levels, { code, severity }: Pick<Problem, 'code' | 'severity'>): Level {
  return setLevel(levels, code) ?? severity;
}

/**
 * Whether a rule is to be run at all. One that is on by default always is, whatever its level: the arbiter's verdict rests on it, and a
 * level changes what is shown only. One that is off by default costs nothing until it is asked for.
 */
export function isRun(levels: Levels, { code, off }: Pick<Rule, 'code' | 'off'>): boolean {
  return off !== true || (setLevel(levels, code) ?? 'off') !== 'off';
}

function setLevel(levels: Levels, code: string): Level | undefined {
  return levels.size === 0 ? undefined : (levels.get(code) ?? levels.get(`${code.slice(0, code.indexOf('/'))}/*`));
}
