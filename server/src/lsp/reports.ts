/** What there is to say of each file, and whether an editor has heard it already. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { FilePath } from '../project/types';

/** The problems of a file; another `id` means others than before. */
export interface Report {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

export const NOTHING: Report = { id: 'none', diagnostics: [] };

export class Reports {
  private readonly reports = new Map<FilePath, Report & { readonly text: string }>();
  private count = 0;

  /** Takes all the problems that there are; gives the files that have others than before. A file that is not there has none. */
  update(all: ReadonlyMap<FilePath, readonly Diagnostic[]>): FilePath[] {
    return [...new Set([...this.reports.keys(), ...all.keys()])].filter((file) => this.set(file, all.get(file) ?? []));
  }

  /** The same for some files; nothing is new of any other. */
  updateSome(some: ReadonlyMap<FilePath, readonly Diagnostic[]>): FilePath[] {
    return [...some.keys()].filter((file) => this.set(file, some.get(file) ?? []));
  }

  private set(file: FilePath, diagnostics: readonly Diagnostic[]): boolean {
    const text = JSON.stringify(diagnostics);
    if ((this.reports.get(file)?.text ?? '[]') === text) return false;
    if (diagnostics.length > 0) this.reports.set(file, { id: String(++this.count), diagnostics, text });
    else this.reports.delete(file);
    return true;
  }

  of(file: FilePath): Report {
    return this.reports.get(file) ?? NOTHING;
  }
  files(): Iterable<FilePath> {
    return this.reports.keys();
  }
  all(): ReadonlyMap<FilePath, readonly Diagnostic[]> {
    return new Map([...this.reports].map(([file, { diagnostics }]) => [file, diagnostics]));
  }
}

/** At most so many problems of a file, the worst first to stay, and in the place of the others a note that says how many they are. */
export function limited(diagnostics: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
  const rest = diagnostics.length - limit;
  if (rest <= 0) return diagnostics;
  const severity = ({ severity = DiagnosticSeverity.Error }: Diagnostic): number => severity;
  const kept = new Set([...diagnostics].sort((a, b) => severity(a) - severity(b)).slice(0, limit));
  const note: Diagnostic = {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: 'shinken',
    message: `${rest} more ${rest === 1 ? 'problem of this file is' : 'problems of this file are'} not shown: \`shinken.maxProblemsPerFile\` is ${limit}.`,
  };
  return [note, ...diagnostics.filter((one) => kept.has(one))];
}
