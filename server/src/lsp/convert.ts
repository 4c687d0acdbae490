/** Between our world and the protocol's: offsets and positions, paths and URIs, changes and workspace edits. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position, Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';

/**
 * The path of a document. A document that is no file (`untitled:`, `vscode-vfs:`) is named by its whole URI, which joins and compares
 * as a path does.
 */
export function toPath(uri: string): FilePath {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme !== 'file') return uri;
  if (authority) return `//${authority}${path}`;
  return /^\/[a-z]:/i.test(path) ? path.charAt(1).toLowerCase() + path.slice(2) : path;
}

export function toUri(file: FilePath): string {
  return /^[a-z][a-z0-9+.-]+:/i.test(file) ? file : URI.file(file).toString();
}

/** Finds lines and columns in one text. */
export interface Lines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

export function linesOf(text: string): Lines {
  return TextDocument.create('', '', 0, text);
}

export function toRange(lines: Lines, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toSpan(lines: Lines, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

export function toLocation(file: FilePath, lines: Lines, span: Span): Location {
  return { uri: toUri(file), range: toRange(lines, span) };
}
