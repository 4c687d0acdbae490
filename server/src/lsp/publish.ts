/** Problems on their way to the editor. */
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver';
import type { FilePath } from '../project/types';
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
  const severity = settings.rules.get(problem.code) ?? problem.severity;
  if (severity === 'off') return undefined;
  const { code, file, span, message, related, unnecessary } = problem;
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
    ...(client.diagnosticTags && unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Tells the editor the problems of files, and of each file only when they are others than before. */
export class Publisher {
  private readonly published = new Map<FilePath, string>();

  constructor(
    private readonly connection: Connection,
    private readonly converter: Converter,
  ) {}

  /** All problems there are; a file that is not there has none. */
  publish(diagnostics: ReadonlyMap<FilePath, readonly Diagnostic[]>): void {
    for (const file of new Set([...this.published.keys(), ...diagnostics.keys()])) {
      const list = diagnostics.get(file) ?? [];
      const text = JSON.stringify(list);
      if ((this.published.get(file) ?? '[]') === text) continue;
      if (list.length > 0) this.published.set(file, text);
      else this.published.delete(file);
      this.send(file, [...list]);
    }
  }

  private send(file: FilePath, diagnostics: Diagnostic[]): void {
    const version = this.converter.version(file);
    const params: PublishDiagnosticsParams = { uri: this.converter.uri(file), diagnostics };
    void this.connection.sendDiagnostics(version === undefined ? params : { ...params, version });
  }
}
