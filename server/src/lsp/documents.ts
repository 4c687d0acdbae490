/** The documents that the editor has open: their texts stand over those of the disk. */
import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FilePath } from '../project/types';
import { toPath } from './convert';

export interface DocumentEvents {
  opened(file: FilePath): void;
  /** What the disk has counts again, and no longer this text. */
  closed(file: FilePath, text: string): void;
  saved(file: FilePath): void;
  textChanged(file: FilePath): void;
}

export class Documents {
  /** Texts by path, always those of the moment. */
  readonly texts = new Map<FilePath, string>();
  private readonly open = new Map<FilePath, TextDocument>();

  listen(connection: Connection, events: DocumentEvents): void {
    const documents = new TextDocuments(TextDocument);
    documents.onDidOpen(({ document }) => {
      const file = this.keep(document);
      events.opened(file);
    });
    documents.onDidChangeContent(({ document }) => {
      const file = toPath(document.uri);
      if (this.texts.get(file) !== document.getText()) events.textChanged(this.keep(document));
    });
    documents.onDidSave(({ document }) => events.saved(toPath(document.uri)));
    documents.onDidClose(({ document }) => {
      const file = toPath(document.uri);
      this.texts.delete(file);
      this.open.delete(file);
      events.closed(file, document.getText());
    });
    documents.listen(connection);
  }

  files(): Iterable<FilePath> {
    return this.texts.keys();
  }
  get(file: FilePath): TextDocument | undefined {
    return this.open.get(file);
  }

  private keep(document: TextDocument): FilePath {
    const file = toPath(document.uri);
    this.texts.set(file, document.getText());
    this.open.set(file, document);
    return file;
  }
}
