/** Between our names of places and the protocol's: paths and URIs, offsets and positions, changes and workspace edits. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CreateFile,
  DeleteFile,
  Location,
  Range,
  TextDocumentEdit,
  TextEdit as LspTextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { normalize, realmOf } from '../project/paths';
import type { FilePath, Place } from '../project/types';
import type { EditNote, WorkspaceChange } from '../rules/rule';
import type { Span } from '../syntax/nodes';
import type { Lines } from './lines';
import { isOfLocations } from './wire';

export { type Lines, linesOf } from './lines';

/** Stands before the URI of a document that is no file anywhere, so that it is never taken for a path. */
const DOCUMENT = 'document:';

/**
 * The path of a document. Of a file that is on no disk of this machine (`vscode-vfs://github/…`) it begins with the realm that
 * `project/paths` knows; a document that is no file anywhere (`untitled:`, or a text that its URI's query makes) is named by its URI.
 */
export function toPath(uri: string): FilePath {
  const { scheme, authority, path, query } = URI.parse(uri);
  if (scheme === 'file') {
    if (authority) return `//${authority}${path}`;
    return /^\/[a-z]:/i.test(path) ? path.charAt(1).toLowerCase() + path.slice(2) : path;
  }
  const isInTree = scheme !== 'untitled' && query === '' && (path.startsWith('/') || (path === '' && authority !== ''));
  return isInTree ? `${scheme}://${encodeURIComponent(authority)}${path || '/'}` : DOCUMENT + uri;
}

/** The path of a folder, without a last `/`. */
export function toFolder(uri: string): FilePath {
  const path = toPath(uri);
  return isDocument(path) ? path : normalize(path);
}

export function toUri(file: FilePath): string {
  if (isDocument(file)) return file.slice(DOCUMENT.length);
  const realm = realmOf(file);
  if (realm === '') return URI.file(file).toString();
  const [scheme = '', authority = ''] = realm.split('://');
  return URI.from({ scheme, authority: decodeURIComponent(authority), path: file.slice(realm.length) }).toString();
}

/** True for a document that is no file anywhere. */
export function isDocument(file: FilePath): boolean {
  return file.startsWith(DOCUMENT);
}

/** True for a path in a folder that is on no disk of this machine: what is there, the editor alone can tell. */
export function isVirtual(file: FilePath): boolean {
  return realmOf(file) !== '';
}

export function toRange(lines: Lines, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toSpan(lines: Lines, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** What turns offsets into positions, and knows which documents are open. */
export interface Converter {
  lines(file: FilePath): Lines;
  /** The document's own spelling of its URI where it is open. */
  uri(file: FilePath): string;
  /** The version of an open document; undefined for a file that is not open. */
  version(file: FilePath): number | undefined;
}

export function toLocation(converter: Converter, { file, span }: Place): Location {
  return { uri: converter.uri(file), range: toRange(converter.lines(file), span) };
}

/** The same of many places, of which those of one file mostly come one behind the other. */
export function toLocations(converter: Converter, places: readonly Place[]): Location[] {
  let file: FilePath | undefined;
  let uri = '';
  let lines: Lines | undefined;
  const locations = places.map((place) => {
    if (!lines || place.file !== file) {
      ({ file } = place);
      uri = converter.uri(file);
      lines = converter.lines(file);
    }
    return { uri, range: toRange(lines, place.span) };
  });
  isOfLocations(locations);
  return locations;
}

/** A link to the line of a place. */
export function toLink(converter: Converter, { file, span }: Place): string {
  return `${converter.uri(file)}#L${converter.lines(file).positionAt(span.start).line + 1}`;
}

/** What a client can carry out. */
export interface EditAbilities {
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly deleteFiles: boolean;
  readonly changeAnnotations: boolean;
}

/**
 * A change as the client can carry it out: with new files that are never written over others, where it creates files; else as an
 * insertion into a document that is not there yet. A file that goes is emptied, where the client deletes none. An edit with a note is
 * asked about where the client can ask.
 */
export function toWorkspaceEdit(converter: Converter, change: WorkspaceChange, client: EditAbilities): WorkspaceEdit {
  const edits = new Map<FilePath, (LspTextEdit | AnnotatedTextEdit)[]>();
  const annotations: Record<string, ChangeAnnotation> = {};
  const gone = change.deletedFiles ?? [];
  const deletes = client.documentChanges && client.deleteFiles;
  const asks = client.documentChanges && client.changeAnnotations;
  if (!deletes) {
    for (const file of gone) {
      const all = toRange(converter.lines(file), { start: 0, end: Number.MAX_SAFE_INTEGER });
      edits.set(file, [{ range: all, newText: '' }]);
    }
  }
  for (const { file, span, newText, note } of change.edits) {
    const ofFile = edits.get(file) ?? [];
    edits.set(file, ofFile);
    const edit = { range: toRange(converter.lines(file), span), newText };
    ofFile.push(note && asks ? { ...edit, annotationId: annotate(annotations, note) } : edit);
  }
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const texts = change.newFiles.map(({ file, text }): [FilePath, LspTextEdit[]] => [
    file,
    [{ range: top, newText: text }],
  ]);
  if (!client.documentChanges) {
    return { changes: Object.fromEntries([...texts, ...edits].map(([file, list]) => [converter.uri(file), list])) };
  }
  const toDocumentEdit = ([file, list]: [FilePath, LspTextEdit[]]): TextDocumentEdit => ({
    textDocument: { uri: converter.uri(file), version: converter.version(file) ?? null },
    edits: list,
  });
  const created = client.createFiles
    ? change.newFiles.map(({ file }): CreateFile => {
        return { kind: 'create', uri: toUri(file), options: { overwrite: false, ignoreIfExists: false } };
      })
    : [];
  const deleted = deletes ? gone.map((file): DeleteFile => ({ kind: 'delete', uri: converter.uri(file) })) : [];
  return {
    documentChanges: [...created, ...texts.map(toDocumentEdit), ...[...edits].map(toDocumentEdit), ...deleted],
    ...(Object.keys(annotations).length > 0 ? { changeAnnotations: annotations } : {}),
  };
}

/** The id of a note, which is new with each of its texts. */
function annotate(annotations: Record<string, ChangeAnnotation>, note: EditNote): string {
  const id = `${note.label}: ${note.description}`;
  annotations[id] = { ...note, needsConfirmation: true };
  return id;
}
