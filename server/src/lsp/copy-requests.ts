/** What the server and an editor's own client say to each other about copies of a configuration: names and types, no code. */
import type { DocumentUri, Location } from 'vscode-languageserver';
import type { SyncJob, SyncRequest } from '../availability/sync-job';

export const copyRequests = {
  /** {@link ConfigurationParams} → `CommitName[]`: what a commit of the configuration's folder may be called. Fails without git. */
  commits: 'shinken/copies/commits',
  /** {@link CompareParams} → {@link CompareResult}. Fails, with the reason, where there is no configuration to be read. */
  compare: 'shinken/copies/compare',
  /** {@link CommitFileParams} → `string`: a file as it was in a commit. */
  text: 'shinken/copies/text',
  /** {@link ConfigurationParams} → {@link SyncProposal}: what the dialogue proposes. */
  proposal: 'shinken/copies/proposal',
  /** {@link SyncJobParams} → {@link SyncJob}. Fails, with the reason, for what cannot be a job. */
  job: 'shinken/copies/job',
} as const;

export interface ConfigurationParams {
  /** A file of the configuration, or a folder it is in. */
  readonly uri: DocumentUri;
}

export interface CommitName {
  readonly name: string;
  readonly kind: 'branch' | 'tag' | 'commit';
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly subject: string;
}

export interface CompareParams extends ConfigurationParams {
  readonly copy: { readonly folder: DocumentUri } | { readonly commit: string };
}

/** What differs between this configuration and the copy. */
export interface CompareResult {
  /** The folder of this configuration. */
  readonly folder: DocumentUri;
  /** What the copy is called: its folder, or the commit as it was asked for. */
  readonly copy: string;
  readonly differences: readonly ReportedDifference[];
}

export interface ReportedDifference {
  /** `host web-1`, `setting log_level`. */
  readonly title: string;
  /** What differs, in a few words. */
  readonly summary: string;
  readonly own?: Location;
  readonly other?: Location;
  /** Where only one side has it: the file of the same name on the other side, if there is one. */
  readonly counterpart?: DocumentUri;
  readonly values: readonly ReportedValue[];
}

export interface ReportedValue {
  readonly key: string;
  readonly own?: ReportedText;
  readonly other?: ReportedText;
}

export interface ReportedText {
  readonly text: string;
  readonly location: Location;
  /** Of a list whose order means nothing: the items that only this side has. */
  readonly only?: readonly string[];
}

/** Scheme of the URIs of files in a commit: the path is the file's, the query {@link CommitFile} as JSON. */
export const COMMIT_SCHEME = 'shinken-commit';

export interface CommitFile {
  /** The folder whose repository it is in. */
  readonly folder: DocumentUri;
  /** The whole number of the commit. */
  readonly commit: string;
}

export interface CommitFileParams extends CommitFile {
  readonly file: DocumentUri;
}

export type SyncProposal = Pick<SyncRequest, 'server' | 'folder' | 'time'>;

export interface SyncJobParams extends ConfigurationParams {
  readonly request: SyncRequest;
}

export type { SyncJob, SyncRequest };
