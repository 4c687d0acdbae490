import { readFileSync } from 'node:fs';
import { type Diagnostic, Uri } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient/node';

/**
 * Problems come with a link to a heading of the rules' page. VS Code's editor knows lines and no headings: the heading becomes the
 * line that it stands on.
 */
export function linkToLines(rulesPage: string): Middleware {
  let lines: ReadonlyMap<string, number> | undefined;
  const link = (diagnostics: readonly Diagnostic[]): void => {
    lines ??= headings(rulesPage);
    for (const { code } of diagnostics) {
      if (typeof code !== 'object') continue;
      const line = lines.get(String(code.value));
      if (line !== undefined) code.target = Uri.file(rulesPage).with({ fragment: `L${line}` });
    }
  };
  const linkReport = <Report extends vsdiag.DocumentDiagnosticReport>(report: Report): void => {
    if (report.kind === vsdiag.DocumentDiagnosticReportKind.full) link(report.items);
  };
  return {
    handleDiagnostics(uri, diagnostics, next) {
      link(diagnostics);
      next(uri, diagnostics);
    },
    async provideDiagnostics(document, previousResultId, token, next) {
      const report = await next(document, previousResultId, token);
      if (report) linkReport(report);
      return report;
    },
    provideWorkspaceDiagnostics(resultIds, token, reporter, next) {
      return next(resultIds, token, (chunk) => {
        chunk?.items.forEach(linkReport);
        reporter(chunk);
      });
    },
  };
}

/** Codes of rules and the lines of their headings, from 1; none where the page cannot be read. */
function headings(rulesPage: string): ReadonlyMap<string, number> {
  try {
    const lines = readFileSync(rulesPage, 'utf8').split(/\r?\n/);
    return new Map(lines.flatMap((line, index) => (line.startsWith('### ') ? [[line.slice(4), index + 1]] : [])));
  } catch {
    return new Map();
  }
}
