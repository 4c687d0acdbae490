/** The registry of rules, and the one place that runs them. */
import { availabilityRules } from '../availability/rules';
import { headPlace, Item } from '../model/item';
import type { Model } from '../model/types';
import { complete, type Steps } from '../steps';
import { arbiterRules } from './arbiter';
import { isRun, type Levels } from './levels';
import type { ObjectName, OtherObject, Problem, Report, Rule } from './rule';
import { silentRules } from './silent';
import { styleRules } from './style';
import { idleSuppression, reportIdle } from './silent/idle-suppression';
import { suppress } from './suppression';
import { syntaxRules } from './syntax';

export { daemonRules } from '../availability/rules';

export const rules: readonly Rule[] = [
  ...syntaxRules,
  ...arbiterRules,
  ...silentRules,
  ...availabilityRules,
  ...styleRules,
];

const rulesByCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** Whether rules are run that are off by default: they look for who uses what in all that is written. */
export function looksEverywhere(levels: Levels): boolean {
  return rules.some((rule) => rule.off && isRun(levels, rule));
}

/** The rule that a problem's code names. */
export function ruleOf(code: string): Rule | undefined {
  return rulesByCode.get(code);
}

/**
 * Every problem of the model, in reading order of the files, then by place, then by code. What several objects have at one place (a
 * value in a template they use) is one problem with several objects; items of one `define` count as one. Rules that are off by default
 * are run where the levels ask for them; the levels change nothing else here. What comments in the files silence is left out.
 */
export function runRules(model: Model, levels?: Levels): Problem[] {
  return complete(runningRules(model, levels));
}

const none: ReadonlySet<Rule> = new Set();

/** The same, rule by rule, without the rules that are left out. */
export function* runningRules(model: Model, levels: Levels = new Map(), leftOut = none): Steps<Problem[]> {
  let problems: Problem[] = [];
  const known = new Map<string, { readonly others: OtherObject[]; readonly defines: Set<unknown> }>();
  const fallback = model.project.mains[0] ?? model.project.readingOrder[0];
  const reportOf =
    (rule: Rule): Report<unknown> =>
    ({ at, object, message, related = [], severity = rule.severity, unnecessary, deprecated, data }) => {
      const file = at?.file ?? fallback;
      if (file === undefined) return;
      const span = at?.span ?? { start: 0, end: 0 };
      const name = object instanceof Item ? nameOf(object) : object;
      const source = object instanceof Item ? object.source : undefined;
      const define = source ?? object;
      const key = JSON.stringify([rule.code, file, span.start, span.end, message]);
      const first = known.get(key);
      if (first) {
        if (name && !first.defines.has(define)) first.others.push({ ...name, at: source && headPlace(source) });
        first.defines.add(define);
        return;
      }
      const others: OtherObject[] = [];
      known.set(key, { others, defines: new Set([define]) });
      const fixable = rule.fix !== undefined;
      problems.push({
        code: rule.code,
        severity,
        file,
        span,
        object: name,
        others,
        message,
        related,
        fixable,
        unnecessary,
        deprecated,
        data,
      });
    };
  for (const [index, rule] of rules.entries()) {
    if (!isRun(levels, rule) || leftOut.has(rule)) continue;
    yield index / rules.length;
    const steps = rule.check(model, reportOf(rule));
    if (steps) yield* steps;
  }
  const { kept, idle } = suppress(model, problems, rules, levels);
  problems = [...kept];
  reportIdle(idle, [...rulesByCode.keys()], reportOf(idleSuppression));
  const order = new Map([...model.project.files.keys()].map((file, index) => [file, index]));
  return problems.sort(
    (a, b) =>
      (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
      a.span.start - b.span.start ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** Type and name of an item as the command line prints them; services are `host/description`. Undefined for an object without a name. */
export function nameOf(item: Item): ObjectName {
  return { type: item.type, name: item.name };
}
