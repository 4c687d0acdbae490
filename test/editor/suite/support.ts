import assert from 'node:assert/strict';
import path from 'node:path';
import {
  type CodeAction,
  type CodeLens,
  commands,
  type CompletionItem,
  type CompletionList,
  ConfigurationTarget,
  type Diagnostic,
  type Hover,
  type InlayHint,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';

export const EXTENSION = 'shinken-for-vscode.shinken';

/** The URI of a file of the workspace. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return Uri.file(path.join(folder.uri.fsPath, name));
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(name));
  await window.showTextDocument(document);
  return document;
}

/** The place right before this text, or with `at` some characters into it. */
export function positionOf(document: TextDocument, text: string, at = 0): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`There is no "${text}" in ${document.uri.path}.`);
  return document.positionAt(offset + at);
}

/** Replaces a text of an open file. */
export async function replace(document: TextDocument, text: string, replacement: string): Promise<void> {
  const before = document.getText();
  const start = before.indexOf(text);
  if (start < 0) throw new Error(`There is no "${text}" in ${document.uri.path}:\n${before}`);
  const after = before.slice(0, start) + replacement + before.slice(start + text.length);
  // An edit is declined when the document changes meanwhile (an undo before it may not have arrived yet), and may have been made even
  // so: what counts is the text.
  await eventually(`"${text}" to be replaced in\n${before}`, async () => {
    if (document.getText() === after) return true;
    const now = document.getText().indexOf(text);
    if (now < 0) return false;
    const edit = new WorkspaceEdit();
    edit.replace(
      document.uri,
      new Range(document.positionAt(now), document.positionAt(now + text.length)),
      replacement,
    );
    return workspace.applyEdit(edit);
  });
}

/** Takes back what has not been saved. */
export async function revert(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}

/** Takes back all that has not been saved: a test finds the files as they were. */
export async function revertAll(): Promise<void> {
  for (const document of workspace.textDocuments) if (document.isDirty) await revert(document);
}

/** Sets what `shinken.NAME` is in this workspace; undefined puts the default back. */
export const setting = (name: string, value: unknown): Thenable<void> =>
  workspace.getConfiguration('shinken').update(name, value, ConfigurationTarget.Workspace);

/** The code lenses of a document, with their commands. */
export const lenses = ({ uri }: TextDocument): Thenable<CodeLens[]> =>
  commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);

/** Waits for the lens of that title. */
export const lens = (document: TextDocument, title: string): Promise<CodeLens> =>
  eventually(`the lens "${title}"`, async () =>
    (await lenses(document)).find(({ command }) => command?.title === title),
  );

/** The inlay hints of a document. */
export const hints = ({ uri, lineCount }: TextDocument): Thenable<InlayHint[]> =>
  commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, new Range(0, 0, lineCount, 0));

/** What is written between the lines. */
export const labelOf = ({ label }: InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

/** Waits for a hint that begins so. */
export const hint = (document: TextDocument, label: string): Promise<InlayHint> =>
  eventually(`the hint "${label}"`, async () => (await hints(document)).find((one) => labelOf(one).startsWith(label)));

/** What is shown under the mouse at a text, some letters on. */
export async function hover(document: TextDocument, text: string, at = 1): Promise<string> {
  const found = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text, at),
  );
  return found.flatMap(({ contents }) => contents.map(plain)).join('\n');
}

/** A text, or what a Markdown string says. */
export const plain = (text: unknown): string => (text instanceof MarkdownString ? text.value : String(text));

/** What is offered behind a text; the first `resolved` items with all that the server knows of them. */
export async function completion(document: TextDocument, text: string, resolved = 0): Promise<CompletionItem[]> {
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    positionOf(document, text, text.length),
    undefined,
    resolved,
  );
  return items;
}

/** What an item of a completion is called. */
export const nameOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** What is offered at a text, of one kind (`quickfix`, `refactor.extract`, …), with its change. */
export function actionsAt(document: TextDocument, text: string, kind: string): Thenable<CodeAction[]> {
  const at = positionOf(document, text, 1);
  const command = 'vscode.executeCodeActionProvider';
  return commands.executeCommand<CodeAction[]>(command, document.uri, new Range(at, at), kind, 20);
}

/** Waits until an action is offered at a text. */
export const action = (document: TextDocument, text: string, kind: string, title: RegExp): Promise<CodeAction> =>
  eventually(`${String(title)} at ${text}`, async () =>
    (await actionsAt(document, text, kind)).find((one) => title.test(one.title)),
  );

/** Has the change of an action made. */
export async function apply({ title, edit }: CodeAction): Promise<void> {
  assert.ok(edit, `${title} has a change`);
  assert.ok(await workspace.applyEdit(edit), title);
}

/** A problem's code: a bare text, or one with a link to its page. */
export function codeOf({ code }: Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : code?.toString();
}

/** Waits for a problem in a file. */
export function problem(name: string, code: string): Promise<Diagnostic> {
  return eventually(`${code} in ${name}`, () =>
    languages.getDiagnostics(fileUri(name)).find((diagnostic) => codeOf(diagnostic) === code),
  );
}

/** Waits until a file has no such problem any more. */
export function noProblem(name: string, code: string): Promise<unknown> {
  return eventually(`no ${code} in ${name}`, () =>
    languages.getDiagnostics(fileUri(name)).every((diagnostic) => codeOf(diagnostic) !== code),
  );
}

type Seen<T> = Exclude<T, undefined | null | false>;

/** Waits until there is something to see, and gives it; after a minute it fails, naming what was waited for. */
export async function eventually<T>(what: string, look: () => T | PromiseLike<T>): Promise<Seen<T>> {
  for (const start = Date.now(); Date.now() - start < 60_000; await pause(50)) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen as Seen<T>;
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** Long enough for something that must not happen to show. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
