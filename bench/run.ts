/** `npm run bench`: takes the measures, one after the other, and tells them. */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Table from 'cli-table3';
import { Command, InvalidArgumentError, Option } from 'commander';
import { format, resolveConfig } from 'prettier';
import { type Shape, write } from './generate';
import type { Context, Figure, Measure } from './measure';
import { measures } from './measures';
import { page } from './page';
import { findPeer } from './peer';
import { profile } from './profile';
import { load, machine, type Measured, type Results, revision } from './results';
import type { Dialect } from './writer';
import { COLUMNS, row, tally } from './words';

interface Options {
  readonly quick?: boolean;
  readonly only?: readonly string[];
  readonly hosts?: number;
  readonly long?: boolean;
  readonly writeDocs?: boolean;
  readonly reuse?: boolean;
}

const SEED = 1;
const HOSTS = { quick: 1000, usual: 10_000 };
const EDITS = { quick: 100, usual: 1000, long: 10_000 };

const say = (text: string): void => console.log(text);

/**
 * Runs with the arguments of the command line; `root` is the project's folder, `out` that of the bench's bundles. Gives the exit status: 1
 * where something could not be measured; a goal that is not met is no failure.
 */
export async function bench(args: readonly string[], root: string, out: string): Promise<number> {
  const options = read(args);
  const latest = path.join(root, 'bench', 'results', 'latest.json');
  const results = options.reuse ? known(latest, options) : await measure(options, root, out);
  const figures = results.measures.flatMap((measured) => measured.figures);
  say(`\nGoals met: ${tally(figures)}. ${results.machine}.`);
  if (!options.reuse) {
    mkdirSync(path.dirname(latest), { recursive: true });
    writeFileSync(latest, JSON.stringify(results, undefined, 2));
    say(`Written: ${path.relative(process.cwd(), latest)}`);
  }
  const status = figures.some(({ measured }) => measured === undefined) ? 1 : 0;
  if (!options.writeDocs) return status;
  const file = path.join(root, 'docs', 'performance.md');
  writeFileSync(file, await format(page(results), { ...(await resolveConfig(file)), parser: 'markdown' }));
  say(`Written: ${path.relative(process.cwd(), file)}`);
  return status;
}

/** What the last run has found, told once more. */
function known(file: string, { writeDocs }: Options): Results {
  if (!existsSync(file)) new Command().error('Nothing has been measured yet: there are no results.');
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  if (writeDocs && (results.quick || results.measures.length < measures.length))
    new Command().error('The page is written from a whole run; the last one was not.');
  results.measures.forEach(tell);
  return results;
}

function read(args: readonly string[]): Options {
  const names = measures.map(({ name }) => name);
  const collect = (name: string, before: readonly string[] = []): readonly string[] => [...before, name];
  const count = (text: string): number => {
    const value = Number(text);
    // A tenth of them is measured as well, in whole files.
    if (!Number.isInteger(value) || value < 1000 || value % 1000 !== 0)
      throw new InvalidArgumentError('A multiple of 1000.');
    return value;
  };
  const only = new Option('--only <name>', `one measure, can be repeated: ${names.join(', ')}`).argParser(
    (name: string, before: readonly string[] | undefined) => {
      if (!names.includes(name)) throw new InvalidArgumentError(`One of ${names.join(', ')}.`);
      return collect(name, before);
    },
  );
  return new Command('npm run bench --')
    .description(
      'Measures the server and the command line on generated configurations, and holds the figures against goals.',
    )
    .option('--quick', 'small and few: whether everything runs')
    .addOption(only)
    .option('--hosts <count>', 'hosts of the installations, each with ten services', count)
    .option('--long', `memory after ${EDITS.long} edits instead of ${EDITS.usual}`)
    .addOption(new Option('--write-docs', 'write docs/performance.md from a whole run').conflicts(['quick', 'only']))
    .addOption(
      new Option('--reuse', 'measure nothing: take what the last run has found').conflicts([
        'quick',
        'only',
        'hosts',
        'long',
      ]),
    )
    .parse(args, { from: 'user' })
    .opts<Options>();
}

async function measure({ quick = false, only, hosts, long }: Options, root: string, out: string): Promise<Results> {
  const work = mkdtempSync(path.join(tmpdir(), 'shinken-bench-'));
  // Nagios becomes another user, who must find its files.
  chmodSync(work, 0o755);
  // By whatever way the process ends.
  process.on('exit', () => rmSync(work, { recursive: true, force: true }));
  const peer = findPeer(say);
  const context: Context = {
    hosts: hosts ?? (quick ? HOSTS.quick : HOSTS.usual),
    quick,
    edits: quick ? EDITS.quick : long ? EDITS.long : EDITS.usual,
    ...ownBundles(out, work),
    idleServer: path.join(out, 'idle-server.js'),
    probe: path.join(out, 'probe.js'),
    peer,
    installation: installations(work),
    say,
  };
  const begun = new Date().toISOString();
  // Whatever is committed meanwhile is not what is measured.
  const commit = revision(root);
  const found: Measured[] = [];
  for (const one of measures) if (!only || only.includes(one.name)) found.push(await take(one, context));
  return {
    begun,
    revision: commit,
    machine: machine(),
    peer: peer?.name,
    hosts: context.hosts,
    quick,
    measures: found,
    profile: only
      ? undefined
      : profile(path.join(root, 'server', 'dist', 'cli.js'), context.installation('explicit', context.hosts)),
  };
}

/** What cannot be done is told as well, and does not keep the others from being measured. */
async function take(one: Measure, context: Context): Promise<Measured> {
  const { name, title, how } = one;
  say(`\n${title} …`);
  const before = load();
  const figures = await one.run(context).catch((error: unknown): readonly Figure[] => {
    const remark = error instanceof Error ? error.message : String(error);
    return [{ what: 'could not be measured', unit: '', goal: 'to be measured', met: false, remark }];
  });
  const measured: Measured = { name, title, how, load: [before, load()], figures };
  tell(measured);
  return measured;
}

function tell({ load: [before, after], figures }: Measured): void {
  const table = new Table({
    head: [...COLUMNS],
    wordWrap: true,
    colWidths: [34, 10, 10, 6, 30, 7, 30, 8],
    style: { head: [], border: [] },
  });
  for (const figure of figures) table.push([...row(figure)]);
  say(table.toString());
  say(`Load: ${before.toFixed(1)} to ${after.toFixed(1)}`);
}

/** The bundles as they are now: a build in the middle of the run must not change what is measured. */
function ownBundles(out: string, work: string): Pick<Context, 'server' | 'cli'> {
  const dist = path.join(work, 'dist');
  cpSync(path.join(out, 'shipped'), dist, { recursive: true });
  return { server: path.join(dist, 'main.js'), cli: path.join(dist, 'cli.js') };
}

function installations(work: string): Context['installation'] {
  const written = new Set<string>();
  return (shape: Shape, hosts: number, dialect: Dialect = 'shinken') => {
    const folder = path.join(work, `${shape}-${dialect}-${hosts}`);
    if (!written.has(folder)) write({ shape, hosts, dialect, seed: SEED, folder });
    written.add(folder);
    return folder;
  };
}
