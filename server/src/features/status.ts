/** What a status bar says while a file is open: which configuration it belongs to, and which of its servers may fail. */
import { accepted, type Analysis } from '../analysis';
import { outlookOf } from '../availability/outlook';
import { topologyOf } from '../availability/topology';
import type { FilePath } from '../project/types';
import { objectTypeList } from '../schema';

export interface FileStatus {
  /** The main files that are read together; none where a folder has no main file, and is read whole. */
  readonly mains: readonly FilePath[];
  /** Whether they bring the file in. */
  readonly isLoaded: boolean;
  /** How many files are read. */
  readonly files: number;
  /** How many objects the arbiter works with, templates left out and services expanded. */
  readonly objects: number;
  /** Whether the arbiter accepts the configuration; undefined where it does not read the file. */
  readonly isAccepted: boolean | undefined;
}

export function fileStatus(analysis: Analysis, file: FilePath): FileStatus {
  const { mains, partial, files, unloaded = [] } = analysis.project;
  const { model } = analysis;
  const isLoaded = files.has(file) && !unloaded.includes(file);
  return {
    mains,
    isLoaded,
    files: files.size - unloaded.length,
    objects: objectTypeList.reduce((sum, { name }) => sum + model.items(name).length, 0),
    isAccepted: isLoaded && !partial ? accepted(analysis.problems) : undefined,
  };
}

export interface AvailabilityStatus {
  /** `good`, all is done and any one server may fail; `bad`, it is not so, and somebody wants spares; `quiet`, nobody has asked for any. */
  readonly tone: 'good' | 'bad' | 'quiet';
  /** A few words, without a capital letter and a full stop. */
  readonly text: string;
  /** What nobody does even while all servers live, in whole sentences. */
  readonly undone: readonly string[];
  /** What nobody does when one of the servers dies, in whole sentences. */
  readonly losses: readonly { readonly machine: string; readonly sentences: readonly string[] }[];
}

/** Undefined where no daemon is defined, and where it is not known which of them the arbiter reads. */
export function availabilityStatus({ project, model }: Analysis): AvailabilityStatus | undefined {
  const { daemons, wantsSpares } = topologyOf(model);
  if (project.partial || project.unloaded !== undefined || daemons.every(({ invented }) => invented)) return undefined;
  const { survives, cannotCover } = outlookOf(model);
  const undone: string[] = [];
  const sentences = new Map<string, string[]>();
  for (const { machine, text } of cannotCover) {
    if (machine === undefined) undone.push(text);
    else sentences.set(machine, [...(sentences.get(machine) ?? []), text]);
  }
  const losses = [...sentences].map(([machine, texts]) => ({ machine, sentences: texts }));
  const isGood = losses.length === 0 && undone.length === 0;
  const text =
    losses.length > 0
      ? inShort(losses, survives.length + losses.length)
      : isGood
        ? 'any 1 server may fail'
        : 'not everything is done';
  return { tone: isGood ? 'good' : wantsSpares ? 'bad' : 'quiet', text, undone, losses };
}

function inShort(losses: AvailabilityStatus['losses'], servers: number): string {
  const [fatal] = losses;
  const count = losses.length;
  if (count === servers) return 'no server may fail';
  return fatal && count === 1
    ? `${fatal.machine} is a single point of failure`
    : `${String(count)} of ${String(servers)} servers must not fail`;
}
