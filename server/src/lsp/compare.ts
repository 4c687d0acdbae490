/** Copies over the wire: compared, and kept alike by a job. What a difference is, `availability/` knows. */
import {
  type CancellationToken,
  type DocumentUri,
  type Location,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import {
  compareCopies,
  type Comparison,
  type Difference,
  differenceSummary,
  differenceTitle,
  type Side,
  type ValueDifference,
} from '../availability/compare';
import { copyOf, fileInCopy, isCopy, realFile, textIn } from '../availability/copies';
import { isLocalAddress } from '../availability/server-name';
import { likelySpareServer } from '../availability/spares';
import { DEFAULT_SYNC_TIME, syncFacts, syncJob } from '../availability/sync-job';
import { topologyOf } from '../availability/topology';
import { asWritten, realmOf } from '../project/paths';
import type { Source } from '../project/source';
import type { Copy, FilePath, Place } from '../project/types';
import { type Lines, linesOf, toFolder, toRange } from './convert';
import type { Context, CustomHandler } from './handlers';
import {
  COMMIT_SCHEME,
  type CommitFile,
  type CommitFileParams,
  type CommitName,
  type CompareParams,
  type CompareResult,
  type ConfigurationParams,
  copyRequests,
  type ReportedDifference,
  type ReportedText,
  type ReportedValue,
  type SyncJob,
  type SyncJobParams,
  type SyncProposal,
} from './copy-requests';
import type { Knowledge } from './workspace';

/** The user's own git. Both functions fail with an error whose message tells the user why. */
export interface Git {
  commits(folder: FilePath, signal: AbortSignal): Promise<readonly CommitName[]>;
  /** The commit of that name; what is not in the repository is read from `disk`. */
  open(
    folder: FilePath,
    name: string,
    disk: Source,
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly source: Source }>;
}

/** Of a server that cannot run it. */
export const noGit: Git = {
  commits: () => Promise.reject(failure('this server cannot ask git.')),
  open: () => Promise.reject(failure('this server cannot ask git.')),
};

export const copyHandlers: readonly CustomHandler[] = [
  {
    method: copyRequests.commits,
    handle: (context, { uri }: ConfigurationParams, token): Promise<readonly CommitName[]> =>
      cancellable(token, (signal) => context.git.commits(onDisk(configurationOf(context, uri)), signal)),
  },
  {
    method: copyRequests.compare,
    handle: (context, params: CompareParams, token): Promise<CompareResult> =>
      cancellable(token, (signal) => compare(context, params, signal)),
  },
  {
    method: copyRequests.text,
    handle: (context, { file, folder, commit }: CommitFileParams, token): Promise<string> =>
      cancellable(token, async (signal) => {
        const { source } = await context.git.open(context.file(folder), commit, context.source, signal);
        const [text = ''] = await source.read([context.file(file)], signal);
        return text.replace(/^\ufeff/, '');
      }),
  },
  {
    method: copyRequests.proposal,
    handle: (context, { uri }: ConfigurationParams, token): Promise<SyncProposal> =>
      cancellable(token, () => {
        const { at } = configurationOf(context, uri);
        return { server: spareServer(context.knowledge(uri)), folder: asWritten(at), time: DEFAULT_SYNC_TIME };
      }),
  },
  {
    method: copyRequests.job,
    handle: (context, { uri, request }: SyncJobParams, token): Promise<SyncJob> =>
      cancellable(token, () => {
        const { project } = configurationOf(context, uri);
        return syncJob(request, syncFacts(project, request.folder));
      }),
  },
];

/** The machine of the spare arbiter; where there is none yet, the one where the other spares are. */
function spareServer({ analysis: { model } }: Knowledge): string {
  const spare = topologyOf(model)
    .of('arbiter')
    .find((arbiter) => arbiter.spare);
  return spare && !isLocalAddress(spare.address) ? spare.address : likelySpareServer(model);
}

/** The copy that is open in the editor. @throws ResponseError where no configuration is. */
function configurationOf(context: Context, uri: DocumentUri): Copy {
  const { analysis }: Knowledge = context.knowledge(uri);
  const { files, unloaded = [] } = analysis.project;
  if (files.size === unloaded.length) throw failure('there is no configuration here: open its folder first.');
  return copyOf(analysis.project);
}

/** The folder of a copy, for git. @throws ResponseError where it is on no disk. */
function onDisk({ at }: Copy): FilePath {
  if (realmOf(at) !== '') throw failure('git is asked only about a folder on a disk, and this one is on none.');
  return at;
}

async function compare(context: Context, { uri, copy }: CompareParams, signal: AbortSignal): Promise<CompareResult> {
  const own = configurationOf(context, uri);
  const { dialect } = context.knowledge(uri).settings;
  const options = { dialect, like: own };
  if ('folder' in copy) {
    const path = toFolder(copy.folder);
    if (context.isPending(copy.folder)) throw failure(`${path}: only a folder of this window can be read there.`);
    const other = await context.copies.load(path, options, signal);
    if (!isCopy(other)) throw failure(`${path}: ${other.problem}.`);
    return report(context, compareCopies(own, other), path, (file) => context.uri(file));
  }
  const { id, source } = await context.git.open(onDisk(own), copy.commit, context.source, signal);
  const other = await context.copies.loadFrom(source, own.at, options, signal);
  if (!isCopy(other)) throw failure(`${own.at} in ${copy.commit}: ${other.problem}.`);
  const query: CommitFile = { folder: context.uri(own.at), commit: id };
  return report(context, compareCopies(own, other), copy.commit, (file) =>
    URI.file(file)
      .with({ scheme: COMMIT_SCHEME, query: JSON.stringify(query) })
      .toString(),
  );
}

/** `uriOf`: of a file of the other copy, where it really is. */
function report(
  context: Context,
  { a, b, differences }: Comparison,
  name: string,
  uriOf: (file: FilePath) => DocumentUri,
): CompareResult {
  const lines = new Map<FilePath, Lines>();
  const linesIn = (file: FilePath): Lines => {
    const text = textIn(b, file) ?? '';
    const known = lines.get(file) ?? linesOf(text, text.startsWith('\ufeff') ? 1 : 0);
    lines.set(file, known);
    return known;
  };
  const location = (side: Side, place: Place): Location =>
    side === 'a'
      ? context.location(place)
      : { uri: uriOf(realFile(b, place.file)), range: toRange(linesIn(place.file), place.span) };
  const textOf = (side: Side, { items, ...written }: ValueDifference): ReportedText | undefined => {
    const value = written[side];
    return value && { text: value.text, location: location(side, value.place), only: items?.[side] };
  };
  const valueOf = (value: ValueDifference): ReportedValue => {
    return { key: value.key, own: textOf('a', value), other: textOf('b', value) };
  };
  /** The file of that name on the side that does not have it. */
  const counterpart = ({ a: ours, b: theirs }: Difference): DocumentUri | undefined => {
    if (ours && !theirs) {
      const file = `${b.root}/${fileInCopy(a, ours.file)}`;
      return textIn(b, file) === undefined ? undefined : uriOf(realFile(b, file));
    }
    const file = theirs && !ours ? `${a.root}/${fileInCopy(b, theirs.file)}` : undefined;
    return file !== undefined && textIn(a, file) !== undefined ? context.uri(file) : undefined;
  };
  return {
    folder: context.uri(a.at),
    copy: name,
    differences: differences.map((difference): ReportedDifference => ({
      title: differenceTitle(difference),
      summary: differenceSummary(difference, { a: 'this configuration', b: 'the copy' }),
      own: difference.a && location('a', difference.a),
      other: difference.b && location('b', difference.b),
      counterpart: counterpart(difference),
      values: difference.values.map(valueOf),
    })),
  };
}

function failure(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** Carries out what the user may think better of; what goes wrong is told to the user. */
async function cancellable<Result>(
  token: CancellationToken,
  run: (signal: AbortSignal) => Result | Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const subscription = token.onCancellationRequested(() => controller.abort());
  try {
    return await run(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    if (error instanceof ResponseError) throw error;
    throw failure(error instanceof Error ? error.message : String(error));
  } finally {
    subscription.dispose();
  }
}
