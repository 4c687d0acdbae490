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

/** Milliseconds that a verdict is waited for to be kept. */
const PATIENCE = 60_000;

async function isKept(storage: string): Promise<void> {
  const isThere = (): boolean => existsSync(storage) && readdirSync(storage).some((name) => name.endsWith('.json'));
  for (const start = Date.now(); !isThere(); await setTimeout(50))
    if (Date.now() - start > PATIENCE) throw new Error('the server has kept no verdict');
}

async function started({ server, idleServer, hosts, quick, installation }: Context): Promise<Figure[]> {
  const folder = installation('explicit', hosts);
  const file = hostFile(Math.floor(hosts / 2));
  const storage = mkdtempSync(path.join(tmpdir(), 'shinken-bench-storage-'));
  try {
    await opened({ server, folder, storage }, file, () => isKept(storage));
    const runs = await repeat({ least: quick ? 2 : 5, most: 5, seconds: 0 }, async () => ({
      first: await opened({ server, folder }, file),
      again: await opened({ server, folder, storage }, file),
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
        'for the first time',
        runs.map(({ first }) => first),
      ),
      figure(
        'again, nothing having changed',
        runs.map(({ again }) => again),
      ),
    ];
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

export const startup: Measure = {
  name: 'startup',
  title: 'From nothing to the first problems',
  how:
    'The process is started, the folder and a file of hosts are opened, the problems of that file are asked for: the time from the start to the answer. ' +
    'Once as when it has never been opened before, once with what the server has kept of the last time (`shinken.rememberProblems`), and in turns with ' +
    "both a server that answers everything with nothing. The editor's own start, which is the same for all, is not in it.",
  run: started,
};
