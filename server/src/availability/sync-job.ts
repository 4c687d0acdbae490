/**
 * The daily copy of a configuration to the machine of the spare arbiter, as files that an administrator reads, installs and owns: a script
 * around rsync, and what starts it. Nothing here copies anything.
 */
import { includeLines } from '../project/include-lines';
import { asWritten, isAbsolute, isBelow, normalize } from '../project/paths';
import type { FilePath, Project } from '../project/types';
import { fileInCopy, rootOf } from './copies';
import { serverNameProblem } from './server-name';
import { cronFile, serviceUnit, timerUnit } from './sync-job/schedule';
import { syncScript } from './sync-job/script';

export type SyncSchedule = 'systemd' | 'cron';

/** What the user has asked for. */
export interface SyncRequest {
  /** The machine to copy to, as ssh knows it. */
  readonly server: string;
  /** The folder to copy, where it is installed: the same on both machines. */
  readonly folder: string;
  readonly schedule: SyncSchedule;
  /** Time of day, `HH:MM`. */
  readonly time: string;
}

/** What the configuration itself has to say to it. */
export interface SyncFacts {
  /** Main files, from the folder. */
  readonly mains: readonly string[];
  /** It names its own files by absolute paths: a copy cannot be tried out anywhere else. */
  readonly namesItself: boolean;
  /** What it reads from outside the folder, and what is therefore not copied. */
  readonly outside: readonly string[];
  /** Files of one machine's own in the folder, from the folder. */
  readonly excluded: readonly string[];
}

/** One file of the job. */
export interface SyncFile {
  readonly name: string;
  /** Where it belongs. */
  readonly path: string;
  readonly executable: boolean;
  /** What an editor calls its language. */
  readonly language: 'shellscript' | 'ini' | 'plaintext';
  readonly text: string;
}

export interface SyncJob {
  readonly files: readonly SyncFile[];
  /** What is left to do by hand, in order: sentences in Markdown. */
  readonly steps: readonly string[];
}

/** The hour at which nobody edits. */
export const DEFAULT_SYNC_TIME = '03:30';

/** What is wrong with a time of day, as a sentence; undefined for a good one. */
export function timeProblem(text: string): string | undefined {
  return /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text.trim())
    ? undefined
    : 'A time of day is written HH:MM, such as 03:30.';
}

/** What is wrong with the name of a folder to copy, as a sentence; undefined for a good one. */
export function folderProblem(text: string): string | undefined {
  const folder = text.trim();
  if (!folder.startsWith('/') || normalize(folder) === '/') return 'A whole path is needed, such as /etc/shinken.';
  return /[\0-\x1f\x7f]/.test(folder)
    ? 'A path with a line break or the like cannot be copied by a script.'
    : undefined;
}

/** Settings that name files which belong to one machine: what a process is, or has written. */
const ownFiles: ReadonlySet<string> = new Set([
  'lock_file',
  'local_log',
  'log_file',
  'command_file',
  'status_file',
  'object_cache_file',
  'state_retention_file',
]);

/** What a configuration says about copying it, once it is installed in a folder. */
export function syncFacts(project: Project, folder: string): SyncFacts {
  const root = rootOf(project);
  const homes = [root, asWritten(root), normalize(folder)];
  const isInside = (path: FilePath): boolean => homes.some((home) => isBelow(home, path));
  const inside = (path: FilePath): string =>
    fileInCopy({ root: homes.find((home) => isBelow(home, path)) ?? root }, path);
  const included = project.mains
    .flatMap((main) => includeLines(project.files.get(main)?.text ?? ''))
    .flatMap(({ value = '' }) => (isAbsolute(value) ? [normalize(value)] : []));
  const written = project.settings.filter(({ key }) => ownFiles.has(key)).map(({ value }) => normalize(value));
  return {
    mains: project.mains.filter((main) => isBelow(root, main)).map(inside),
    namesItself: included.some(isInside),
    outside: [...new Set(project.includes.map(({ target }) => asWritten(target)).filter((path) => !isInside(path)))],
    excluded: [...new Set(written.filter((path) => isAbsolute(path) && isInside(path)).map(inside))],
  };
}

/**
 * The files of a job.
 * @throws Error when the request is none: with the sentence that says why.
 */
export function syncJob(request: SyncRequest, facts: SyncFacts): SyncJob {
  const problem = serverNameProblem(request.server) ?? folderProblem(request.folder) ?? timeProblem(request.time);
  if (problem !== undefined) throw new Error(problem);
  const server = request.server.trim();
  const folder = normalize(request.folder.trim()).replace(/\/$/, '');
  // What cron and systemd both take for a name.
  const name = `shinken-copy-to-${server.replace(/[^a-z0-9]+/gi, '-')}`;
  const program = `/usr/local/sbin/${name}`;
  const job = { name, program, server, folder, time: request.time.trim() };
  const script: SyncFile = {
    name: `${name}.sh`,
    path: program,
    executable: true,
    language: 'shellscript',
    text: syncScript(job, facts),
  };
  const unit = (ending: string, text: string): SyncFile => {
    const file = `${name}.${ending}`;
    return { name: file, path: `/etc/systemd/system/${file}`, executable: false, language: 'ini', text };
  };
  // Cron passes over names with a dot in them.
  const cron = { name: `${name}.cron`, path: `/etc/cron.d/${name}`, executable: false, language: 'plaintext' } as const;
  const schedule =
    request.schedule === 'cron'
      ? [{ ...cron, text: cronFile(job) }]
      : [unit('service', serviceUnit(job)), unit('timer', timerUnit(job))];
  return { files: [script, ...schedule], steps: stepsOf(job, request.schedule, facts) };
}

/** A job with its names worked out. */
export interface NamedJob {
  readonly name: string;
  /** Where the script is installed. */
  readonly program: string;
  readonly server: string;
  /** Without a `/` at its end. */
  readonly folder: string;
  readonly time: string;
}

function stepsOf({ name, program, server, folder }: NamedJob, schedule: SyncSchedule, facts: SyncFacts): string[] {
  const start =
    schedule === 'cron'
      ? `\`install -m 644 ${name}.cron /etc/cron.d/${name}\`: from then on cron starts it. What it did is in the system's log, under \`${name}\`.`
      : `\`install -m 644 ${name}.service ${name}.timer /etc/systemd/system/\`, then \`systemctl daemon-reload\` and \`systemctl enable --now ${name}.timer\`. \`journalctl -u ${name}\` shows what it did.`;
  return [
    "Read the script. It runs on the master arbiter's server, as root, and it is yours from now on.",
    `Let root on that server log in to ${server} without a password: \`ssh -o BatchMode=yes ${server} true\` has to succeed. Both machines need rsync.`,
    `\`install -m 755 ${name}.sh ${program}\` on the master arbiter's server.`,
    `\`${name} --dry-run\` lists what would be copied to ${server}, and what would be deleted there. Then run \`${name}\` once by hand.`,
    start,
    `Nothing is restarted: a spare arbiter that is already running has been told the configuration by the master, and one that starts reads ${folder} as it then is.`,
    ...(facts.outside.length > 0
      ? [
          `These are read from outside ${folder} and are not copied: ${facts.outside.map((path) => `\`${path}\``).join(', ')}.`,
        ]
      : []),
  ];
}
