import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Editor, type EditorOptions } from '../editor';
import { hostFile } from '../generate';
import type { Context, Figure, Measure } from '../measure';
import { milliseconds, repeat, summary } from '../statistics';

const ABOVE = 1000;

/** From no process at all to the problems of the file that is open. `after` is done before the process is ended. */
async function opened(options: EditorOptions, file: string, after?: () => Promise<unknown>): Promise<number> {
  let editor: Editor | undefined;
  try {
    const time = await milliseconds(async () => {
      editor = await Editor.start(options);
      await editor.open(file);
      await editor.diagnostics(file);
    });
    await after?.();
    return time;
  } finally {
    await editor?.stop();
  }
}

/** Milliseconds that something is waited for to be kept. */
const PATIENCE = 60_000;

/** Once there is a file in a folder, and all of it. */
async function isKept(folder: string): Promise<void> {
  const isThere = (): boolean => existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith('.new'));
  for (const start = Date.now(); !isThere(); await setTimeout(50))
    if (Date.now() - start > PATIENCE) throw new Error(`the server has kept nothing in ${folder}`);
}

async function started({ server, idleServer, hosts, quick, installation }: Context): Promise<Figure[]> {
  const folder = installation('explicit', hosts);
  const file = hostFile(Math.floor(hosts / 2));
  const kept = mkdtempSync(path.join(tmpdir(), 'shinken-bench-kept-'));
  const [storage, code, none] = [path.join(kept, 'verdicts'), path.join(kept, 'code'), path.join(kept, 'none')];
  try {
    // Code is kept by a server that has had another folder, as whoever opens a configuration for the first time may have had.
    const other = installation('explicit', hosts / 10);
    await opened({ server, folder: other, code }, hostFile(0), () => isKept(code));
    await opened({ server, folder, storage, code }, file, () => isKept(storage));
    const runs = await repeat({ least: quick ? 2 : 5, most: 5, seconds: 0 }, async () => ({
      // It is ended before it keeps anything.
      installed: await opened({ server, folder, code: none }, file),
      first: await opened({ server, folder, code }, file),
      again: await opened({ server, folder, storage, code }, file),
      nothing: await opened({ server: idleServer, folder }, file),
    }));
    const peer = { name: 'a server that does nothing', measured: summary(runs.map(({ nothing }) => nothing)) };
    const figure = (what: string, times: readonly number[]): Figure => {
      const measured = summary(times);
      const above = measured.median - peer.measured.median;
      return {
        what,
        unit: 'ms',
        measured,
        peer,
        goal: `at most ${ABOVE / 1000} s above a server that does nothing`,
        met: above <= ABOVE,
        remark: `${above.toFixed(0)} ms above it`,
      };
    };
    return [
      figure(
        'for the first time, just installed',
        runs.map(({ installed }) => installed),
      ),
      figure(
        'for the first time',
        runs.map(({ first }) => first),
      ),
      figure(
        'again, nothing having changed',
        runs.map(({ again }) => again),
      ),
    ];
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}

export const startup: Measure = {
  name: 'startup',
  title: 'From nothing to the first problems',
  how:
    'The process is started, the folder and a file of hosts are opened, the problems of that file are asked for: the time from the start to the answer. ' +
    'Once as when the server has never been started before, once as when it has been, with another folder, and has kept its own code as it was compiled ' +
    'then, and once with what it has kept of the last time that this folder was opened as well (`shinken.rememberProblems`); in turns with all of them ' +
    "a server that answers everything with nothing. The editor's own start, which is the same for all, is not in it.",
  run: started,
};
