/** What the rules about names that lead nowhere have in common. */
import type { Item } from '../model/item';
import type { FactOf, Model } from '../model/types';
import { objectType, type ObjectTypeName } from '../schema';
import { createReferenced } from './create';
import { useName } from './fixes';
import { defineRule, type Fix, type Problem, type Report, type Rule, type Severity } from './rule';
import { isSure, suggest } from './suggest';

export type UnknownReference = FactOf<'unknown-reference'>;

export interface ReferenceData {
  readonly name: string;
  readonly fact: UnknownReference;
  readonly suggestion: string | undefined;
  /** Nothing else can have been meant. */
  readonly isSure: boolean;
}

interface ReferenceRule {
  readonly targets: readonly ObjectTypeName[];
  readonly code: Rule['code'];
  readonly title: string;
  readonly explain: string;
  readonly example: Rule['example'];
}

/** A rule about names of one kind of object that the arbiter refuses, warns of, or dies of. */
export function referenceRule({ targets, code, title, explain, example }: ReferenceRule): Rule {
  const severityOf: Partial<Record<UnknownReference['outcome'], Severity>> = {
    error: 'error',
    crash: 'error',
    warning: 'warning',
    'error-line': 'warning',
  };
  return defineRule<ReferenceData>({
    code,
    severity: 'error',
    title,
    explain,
    example,
    check(model, report) {
      const search = new NameSearch(model);
      for (const fact of model.facts('unknown-reference')) {
        const severity = severityOf[fact.outcome];
        if (severity === undefined || !targets.some((target) => target === fact.target) || search.isOutside(fact))
          continue;
        reportUnknown(search, report, fact, consequence[fact.outcome] ?? '', severity);
      }
    },
    fix: fixReference,
  });
}

const consequence: Partial<Record<UnknownReference['outcome'], string>> = {
  error: 'Shinken refuses this:',
  crash: 'The arbiter crashes:',
  warning: 'Passed over with a warning:',
  'error-line': 'Passed over, though an error is printed:',
};

/** Says that a name leads nowhere, what Shinken makes of it, and what was probably meant. */
export function reportUnknown(
  search: NameSearch,
  report: Report<ReferenceData>,
  fact: UnknownReference,
  lead: string,
  severity: Severity,
): void {
  const { item, name, at } = fact;
  const { name: suggestion, isSure } = search.suggestion(fact) ?? nothing;
  const hint = suggestion === undefined ? search.hint(fact) : ` Did you mean ${suggestion}?`;
  report({
    at,
    object: item,
    message: `${lead} ${search.clause(fact)}.${hint}`,
    severity,
    data: { name, fact, suggestion, isSure },
  });
}

/** The suggested name in the place of the wrong one, and an object of the wrong one's name. */
export function fixReference(problem: Problem<ReferenceData>, model: Model): readonly Fix[] {
  return [...fixName(problem, model), ...createReferenced(model, problem.data.fact, problem.file)];
}

/** Puts the suggested name where the wrong one stands. */
export function fixName(
  { file, span, data: { name, suggestion, isSure } }: Problem<Omit<ReferenceData, 'fact'>>,
  model: Model,
): readonly Fix[] {
  const written = model.text(file)?.slice(span.start, span.end);
  return suggestion === undefined || written !== name ? [] : [useName({ file, span }, suggestion, isSure)];
}

interface Suggestion {
  readonly name: string;
  readonly isSure: boolean;
}

const nothing = { name: undefined, isSure: false };

/** Knows every name of a model, and what a wrong one may have been meant for. */
export class NameSearch {
  private readonly descriptions = new Map<string, string[]>();
  private readonly suggestions = new Map<string, Suggestion | undefined>();

  constructor(private readonly model: Model) {}

  /** In a folder of packs, which is no whole configuration, objects of a type that it does not define at all are somewhere else. */
  isOutside({ target }: UnknownReference): boolean {
    return this.model.project.partial && isType(target) && this.model.items(target).every(({ source }) => !source);
  }

  suggestion({ name, target, host }: UnknownReference): Suggestion | undefined {
    if (name === '' || !isType(target)) return undefined;
    const key = JSON.stringify([target, host, name]);
    if (!this.suggestions.has(key)) {
      const names = target === 'service' ? this.servicesOf(host ?? '') : this.model.namesToSuggest(target);
      const meant = suggest(name, names);
      this.suggestions.set(key, meant === undefined ? undefined : { name: meant, isSure: isSure(name, meant, names) });
    }
    return this.suggestions.get(key);
  }

  /** What is missing, without capital letter and full stop. */
  clause({ item, key, name, target, host }: UnknownReference): string {
    const title = isType(target) ? (objectType(target)?.title ?? target) : target;
    if (name === '') return `an empty name in ${key} is no ${title}`;
    if (name === '+')
      return `no ${title} is called +: a template that is bound to host templates hands its + on as a name`;
    if (target === 'service') return `host ${host ?? ''} has no service ${name}`;
    if ((name === '*' || name.startsWith('!')) && isDependency(item)) {
      return `${name} is taken for the name of a ${title}: dependencies know no patterns`;
    }
    return `no ${title} is called ${name}`;
  }

  /** A template of that name is no object that one could name. */
  hint({ name, target }: UnknownReference): string {
    if (name === '' || !isType(target) || !this.model.findTemplate(target, name)) return '';
    return ` ${name} is a template, which can only be used.`;
  }

  private servicesOf(host: string): readonly string[] {
    if (this.descriptions.size === 0) {
      for (const service of this.model.items('service')) {
        const on = service.text('host_name') ?? '';
        const others = this.descriptions.get(on);
        const description = service.text('service_description') ?? '';
        if (others) others.push(description);
        else this.descriptions.set(on, [description]);
      }
    }
    return this.descriptions.get(host) ?? [];
  }
}

function isType(target: string): target is ObjectTypeName {
  return objectType(target) !== undefined;
}

function isDependency({ type }: Item): boolean {
  return type === 'hostdependency' || type === 'servicedependency';
}
