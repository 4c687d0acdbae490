/** How requests are answered: of a file as a part of its configuration, once the editor's settings are known. */
import {
  CancellationToken,
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

/** Answers a request; null for nothing, and for a failure, which is logged. */
export type Answer<Params, Result> = (params: Params, token?: CancellationToken) => Promise<Result | null>;

/** Ways to answer, that differ in what is worked out beforehand. */
export interface Answering {
  answer<Params, Result>(feature: (params: Params) => Result | undefined): Answer<Params, Result>;
  /** About a place. */
  atPosition<Params extends TextDocumentPositionParams, Result>(
    feature: (analysis: Analysis, at: FilePosition, params: Params) => Result | undefined,
  ): Answer<Params, Result>;
  /** About a whole file. */
  inDocument<Params extends InDocument, Result>(
    feature: (analysis: Analysis, file: FilePath, params: Params) => Result | undefined,
  ): Answer<Params, Result>;
}

interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

/** Answers wait until all is known of the texts of the moment, which other questions and further typing may interrupt. */
export interface Answers extends Answering {
  /** For what asks nothing of the model: it does not wait. */
  readonly atOnce: Answering;
  /** For what asks where a name is said: it waits for that, too. */
  readonly indexed: Answering;
  position(params: TextDocumentPositionParams): FilePosition;
  /** All configurations. */
  everywhere(): readonly Analysis[];
}

export function answers(session: Session): Answers {
  const { workspace, converter, documents } = session;
  const position = ({ textDocument, position }: TextDocumentPositionParams): FilePosition => {
    const file = toPath(textDocument.uri);
    return { file, offset: converter.lines(file).offsetAt(position) };
  };
  /** `saysNothing`: of which files nothing is told for now. */
  const after = (
    prepared: (token: CancellationToken) => Promise<void>,
    saysNothing: (file: FilePath) => boolean,
  ): Answering => {
    const answer = <Params, Result>(
      feature: (params: Params) => Result | undefined,
      subject: (params: Params) => FilePath | undefined = () => undefined,
    ): Answer<Params, Result> => {
      return async (params, token = CancellationToken.None) => {
        const file = subject(params);
        const version = file === undefined ? undefined : documents.get(file)?.version;
        await prepared(token);
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
        if (file !== undefined && documents.get(file)?.version !== version)
          throw new ResponseError(LSPErrorCodes.ContentModified, 'The text is another one by now.');
        if (file !== undefined && saysNothing(file)) return null;
        try {
          return feature(params) ?? null;
        } catch (error) {
          if (error instanceof RenameError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
          session.log(error);
          return null;
        }
      };
    };
    return {
      answer: (feature) => answer(feature),
      atPosition: <Params extends TextDocumentPositionParams, Result>(
        feature: (analysis: Analysis, at: FilePosition, params: Params) => Result | undefined,
      ) =>
        answer((params: Params) => {
          const at = position(params);
          return feature(workspace.of(at.file).analysis, at, params);
        }, fileOf),
      inDocument: <Params extends InDocument, Result>(
        feature: (analysis: Analysis, file: FilePath, params: Params) => Result | undefined,
      ) =>
        answer((params: Params) => {
          const file = fileOf(params);
          return feature(workspace.of(file).analysis, file, params);
        }, fileOf),
    };
  };
  return {
    ...after(
      (token) => session.prepared(token),
      (file) => session.isPending(file),
    ),
    atOnce: after(
      () => session.ready,
      () => false,
    ),
    indexed: after(
      (token) => session.indexed(token),
      (file) => session.isPending(file),
    ),
    position,
    everywhere: () => workspace.all().map(({ analysis }) => analysis),
  };
}

const fileOf = ({ textDocument }: InDocument): FilePath => toPath(textDocument.uri);

/** What is there, in another form. */
export function converted<From, To>(found: From | undefined, convert: (found: From) => To): To | undefined {
  return found === undefined ? undefined : convert(found);
}
