import path from 'node:path';
import { accepted, type Analysis } from '../../server/src/analysis';
import type { Dialect } from '../../server/src/model/types';
import type { Place } from '../../server/src/project/types';
import type { ObjectName, Problem } from '../../server/src/rules/rule';
import { cases, edited, judge, lineOf, mutations, type Named, type Verdict, verdicts } from './oracle';

/** A share: how many of how many, and what was missed. */
export interface Figure {
  readonly title: string;
  readonly good: number;
  readonly of: number;
  readonly missed: readonly string[];
}

/** `good of of (share)` on one line. */
export function shown({ title, good, of }: Figure): string {
  return `${title}: ${String(good)} of ${String(of)} (${of === 0 ? '-' : ((100 * good) / of).toFixed(2)} %)`;
}

/** Lets the test runner have its turn: a measurement takes minutes, and the runner gives up on who does not answer for one. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Tally {
  private good = 0;
  private of = 0;
  private readonly missed: string[] = [];

  constructor(private readonly title: string) {}

  count(right: boolean, what: () => string): void {
    this.of++;
    if (right) this.good++;
    else this.missed.push(what());
  }
  figure(): Figure {
    return { title: this.title, good: this.good, of: this.of, missed: this.missed };
  }
}

const errorsOf = (analysis: Analysis): string =>
  analysis.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`)
    .slice(0, 3)
    .join(' | ');

/** A problem of ours stands on what the arbiter names: by type and name, or within its lines. */
export function standsOn(
  named: Named,
  root: string,
  lines: (file: string, offset: number) => number,
): (problem: Problem) => boolean {
  const file = named.file === undefined ? undefined : path.posix.join(root, named.file);
  return (problem) => {
    const isNamed = (object: ObjectName | undefined): boolean =>
      named.name !== undefined && object?.type === named.type && object?.name === named.name;
    if (isNamed(problem.object) || problem.others.some(isNamed)) return true;
    if (file === undefined || named.line === undefined) return false;
    const within = (at: Place | undefined): boolean =>
      at?.file === file &&
      lines(file, at.span.start) <= (named.endLine ?? named.line ?? 0) &&
      lines(file, at.span.end) >= (named.line ?? 0);
    return within(problem) || problem.related.some(within) || problem.others.some((other) => within(other.at));
  };
}

/** One labelled configuration, judged. */
interface Judged {
  readonly id: string;
  readonly entry: Verdict;
  readonly analysis: Analysis;
}

/**
 * Counts every error and warning line of the arbiter that names something, and whether a problem of ours stands there. Where a line fits
 * several places (the same text stands in a file twice, a contact and what is made of it), one of them is enough.
 */
function countNamed(tally: Tally, root: string, { id, entry, analysis }: Judged): void {
  const lines = lineOf(analysis);
  const messages = new Map<string, Named[]>();
  for (const named of entry.named) {
    for (const message of named.messages ?? ['crash']) {
      const key = `${named.level} ${String(message)}`;
      messages.set(key, [...(messages.get(key) ?? []), named]);
    }
  }
  for (const [key, places] of messages) {
    const found = places.some((named) => analysis.problems.some(standsOn(named, root, lines)));
    const [named] = places;
    tally.count(found, () => {
      const list = named?.level === 'error' ? entry.errors : entry.warnings;
      const text = list?.[Number(named?.messages?.[0])] ?? 'crash';
      return `${id}: ${key} ${named?.type ?? ''} ${named?.name ?? ''} ${named?.file ?? ''}:${String(named?.line)} «${text}»`;
    });
  }
}

/** The figures on the configurations as they were written. */
export async function measureCorpus(root: string): Promise<Figure[]> {
  const equal = new Tally("verdicts on the corpus equal to the arbiter's");
  const clean = new Tally('accepted configurations without an error of ours');
  const named = new Tally('messages of the arbiter on the corpus with a problem of ours on that object');
  for (const entry of verdicts()) {
    await breathe();
    const id = [entry.main, ...(entry.with ?? [])].join('+');
    const analysis = judge(root, entry, '2.4');
    equal.count(
      accepted(analysis.problems) === entry.ok,
      () =>
        `${id}: the arbiter says ${entry.ok ? 'ok' : `no (${entry.errors[0] ?? 'crash'})`}; ours: ${errorsOf(analysis)}`,
    );
    if (entry.ok)
      clean.count(
        !analysis.problems.some(({ severity, code }) => severity === 'error' && !code.startsWith('availability/')),
        () => `${id}: ${errorsOf(analysis)}`,
      );
    countNamed(named, root, { id, entry, analysis });
  }
  return [equal.figure(), clean.figure(), named.figure()];
}

/** Probes of one question each. */
export async function measureCases(root: string, dialect: Dialect): Promise<Figure[]> {
  const equal = new Tally(`verdicts on the probes equal to the arbiter's (${dialect})`);
  const named = new Tally(`messages of the arbiter on the probes with a problem of ours on that object (${dialect})`);
  for (const [id, entry] of Object.entries(cases(dialect))) {
    await breathe();
    const analysis = judge(root, entry, dialect);
    equal.count(
      accepted(analysis.problems) === entry.ok,
      () =>
        `${id}: the arbiter says ${entry.ok ? 'ok' : `no (${entry.errors[0] ?? 'crash'})`}; ours: ${errorsOf(analysis)}`,
    );
    countNamed(named, root, { id, entry, analysis });
  }
  return [equal.figure(), named.figure()];
}

/** Configurations with one edit each. */
export async function measureMutations(root: string): Promise<Figure[]> {
  const equal = new Tally("verdicts on the mutants equal to the arbiter's");
  const placed = new Tally(
    'mutants both refuse with an error of ours on the edited line or on an object the arbiter names',
  );
  const named = new Tally('messages of the arbiter on the mutants with a problem of ours on that object');
  for (const entry of mutations()) {
    await breathe();
    const { id, edit } = entry;
    const analysis = judge(root, entry, '2.4', edited(root, entry));
    const ours = accepted(analysis.problems);
    equal.count(
      ours === entry.ok,
      () =>
        `${id} (${edit.kind}): the arbiter says ${entry.ok ? 'ok' : `no (${entry.errors[0] ?? 'crash'})`}; ours: ${errorsOf(analysis)}`,
    );
    if (!entry.ok && !ours) {
      const lines = lineOf(analysis);
      const file = path.posix.join(root, edit.file);
      const last = edit.line + Math.max(edit.after.length, 1);
      const onEdit = (problem: Problem): boolean => {
        const line = lines(problem.file, problem.span.start);
        return problem.file === file && line >= edit.line - 1 && line <= last;
      };
      const errors = analysis.problems.filter(({ severity }) => severity === 'error');
      const right = errors.some(
        (problem) => onEdit(problem) || entry.named.some((thing) => standsOn(thing, root, lines)(problem)),
      );
      placed.count(
        right,
        () =>
          `${id} (${edit.kind}) ${edit.file}:${String(edit.line)}: ${entry.errors[0] ?? 'crash'}; ours: ${errorsOf(analysis)}`,
      );
    }
    countNamed(named, root, { id, entry, analysis });
  }
  return [equal.figure(), placed.figure(), named.figure()];
}
