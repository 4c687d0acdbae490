/** Requests beyond the protocol, one line each: `requests.ts` has their names and types. */
import type { CancellationToken, Location, TextDocumentPositionParams, WorkspaceEdit } from 'vscode-languageserver';
import { effectiveObject } from '../features/effective-object';
import type { FilePosition } from '../features/feature';
import type { WorkspaceChange } from '../rules/rule';
import type { Source } from '../project/source';
import type { FilePath, FileSystem, Place } from '../project/types';
import { lensHandlers } from './annotations';
import { availabilityHandlers } from './availability';
import { copyHandlers, type Git } from './compare';
import type { Copies } from './copies';
import { type EffectiveObject, effectiveObjectRequest } from './requests';
import { daemonValueHandlers } from './daemon-value';
import { retireHandlers } from './retire';
import { spareHandlers } from './spares';
import { statusHandlers } from './status';
import type { Knowledge } from './workspace';

/** What a handler may ask of the server. */
export interface Context {
  /** What is known of the file, or of the folder, that a URI names. */
  knowledge(uri: string): Knowledge;
  /** What is known of every configuration in the editor's folders, and of those of open files. */
  configurations(): readonly Knowledge[];
  /** The file that a URI names. */
  file(uri: string): FilePath;
  /** Not all files are known of the folder that a URI leads into. */
  isPending(uri: string): boolean;
  position(params: TextDocumentPositionParams): FilePosition;
  uri(file: FilePath): string;
  location(place: Place): Location;
  /** A link to the line of a place. */
  link(place: Place): string;
  /** The disk, with the open documents laid over it. */
  readonly fileSystem: FileSystem;
  /** Whether a file is on the disk or in an editor. */
  exists(file: FilePath): boolean;
  workspaceEdit(change: WorkspaceChange): WorkspaceEdit;
  readonly copies: Copies;
  /** The disk again, for what may keep one waiting. */
  readonly source: Source;
  readonly git: Git;
}

export interface CustomHandler {
  readonly method: string;
  /** Parameters are those that `requests.ts` gives the method. */
  handle(context: Context, params: never, token: CancellationToken): unknown;
}

export const customHandlers: readonly CustomHandler[] = [
  ...spareHandlers,
  ...retireHandlers,
  ...availabilityHandlers,
  ...statusHandlers,
  ...copyHandlers,
  ...daemonValueHandlers,
  ...lensHandlers,
  {
    method: effectiveObjectRequest,
    handle: (context, params: TextDocumentPositionParams): EffectiveObject | null => {
      const object = effectiveObject(context.knowledge(params.textDocument.uri).analysis, context.position(params));
      if (!object) return null;
      const links = object.links.map(({ line, start, end, to }) => {
        const range = { start: { line, character: start }, end: { line, character: end } };
        return { range, target: context.link(to) };
      });
      return { ...object, links };
    },
  },
];
