/** How requests are answered: of a file as a part of its configuration, once the editor's settings are known. */
import {
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { FilePosition } from '../features/feature';
import { RenameError } from '../features/rename';
import type { FilePath } from '../project/types';
import { toPath } from './convert';
import type { Session } from './session';

export interface Answers {
  /** An answer; null for none, and for a failure, which is logged. */
  answer<Params, Result>(feature: (params: Params) => Result | undefined): (params: Params) => Promise<Result | null>;
  /** About a place. */
  atPosition<Params extends TextDocumentPositionParams, Result>(
    feature: (analysis: Analysis, at: FilePosition, params: Params) => Result | undefined,
  ): (params: Params) => Promise<Result | null>;
  /** About a whole file. */
  inDocument<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    feature: (analysis: Analysis, file: FilePath, params: Params) => Result | undefined,
  ): (params: Params) => Promise<Result | null>;
  position(params: TextDocumentPositionParams): FilePosition;
  /** All configurations. */
  everywhere(): readonly Analysis[];
}

export function answers(connection: Connection, { ready, workspace, converter }: Session): Answers {
  const position = ({ textDocument, position }: TextDocumentPositionParams): FilePosition => {
    const file = toPath(textDocument.uri);
    return { file, offset: converter.lines(file).offsetAt(position) };
  };
  const answer: Answers['answer'] = (feature) => async (params) => {
    await ready;
    try {
      return feature(params) ?? null;
    } catch (error) {
      if (error instanceof RenameError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      connection.console.error(`shinken: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return null;
    }
  };
  return {
    answer,
    position,
    atPosition: (feature) =>
      answer((params) => {
        const at = position(params);
        return feature(workspace.of(at.file).analysis, at, params);
      }),
    inDocument: (feature) =>
      answer((params) => {
        const file = toPath(params.textDocument.uri);
        return feature(workspace.of(file).analysis, file, params);
      }),
    everywhere: () => workspace.all().map(({ analysis }) => analysis),
  };
}

/** What is there, in another form. */
export function converted<From, To>(found: From | undefined, convert: (found: From) => To): To | undefined {
  return found === undefined ? undefined : convert(found);
}
