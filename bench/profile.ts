/** Where the time of a cold check goes: what V8's sampling profiler saw, brought back to the sources. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Share {
  readonly what: string;
  /** Of all samples. */
  readonly percent: number;
}

export interface Profile {
  readonly parts: readonly Share[];
  readonly functions: readonly Share[];
}

interface Recording {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** So many functions are named: the others are small. */
const NAMED = 15;

/** Runs one check of a folder under the profiler. */
export function profile(cli: string, folder: string): Profile {
  const out = mkdtempSync(path.join(tmpdir(), 'shinken-profile-'));
  try {
    const options = ['--cpu-prof', `--cpu-prof-dir=${out}`];
    spawnSync(process.execPath, [...options, cli, 'check', 'shinken.cfg'], { cwd: folder, stdio: 'ignore' });
    const [name] = readdirSync(out);
    if (name === undefined) throw new Error('the profiler has written nothing');
    return shares(JSON.parse(readFileSync(path.join(out, name), 'utf8')) as Recording, cli);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function shares({ nodes, samples, timeDeltas }: Recording, cli: string): Profile {
  const times = new Map<number, number>();
  samples.forEach((id, index) => times.set(id, (times.get(id) ?? 0) + (timeDeltas[index] ?? 0)));
  const map = new SourceMap(
    JSON.parse(readFileSync(`${cli}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0],
  );
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  for (const { id, callFrame } of nodes) {
    const time = times.get(id) ?? 0;
    const { functionName, url, lineNumber, columnNumber } = callFrame;
    if (time === 0 || functionName === '(idle)') continue;
    const isOurs = url.startsWith('file:') && fileURLToPath(url) === cli;
    const entry = isOurs ? (map.findEntry(lineNumber, columnNumber) as Partial<SourceMapping>) : {};
    const source = entry.originalSource && /src\/(.*)$/.exec(entry.originalSource)?.[1];
    const part = source !== undefined ? partOf(source) : partOfOthers(functionName, url, isOurs);
    add(parts, part, time);
    if (source !== undefined) add(functions, `${functionName || '(nameless)'}, ${source}`, time);
  }
  const all = [...parts.values()].reduce((sum, time) => sum + time, 0);
  const sorted = (counted: ReadonlyMap<string, number>): Share[] =>
    [...counted].map(([what, time]) => ({ what, percent: (100 * time) / all })).sort((a, b) => b.percent - a.percent);
  return { parts: sorted(parts).filter(({ percent }) => percent >= 0.5), functions: sorted(functions).slice(0, NAMED) };
}

/** The folders that ARCHITECTURE.md names. */
function partOf(source: string): string {
  const [folder = source, ...below] = source.split('/');
  return below.length > 0 ? folder : 'analysis';
}

function partOfOthers(name: string, url: string, isBundled: boolean): string {
  if (name === '(garbage collector)') return 'garbage collector';
  if (url.startsWith('node:')) return 'Node.js';
  if (isBundled) return 'libraries';
  return 'V8 and the system';
}

function add(counted: Map<string, number>, key: string, time: number): void {
  counted.set(key, (counted.get(key) ?? 0) + time);
}
