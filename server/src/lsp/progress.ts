import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './capabilities';

/** Tells a person that something takes its time. */
export interface Progress {
  /** How far it is, between 0 and 1. */
  report(done: number): void;
  end(): void;
}

/** In the editor's own way; nothing where it has none. `what` is being done, in a few words. */
export function workDone(connection: Connection, { progress }: ClientAbilities, what: string): Progress {
  if (!progress) return { report: () => undefined, end: () => undefined };
  const reporter = connection.window.createWorkDoneProgress();
  const tell = (act: (shown: Awaited<typeof reporter>) => void): void => void reporter.then(act).catch(() => undefined);
  tell((shown) => shown.begin(`Shinken: ${what}`, 0));
  return {
    report: (done) => tell((shown) => shown.report(Math.floor(100 * done))),
    end: () => tell((shown) => shown.done()),
  };
}
