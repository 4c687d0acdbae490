import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serverNameProblem } from '../availability/server-name';
import { planSpares, type SparePlan } from '../availability/spares';
import { type CommonOptions, type Io, STATUS, UsageError } from './io';
import { analyzeMain } from './load';
import { Locator } from './report';

export interface SparesOptions extends CommonOptions {
  readonly server: string;
  readonly for?: string;
  readonly write: boolean;
  readonly format: 'text' | 'json';
}

/** `shinken spares`: the full set of spare definitions for one server, printed, or written to new files with `--write`. */
export function spares(mains: readonly string[], options: SparesOptions, io: Io): number {
  const server = options.server.trim();
  const problem = serverNameProblem(server);
  if (problem !== undefined) throw new UsageError(`--server ${options.server}: ${problem}`);
  const { model } = analyzeMain(mains, options, io);
  const plan = planSpares(model, server, { for: options.for, exists: existsSync });
  const locator = new Locator((file) => model.text(file), io.cwd);
  if (options.write) {
    for (const { file, text } of plan.drafts) {
      mkdirSync(path.dirname(file), { recursive: true });
      try {
        writeFileSync(file, text, { flag: 'wx' });
      } catch (error) {
        throw new UsageError(
          `${locator.name(file)} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  }
  io.out(options.format === 'json' ? asJson(plan, locator, options.write) : asText(plan, locator, options.write));
  if (options.format === 'text') io.err(talk(plan));
  return STATUS.ok;
}

function asJson({ server, drafts, skipped, notes }: SparePlan, locator: Locator, written: boolean): string {
  const spares = drafts.map(({ file, ...draft }) => ({ ...draft, file: locator.name(file) }));
  return `${JSON.stringify({ server, written, spares, skipped, notes }, undefined, 2)}\n`;
}

/** The definitions, each behind a comment with its file: what could be pasted as it is. */
function asText({ drafts }: SparePlan, locator: Locator, written: boolean): string {
  if (written) return drafts.map(({ file }) => `${locator.name(file)}\n`).join('');
  return drafts.map(({ file, text }) => `# ${locator.name(file)}\n${text}`).join('\n');
}

function talk({ server, drafts, skipped, notes }: SparePlan): string {
  const lines = drafts.length > 0 ? notes : [`Nothing to add for ${server}.`];
  const part = (title: string, list: readonly string[]): string =>
    list.length > 0 ? `\n${title}\n${list.map((line) => `  - ${line}\n`).join('')}` : '';
  return part('No spare for:', skipped) + part(drafts.length > 0 ? 'Still to be done by hand:' : 'Result:', lines);
}
