import { readFileSync } from 'node:fs';
import { type Diagnostic, Uri } from 'vscode';
import type { HandleDiagnosticsSignature } from 'vscode-languageclient';

/**
 * Problems come with a link to a heading of the rules' page. VS Code's editor knows lines and no headings: the heading becomes the
 * line that it stands on.
 */
export function linkToLines(
  rulesPage: string,
): (uri: Uri, diagnostics: Diagnostic[], next: HandleDiagnosticsSignature) => void {
  let lines: ReadonlyMap<string, number> | undefined;
  return (uri, diagnostics, next) => {
    lines ??= headings(rulesPage);
    for (const { code } of diagnostics) {
      if (typeof code !== 'object') continue;
      const line = lines.get(String(code.value));
      if (line !== undefined) code.target = Uri.file(rulesPage).with({ fragment: `L${line}` });
    }
    next(uri, diagnostics);
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
