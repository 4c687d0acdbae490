/** What was asked of a file system: as long as it would answer the same, whatever was worked out of the answers holds. */
import type { Steps } from '../steps';
import type { FilePath, FileSystem } from './types';

type Question = keyof FileSystem;
type Answer = ReturnType<FileSystem[Question]>;

const questions = ['readFile', 'kind', 'list', 'realPath'] as const satisfies readonly Question[];

/** Short, and another one for another text. */
export type Digest = (text: string) => string;

/** Each path that was asked about, with the digest of the answer; null where there was none. It can be written as JSON. */
export type Trace = Readonly<Record<Question, readonly (readonly [path: FilePath, answer: string | null])[]>>;

export interface Recorder extends FileSystem {
  /** The last answer to each question that has been asked, in the order of the paths. */
  trace(digest: Digest): Steps<Trace>;
  /** Begins anew: whatever was asked before will be asked again, or does not matter any more. */
  forget(): void;
}

/** An answer, with its digest once that has been needed: most answers stay what they are from one trace to the next. */
interface Noted {
  readonly answer: Answer;
  digested?: string | null;
}

/** The same file system, with a memory for what it is asked. Texts are not copied. */
export function recorded(fileSystem: FileSystem): Recorder {
  const answers = {
    readFile: new Map<FilePath, Noted>(),
    kind: new Map<FilePath, Noted>(),
    list: new Map<FilePath, Noted>(),
    realPath: new Map<FilePath, Noted>(),
  };
  const noted = <Given extends Answer>(question: Question, path: FilePath, answer: Given): Given => {
    const notes = answers[question];
    const known = notes.get(path);
    if (!known || known.answer !== answer) notes.set(path, { answer });
    return answer;
  };
  return {
    readFile: (path) => noted('readFile', path, fileSystem.readFile(path)),
    kind: (path) => noted('kind', path, fileSystem.kind(path)),
    list: (path) => noted('list', path, fileSystem.list(path)),
    realPath: (path) => noted('realPath', path, fileSystem.realPath(path)),
    *trace(digest) {
      const trace: Record<Question, [FilePath, string | null][]> = { readFile: [], kind: [], list: [], realPath: [] };
      for (const question of questions) {
        for (const [path, note] of answers[question]) {
          note.digested ??= digested(note.answer, digest);
          trace[question].push([path, note.digested]);
          yield;
        }
        trace[question].sort(([a], [b]) => (a < b ? -1 : 1));
      }
      return trace;
    },
    forget: () => questions.forEach((question) => answers[question].clear()),
  };
}

/** Whether a file system answers now as it did when the trace was made. */
export function* holds(trace: Trace, fileSystem: FileSystem, digest: Digest): Steps<boolean> {
  for (const question of questions) {
    for (const [path, answer] of trace[question]) {
      if (digested(fileSystem[question](path), digest) !== answer) return false;
      yield;
    }
  }
  return true;
}

/** Names are listed in no particular order. */
function digested(answer: Answer, digest: Digest): string | null {
  if (answer === undefined) return null;
  return digest(typeof answer === 'string' ? answer : JSON.stringify([...answer].sort()));
}
