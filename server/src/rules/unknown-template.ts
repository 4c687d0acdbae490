/** What the two rules about unknown templates have in common: the types of one are warned of, those of the other are not. */
import { fixReference, type ReferenceData } from './references';
import { defineRule, type Rule } from './rule';
import { isSure, suggest } from './suggest';
import { describe, titleOf } from './words';

interface UnknownTemplateRule {
  readonly code: Rule['code'];
  readonly outcome: 'warning' | 'silent';
  readonly explain: string;
  readonly example: Rule['example'];
}

export function unknownTemplateRule({ code, outcome, explain, example }: UnknownTemplateRule): Rule {
  return defineRule<ReferenceData>({
    code,
    severity: 'warning',
    title: 'A template that does not exist',
    explain,
    example,
    check(model, report) {
      for (const fact of model.facts('unknown-reference')) {
        const { item, name, at, target, outcome: actual } = fact;
        if (target !== 'template' || actual !== outcome) continue;
        const templates = model.templatesToSuggest(item.type);
        // A pack may use templates of other packs.
        if (model.project.partial && !suggest(name, templates)) continue;
        const registered = model.find(item.type, name);
        const suggestion = suggest(name, templates);
        const sure = suggestion !== undefined && isSure(name, suggestion, templates);
        const hint =
          suggestion !== undefined
            ? ` Did you mean ${suggestion}?`
            : registered
              ? ` ${describe(registered)} is no template: it lacks register 0.`
              : '';
        const message = `No ${titleOf(item.type)} template is called ${name}; nothing is inherited from it.${hint}`;
        report({ at, object: item, message, data: { name, fact, suggestion, isSure: sure } });
      }
    },
    fix: fixReference,
  });
}
