import { definedMachines } from '../availability/failover';
import { type Fate, type Retirement, retireServer } from '../availability/retire';
import { titleOf, topologyOf } from '../availability/topology';
import { type Consequences, consequencesOf } from '../features/consequences';
import { changedLines, type ChangedLines, shownLines, writeChange } from './change';
import { type CommonOptions, type Io, STATUS, UsageError } from './io';
import { analyzeMain } from './load';
import { nodeFileSystem } from './node-file-system';
import { gapAsJson, outlookAsJson, outlookAsLines, part } from './outlook';
import { Locator } from './report';

export interface RetireOptions extends CommonOptions {
  readonly server: string;
  /** What becomes of spares elsewhere that lose all their masters. */
  readonly spares: Fate;
  readonly write: boolean;
  readonly force: boolean;
  readonly format: 'text' | 'json';
}

interface Result {
  readonly retirement: Retirement;
  readonly consequences: Consequences;
  readonly edits: readonly ChangedLines[];
  readonly written: boolean;
}

/**
 * `shinken retire`: takes every daemon of a server out of the configuration, and says what the simulation says of the rest. Exit status 1
 * when the arbiter would refuse that, or work that is done now would be left to nobody; it is then written with `--force` only.
 */
export function retire(mains: readonly string[], options: RetireOptions, io: Io): number {
  const analysis = analyzeMain(mains, options, io);
  const { model } = analysis;
  // What is proposed makes as many active as there were masters.
  const fate = options.spares === 'promote' ? undefined : options.spares;
  const retirement = retireServer(model, options.server, () => fate);
  if (!retirement) {
    const machines = definedMachines(topologyOf(model));
    const known = machines.length > 0 ? `, only on ${machines.join(', ')}` : '';
    throw new UsageError(`--server ${options.server}: no daemon is there${known}`);
  }
  const consequences = consequencesOf(analysis, retirement.change, nodeFileSystem);
  const isHarmful = consequences.refused || consequences.undone.length > 0;
  const textOf = (file: string): string | undefined => model.text(file);
  const locator = new Locator(textOf, io.cwd);
  const edits = changedLines(retirement.change.edits, textOf, locator);
  const written = options.write && (!isHarmful || options.force);
  if (written) writeChange(retirement.change, textOf, locator);
  const result = { retirement, consequences, edits, written };
  io.out(options.format === 'json' ? asJson(result, locator) : asText(result, locator));
  if (options.format === 'text') io.err(talk(result));
  if (options.write && !written)
    io.err('\nNothing is written, for the reason above; --force writes it all the same.\n');
  return isHarmful ? STATUS.refused : STATUS.ok;
}

function asJson({ retirement, consequences, edits, written }: Result, locator: Locator): string {
  const { machine, removed, orphans, kept, notes, change } = retirement;
  const { outlook, undone, refused, problems } = consequences;
  const json = {
    server: machine,
    written,
    removed: removed.map(({ kind, name, item }) => {
      return { kind, name, ...(item.source && { file: locator.name(item.source.file) }) };
    }),
    deletedFiles: (change.deletedFiles ?? []).map((file) => locator.name(file)),
    edits,
    spares: orphans.map(({ spare: { kind, name, machine: server }, masters, fate }) => {
      return { kind, name, server, masters: masters.map((master) => master.name), fate };
    }),
    kept,
    notes,
    refused,
    undone: undone.map(gapAsJson),
    problems: problems.map(({ code, severity, message }) => ({ code, severity, message })),
    ...outlookAsJson(outlook),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** The files that go, and the lines that do; once written, the files alone. */
function asText({ retirement: { change }, edits, written }: Result, locator: Locator): string {
  const gone = (change.deletedFiles ?? []).map((file) => locator.name(file));
  if (written) return [...new Set([...gone, ...edits.map(({ file }) => file)])].map((file) => `${file}\n`).join('');
  return [...gone.map((file) => `# ${file} goes.\n`), ...edits.map(shownLines)].join('\n');
}

const fateWords: Readonly<Record<Fate, string>> = {
  promote: 'becomes active',
  remove: 'goes, too',
  keep: 'stays a spare',
};

function talk({ retirement, consequences }: Result): string {
  const { removed, orphans, kept, notes, machine } = retirement;
  const { outlook, undone, refused, problems } = consequences;
  return [
    refused ? `\nThe arbiter would refuse the configuration without ${machine}.\n` : '',
    part(
      'Nobody would do any more:',
      undone.map(({ text }) => text),
    ),
    part(
      'New problems:',
      problems.map(({ message, code }) => `${message} [${code}]`),
    ),
    part(`Goes with ${machine}:`, removed.map(titleOf)),
    part(
      'Spares that lose their masters:',
      orphans.map(({ spare, fate }) => `${titleOf(spare)} on ${spare.machine} ${fateWords[fate]}`),
    ),
    part('Stays:', kept),
    part(
      'When a server dies:',
      outlookAsLines(outlook).map((line) => line.trim()),
    ),
    part('Still to be done by hand:', notes),
  ].join('');
}
