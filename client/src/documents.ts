import {
  commands,
  type Disposable,
  type DocumentLink,
  EventEmitter,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE } from './detect';

const SCHEME = 'shinken-view';

/** Texts to be read beside the editor: not files, never to be saved. */
export class DocumentViews implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly links = new Map<string, readonly DocumentLink[]>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly subscriptions: Disposable[] = [
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: (uri) => this.texts.get(uri.path) ?? '',
    }),
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: ({ uri }) => [...(this.links.get(uri.path) ?? [])] },
    ),
  ];

  /** Shows a text under a name: Markdown, which ends in `.md`, as it reads, and anything else as objects of Shinken's. */
  async show(name: string, text: string, links: readonly DocumentLink[] = []): Promise<void> {
    const uri = Uri.from({ scheme: SCHEME, path: `/${name.replaceAll('/', ' · ')}` });
    this.texts.set(uri.path, text);
    this.links.set(uri.path, links);
    this.changed.fire(uri);
    if (name.endsWith('.md')) return void (await commands.executeCommand('markdown.showPreviewToSide', uri));
    const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), LANGUAGE);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  dispose(): void {
    this.changed.dispose();
    this.subscriptions.forEach((subscription) => void subscription.dispose());
  }
}
