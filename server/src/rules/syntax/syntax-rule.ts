/** What the rules about the text itself have in common: each speaks of one kind of syntax fact. */
import type { Model } from '../../model/types';
import type { FilePath } from '../../project/types';
import type { SyntaxFact, SyntaxFactKind } from '../../syntax/nodes';
import { defineRule, type Fix, type Rule, type Severity } from '../rule';

export interface FoundInText {
  readonly file: FilePath;
  readonly fact: SyntaxFact;
}

interface SyntaxRule {
  readonly kind: SyntaxFactKind;
  /** Only `error` where the arbiter always refuses such a text. */
  readonly severity: Severity;
  readonly title: string;
  readonly explain: string;
  readonly example: Rule['example'];
  /** Undefined: nothing to say of this one. */
  message(found: FoundInText, model: Model): string | undefined;
  severityOf?(found: FoundInText, model: Model): Severity;
  fix?(found: FoundInText, text: string): readonly Fix[];
}

/** A rule about one kind of syntax fact, `syntax/` and the name of the kind. */
export function syntaxRule({ kind, message, severityOf, fix, ...rule }: SyntaxRule): Rule {
  return defineRule<FoundInText>({
    ...rule,
    code: `syntax/${kind}`,
    check(model, report) {
      for (const found of model.project.facts) {
        if (found.fact.kind !== kind) continue;
        const text = message(found, model);
        if (text === undefined) continue;
        const { file, fact } = found;
        const severity = severityOf?.(found, model) ?? rule.severity;
        const object = fact.object && { type: fact.object.type, name: '' };
        report({ at: { file, span: fact.span }, object, message: text, severity, data: found });
      }
    },
    fix: fix && (({ file, data }, model) => fix(data, model.text(file) ?? '')),
  });
}
