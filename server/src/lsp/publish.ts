/** A problem as the protocol has it. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { levelOf } from '../rules/levels';
import type { Problem, RuleCode, Severity } from '../rules/rule';
import type { ClientAbilities } from './capabilities';
import { type Converter, toLocation, toRange } from './convert';
import type { Settings } from './settings';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The heading of a rule in `docs/rules.md`: `arbiter/unknown-host` is `#arbiterunknown-host`, as headings are linked to. */
export function docsLink(rulesPage: string, code: RuleCode): string {
  return `${rulesPage}#${code.replaceAll('/', '')}`;
}

/** The problem as the user wants to hear of it; undefined when not at all. */
export function toDiagnostic(
  converter: Converter,
  client: ClientAbilities,
  settings: Settings,
  problem: Problem,
): Diagnostic | undefined {
  const severity = levelOf(settings.rules, problem);
  if (severity === 'off') return undefined;
  const { code, file, span, message, related, unnecessary, deprecated } = problem;
  const tags = [
    ...(unnecessary ? [DiagnosticTag.Unnecessary] : []),
    ...(deprecated ? [DiagnosticTag.Deprecated] : []),
  ].filter((tag) => client.diagnosticTags.has(tag));
  return {
    range: toRange(converter.lines(file), span),
    severity: severities[severity],
    source: 'shinken',
    code,
    ...(client.rulesPage === undefined ? {} : { codeDescription: { href: docsLink(client.rulesPage, code) } }),
    message,
    ...(client.relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: toLocation(converter, place),
            message: place.message,
          })),
        }
      : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}
