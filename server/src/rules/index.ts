/** The registry of rules, and the one place that runs them. */
import { availabilityRules } from '../availability/rules';
import { Item } from '../model/item';
import type { Model } from '../model/types';
import { arbiterRules } from './arbiter';
import type { ObjectName, Problem, Rule } from './rule';
import { silentRules } from './silent';
import { syntaxRules } from './syntax';

export const rules: readonly Rule[] = [...syntaxRules, ...arbiterRules, ...silentRules, ...availabilityRules];

const rulesByCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule that a problem's code names. */
export function ruleOf(code: string): Rule | undefined {
  return rulesByCode.get(code);
}

/** Every problem of the model, in reading order of the files, then by place, then by code; exact repetitions once. */
export function runRules(model: Model): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const fallback = model.project.mains[0] ?? model.project.readingOrder[0];
  for (const rule of rules) {
    rule.check(model, ({ at, object, message, related = [], severity = rule.severity, unnecessary, data }) => {
      const file = at?.file ?? fallback;
      if (file === undefined) return;
      const span = at?.span ?? { start: 0, end: 0 };
      const key = JSON.stringify([rule.code, file, span.start, span.end, message]);
      if (seen.has(key)) return;
      seen.add(key);
      problems.push({
        code: rule.code,
        severity,
        file,
        span,
        object: object instanceof Item ? nameOf(object) : object,
        message,
        related,
        fixable: rule.fix !== undefined,
        unnecessary,
        data,
      });
    });
  }
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
