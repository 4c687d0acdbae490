/** The documents that the editor has open: their texts stand over those of the disk. */
import type { Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FilePath } from '../project/types';
import { toPath } from './convert';

export interface DocumentEvents {
  /** A document was opened, closed or saved: what is on the disk may have changed as well. */
  filesChanged(file: FilePath): void;
  textChanged(file: FilePath): void;
}

export class Documents {
  /** Texts by path, always those of the moment. */
  readonly texts = new Map<FilePath, string>();
  private readonly open = new Map<FilePath, TextDocument>();

  listen(connection: Connection, events: DocumentEvents): void {
    const documents = new TextDocuments(TextDocument);
    documents.onDidOpen(({ document }) => {
      this.keep(document);
      events.filesChanged(toPath(document.uri));
    });
    documents.onDidChangeContent(({ document }) => {
      if (this.keep(document)) events.textChanged(toPath(document.uri));
    });
    documents.onDidSave(({ document }) => events.filesChanged(toPath(document.uri)));
    documents.onDidClose(({ document }) => {
      const file = toPath(document.uri);
      this.texts.delete(file);
      this.open.delete(file);
      events.filesChanged(file);
    });
    documents.listen(connection);
  }

  files(): Iterable<FilePath> {
    return this.texts.keys();
  }
  get(file: FilePath): TextDocument | undefined {
    return this.open.get(file);
  }

  /** True when the text is another one than before. */
  private keep(document: TextDocument): boolean {
    const file = toPath(document.uri);
    const text = document.getText();
    const changed = this.texts.get(file) !== text;
    this.texts.set(file, text);
    this.open.set(file, document);
    return changed;
  }
}
