import path from 'node:path';
import { accepted } from '../analysis';
import type { Dialect } from '../model/types';
import type { Place } from '../project/types';
import { levelOf, type Levels } from '../rules/levels';
import type { ObjectName, Severity } from '../rules/rule';
import { Lines, type Position } from './lines';
import type { Judged } from './load';

/** A problem as the command line shows it: line and column from 1, the end exclusive. */
export interface ReportedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly object?: ObjectName;
  readonly message: string;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  readonly fixable: boolean;
}

/** The result of `shinken check`, in the shape its JSON has: what several objects have at one place stands there once for each. */
export interface CheckReport {
  readonly main: readonly string[];
  readonly dialect: string;
  readonly ok: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly objects: Readonly<Record<string, number>>;
  readonly files: readonly string[];
  readonly problems: readonly ReportedProblem[];
}

/** Turns offsets into lines and absolute files into what a person in `cwd` would type. Lines of a file are counted once. */
export class Locator {
  private readonly lines = new Map<string, Lines>();

  constructor(
    private readonly text: (file: string) => string | undefined,
    private readonly cwd: string,
  ) {}

  /** Relative below `cwd`, absolute elsewhere. */
  name(file: string): string {
    const relative = path.relative(this.cwd, file).replaceAll('\\', '/');
    return relative === '' || relative.startsWith('../') || path.isAbsolute(relative) ? file : relative;
  }
  start({ file, span }: Place): Position {
    return this.of(file).at(span.start);
  }
  end({ file, span }: Place): Position {
    return this.of(file).at(span.end);
  }
  line(file: string, number: number): string {
    return this.of(file).line(number);
  }
  private of(file: string): Lines {
    let lines = this.lines.get(file);
    if (!lines) this.lines.set(file, (lines = new Lines(this.text(file) ?? '')));
    return lines;
  }
}

/** What a report is of: main files as the user gave them; levels change what is shown, never the verdict. */
export interface ReportOptions {
  readonly mains: readonly string[];
  readonly dialect: Dialect;
  readonly levels: Levels;
}

/** What `shinken check` has to say of a configuration. */
export function checkReport(judged: Judged, { mains, dialect, levels }: ReportOptions, locator: Locator): CheckReport {
  const problems = judged.problems.flatMap((problem) => {
    const severity = levelOf(levels, problem);
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity, others } of problems) counts[severity] += 1 + others.length;
  return {
    main: mains,
    dialect,
    ok: accepted(judged.problems),
    counts,
    // Counted for those who look.
    get objects() {
      return judged.objects();
    },
    files: [...judged.project.files.keys()].map((file) => locator.name(file)),
    problems: problems.flatMap(({ code, severity, file, span, object, others, message, related, fixable }) => {
      const start = locator.start({ file, span });
      const end = locator.end({ file, span });
      const reported = {
        code,
        severity,
        file: locator.name(file),
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        message,
        related: related.map((place) => ({
          file: locator.name(place.file),
          ...locator.start(place),
          message: place.message,
        })),
        fixable,
      };
      return [object, ...others.map(({ type, name }) => ({ type, name }))].map((name) => ({
        ...reported,
        object: name,
      }));
    }),
  };
}
