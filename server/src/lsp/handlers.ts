/** Requests beyond the protocol, one line each: `requests.ts` has their names and types. */
import type { Location, TextDocumentPositionParams, WorkspaceEdit } from 'vscode-languageserver';
import { effectiveObject } from '../features/effective-object';
import type { FilePosition } from '../features/feature';
import type { WorkspaceChange } from '../rules/rule';
import type { FilePath, Place } from '../project/types';
import { availabilityHandlers } from './availability';
import { type EffectiveObject, effectiveObjectRequest } from './requests';
import { spareHandlers } from './spares';
import type { Knowledge } from './workspace';

/** What a handler may ask of the server. */
export interface Context {
  /** What is known of the file, or of the folder, that a URI names. */
  knowledge(uri: string): Knowledge;
  position(params: TextDocumentPositionParams): FilePosition;
  uri(file: FilePath): string;
  location(place: Place): Location;
  /** A link to the line of a place. */
  link(place: Place): string;
  /** Whether a file is on the disk or in an editor. */
  exists(file: FilePath): boolean;
  workspaceEdit(change: WorkspaceChange): WorkspaceEdit;
}

export interface CustomHandler {
  readonly method: string;
  /** Parameters are those that `requests.ts` gives the method. */
  handle(context: Context, params: never): unknown;
}

export const customHandlers: readonly CustomHandler[] = [
  ...spareHandlers,
  ...availabilityHandlers,
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
