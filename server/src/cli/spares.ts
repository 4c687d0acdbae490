import { existsSync } from 'node:fs';
import type { Outlook } from '../availability/outlook';
import { serverNameProblem } from '../availability/server-name';
import { planSpares, type SparePlan } from '../availability/spares';
import { storeAddressProblem, type StoreName } from '../availability/store-address';
import { topologyOf } from '../availability/topology';
import { consequencesOf } from '../features/consequences';
import type { Model } from '../model/types';
import type { DaemonType } from '../schema';
import { changedLines, type ChangedLines, shownLines, writeChange } from './change';
import { type CommonOptions, type Io, STATUS, UsageError } from './io';
import { analyzeMain } from './load';
import { nodeFileSystem } from './node-file-system';
import { outlookAsJson, outlookAsLines, part } from './outlook';
import { Locator } from './report';

export interface SparesOptions extends CommonOptions {
  readonly server: string;
  readonly for?: string;
  /** Repeated: empty for all. */
  readonly kind: readonly DaemonType[];
  readonly realm: readonly string[];
  readonly retention?: StoreName;
  readonly retentionServer?: string;
  readonly mend: boolean;
  readonly load: boolean;
  readonly write: boolean;
  readonly format: 'text' | 'json';
}

/** What is printed. */
interface Result {
  readonly plan: SparePlan;
  readonly outlook: Outlook;
  readonly edits: readonly ChangedLines[];
  readonly written: boolean;
  readonly mended: boolean;
}

/**
 * `shinken spares`: the spare definitions for one server and what changes with them, printed, or written with `--write`; and what may die
 * then.
 */
export function spares(mains: readonly string[], options: SparesOptions, io: Io): number {
  const server = options.server.trim();
  refuse(`--server ${options.server}`, serverNameProblem(server));
  const analysis = analyzeMain(mains, options, io);
  const { model } = analysis;
  const plan = planSpares(model, server, {
    for: options.for,
    kinds: options.kind.length > 0 ? options.kind : undefined,
    realms: options.realm.length > 0 ? realmsOf(model, options.realm) : undefined,
    retention: storeOf(options),
    amend: options.mend ? true : undefined,
    load: options.load,
    exists: existsSync,
  });
  const textOf = (file: string): string | undefined => model.text(file);
  const locator = new Locator(textOf, io.cwd);
  const { outlook } = consequencesOf(analysis, plan.change, nodeFileSystem);
  const edits = changedLines(plan.change.edits, textOf, locator);
  if (options.write) writeChange(plan.change, textOf, locator);
  const result = { plan, outlook, edits, written: options.write, mended: options.mend };
  io.out(options.format === 'json' ? asJson(result, locator) : asText(result, locator));
  if (options.format === 'text') io.err(talk(result));
  return STATUS.ok;
}

function refuse(option: string, problem: string | undefined): void {
  if (problem !== undefined) throw new UsageError(`${option}: ${problem}`);
}

/** @throws UsageError for a realm that there is not. */
function realmsOf(model: Model, names: readonly string[]): readonly string[] {
  const { realms } = topologyOf(model);
  for (const name of names) {
    if (!realms.some((realm) => realm.name === name))
      throw new UsageError(
        `--realm ${name}: there is no such realm, only ${realms.map((realm) => realm.name).join(', ')}`,
      );
  }
  return names;
}

function storeOf({ retention, retentionServer }: SparesOptions): { store: StoreName; address?: string } | undefined {
  if (retention === undefined) {
    if (retentionServer !== undefined)
      throw new UsageError('--retention-server says where; --retention has to say what');
    return undefined;
  }
  if (retentionServer === undefined) return { store: retention };
  refuse(`--retention-server ${retentionServer}`, storeAddressProblem(retention, retentionServer));
  return { store: retention, address: retentionServer.trim() };
}

function asJson({ plan, outlook, edits, written, mended }: Result, locator: Locator): string {
  const { server, drafts, amendments, retention, skipped, notes, change } = plan;
  const ofDrafts = new Set(drafts.map(({ file }) => file));
  const json = {
    server,
    written,
    spares: drafts.map(({ file, ...draft }) => ({ ...draft, file: locator.name(file) })),
    files: change.newFiles
      .filter(({ file }) => !ofDrafts.has(file))
      .map(({ file, text }) => ({ file: locator.name(file), text })),
    edits,
    amendments: amendments.map(({ spare: { kind, name }, text }) => ({ kind, name, text, included: mended })),
    retention: retention && {
      store: retention.store,
      module: retention.module,
      address: retention.place,
      schedulers: retention.schedulers.map(({ name }) => name),
    },
    skipped,
    notes,
    ...outlookAsJson(outlook),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** The new files, each behind a comment with its name, and all else as comments: what could be pasted as it is. */
function asText({ plan: { change }, outlook, edits, written }: Result, locator: Locator): string {
  if (written) {
    const files = new Set([...change.newFiles, ...change.edits].map(({ file }) => file));
    return [...files].map((file) => `${locator.name(file)}\n`).join('');
  }
  return [
    ...change.newFiles.map(({ file, text }) => `# ${locator.name(file)}\n${text}`),
    ...edits.map(shownLines),
    outlookAsLines(outlook)
      .map((line) => `# ${line}\n`)
      .join(''),
  ].join('\n');
}

function talk({ plan, outlook, written, mended }: Result): string {
  const { server, drafts, amendments, retention, skipped, notes } = plan;
  const isIdle = drafts.length === 0 && !retention && !(mended && amendments.length > 0);
  const offers = mended ? [] : amendments.map(({ spare, text }) => `${spare.name} ${text}`);
  return [
    part('No spare for:', skipped),
    part('With --mend besides:', offers),
    isIdle ? part('Result:', [`Nothing to add for ${server}.`]) : part('Still to be done by hand:', notes),
    written
      ? part(
          'When a server dies:',
          outlookAsLines(outlook).map((line) => line.trim()),
        )
      : '',
  ].join('');
}
