import type { CommonOptions, Io } from './io';
import { STATUS } from './io';
import { type CheckFormat, formatters } from './formats';
import { type CopyOptions, corePath, judgeMain, type LevelOptions } from './load';
import { checkReport, Locator } from './report';

export interface CheckOptions extends CommonOptions, CopyOptions, LevelOptions {
  readonly format: CheckFormat;
  /** The least severity that makes the command fail besides what the arbiter refuses. */
  readonly failOn: 'error' | 'warning';
}

/** `shinken check`: what the arbiter would say, and what it would not. */
export function check(mains: readonly string[], options: CheckOptions, io: Io): number {
  const judged = judgeMain(mains, options, io);
  const locator = new Locator((file) => judged.project.files.get(file)?.text, io.cwd);
  const { rule: levels = new Map(), dialect } = options;
  const report = checkReport(judged, { mains: mains.length > 0 ? mains : ['.'], dialect, levels }, locator);
  io.out(
    formatters[options.format](report, { locator, absolute: (file) => corePath(io.cwd, file), colour: io.colour }),
  );
  const { error, warning } = report.counts;
  const failed = !report.ok || (options.failOn === 'warning' && error + warning > 0);
  return failed ? STATUS.refused : STATUS.ok;
}
