import { homedir } from 'node:os';
import path from 'node:path';
import {
  type CancellationToken,
  CancellationTokenSource,
  ConfigurationTarget,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type CommitName,
  type CompareParams,
  type CompareResult,
  copyRequests,
} from '../../../server/src/lsp/copy-requests';
import type { Target } from '../views/differences';
import type { Tools } from '.';
import { configurationInView } from './configuration-in-view';

/**
 * Compares the configuration in view with another copy, which the user names, and shows what differs. A key binding may name the copy:
 * `{ "folder": "/mnt/server3/etc/shinken" }` or `{ "commit": "v1" }`.
 */
export async function compareCopies(tools: Tools, argument: unknown): Promise<void> {
  const uri = await configurationInView(tools);
  if (!uri) return;
  const copy = given(argument) ?? (await askForCopy(tools, uri));
  if (copy) await compare(tools, { uri, copy });
}

/** The comparison that is shown, made once more. */
export async function compareAgain(tools: Tools): Promise<void> {
  const params = tools.differences.comparison?.params;
  if (params) await compare(tools, params);
}

/** From now on the copy that is shown is one that problems are told of. */
export async function watchCopy({ differences }: Tools): Promise<void> {
  const { params } = differences.comparison ?? {};
  if (!params || !('folder' in params.copy)) return;
  if (Uri.parse(params.copy.folder).scheme !== 'file') throw new Error('only a copy on a disk can be watched.');
  const configuration = Uri.parse(params.uri);
  const target = workspace.getWorkspaceFolder(configuration)
    ? ConfigurationTarget.WorkspaceFolder
    : ConfigurationTarget.Global;
  const settings = workspace.getConfiguration('shinken', configuration);
  const folder = Uri.parse(params.copy.folder).fsPath;
  const known = settings.get<string[]>('copies', []);
  if (!known.includes(folder)) await settings.update('copies', [...known, folder], target);
  void window.showInformationMessage(
    `A warning tells from now on when ${folder} differs. The setting is shinken.copies.`,
  );
}

/** What people call a folder. */
function nameOf(folder: string): string {
  const uri = Uri.parse(folder);
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}

async function compare({ server, differences }: Tools, params: CompareParams): Promise<void> {
  const { copy } = params;
  // In a repository of a stranger's, git may be made to run whatever the stranger likes.
  if ('commit' in copy && !workspace.isTrusted) throw new Error('git is run in a trusted folder only.');
  const name = 'folder' in copy ? nameOf(copy.folder) : copy.commit;
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Comparing with ${name}`, cancellable: true },
    (_, token) => unlessCancelled(token, server.request<CompareResult>(copyRequests.compare, params, token)),
  );
  if (!result) return;
  if (result.differences.length > 0) return differences.show({ params, result });
  await differences.close();
  void window.showInformationMessage(`No difference: ${nameOf(result.folder)} and ${result.copy} say the same.`);
}

/** What the server says of a request that the user has given up is nothing that the user wants to hear. */
async function unlessCancelled<Result>(
  token: CancellationToken,
  request: Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await request;
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}

function given(argument: unknown): Target | undefined {
  const { folder, commit } = { ...(argument as { folder?: unknown; commit?: unknown } | undefined) };
  if (typeof folder === 'string') return { folder: Uri.file(folder).toString() };
  return typeof commit === 'string' ? { commit } : undefined;
}

interface CopyItem extends QuickPickItem {
  readonly ask: () => Promise<Target | undefined>;
}

async function askForCopy(tools: Tools, uri: string): Promise<Target | undefined> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(uri))?.uri;
  const named = workspace.getConfiguration('shinken', Uri.parse(uri)).get<string[]>('copies', []);
  const known = named.map((name): CopyItem => {
    const isElsewhere = folder && folder.scheme !== 'file' && !path.isAbsolute(name);
    const copy = isElsewhere ? Uri.joinPath(folder, name) : Uri.file(path.resolve(folder?.fsPath ?? '/', name));
    return { label: name, description: 'named in shinken.copies', ask: () => Promise.resolve(asFolder(copy)) };
  });
  const items: CopyItem[] = [
    ...known,
    { label: '$(folder-opened) Another Folder…', ask: chooseFolder },
    { label: '$(edit) Folder by Its Path…', detail: 'Such as a share of the other server', ask: typeFolder },
  ];
  // git is asked on the disk.
  if (workspace.isTrusted && Uri.parse(uri).scheme === 'file') {
    const ask = (): Promise<Target | undefined> => askForCommit(tools, uri);
    items.push({ label: '$(git-commit) Commit, Branch or Tag…', detail: 'This folder as it was then', ask });
  }
  const picked = await window.showQuickPick(items, { title: 'The copy to compare with', ignoreFocusOut: true });
  return picked?.ask();
}

const asFolder = (folder: Uri): Target => ({ folder: folder.toString() });

async function chooseFolder(): Promise<Target | undefined> {
  const options = { canSelectFolders: true, canSelectFiles: false, openLabel: 'Compare', title: 'The other copy' };
  const [folder] = (await window.showOpenDialog(options)) ?? [];
  return folder && asFolder(folder);
}

async function typeFolder(): Promise<Target | undefined> {
  const typed = await window.showInputBox({
    title: 'The folder of the other copy, or its main file',
    placeHolder: '/mnt/server3/etc/shinken',
    ignoreFocusOut: true,
    validateInput: (text) => (path.isAbsolute(home(text.trim())) ? undefined : 'A whole path is needed.'),
  });
  return typed === undefined ? undefined : asFolder(Uri.file(home(typed.trim())));
}

const home = (name: string): string => name.replace(/^~(?=$|[/\\])/, () => homedir());

interface CommitItem extends QuickPickItem {
  readonly commit?: string;
}

/** Offers the names that git knows; any other one may be typed. */
async function askForCommit({ server }: Tools, uri: string): Promise<Target | undefined> {
  const stop = new CancellationTokenSource();
  const picker = window.createQuickPick<CommitItem>();
  picker.title = 'The commit to compare with';
  picker.placeholder = 'A branch, a tag, or a commit';
  picker.ignoreFocusOut = true;
  picker.matchOnDescription = true;
  picker.busy = true;
  picker.show();
  try {
    const names = await Promise.race([
      server.request<CommitName[]>(copyRequests.commits, { uri }, stop.token),
      new Promise<undefined>((resolve) => picker.onDidHide(() => resolve(undefined))),
    ]);
    if (!names) return undefined;
    picker.busy = false;
    const known = commitItems(names);
    const typed = (value: string): CommitItem[] =>
      value === '' || names.some(({ name }) => name === value)
        ? []
        : [{ label: value, commit: value, alwaysShow: true }];
    picker.items = [...typed(picker.value.trim()), ...known];
    picker.onDidChangeValue((value) => (picker.items = [...typed(value.trim()), ...known]));
    const commit = await new Promise<string | undefined>((resolve) => {
      picker.onDidAccept(() => resolve(picker.selectedItems[0]?.commit));
      picker.onDidHide(() => resolve(undefined));
    });
    return commit === undefined ? undefined : { commit };
  } finally {
    stop.cancel();
    stop.dispose();
    picker.dispose();
  }
}

const kinds = { branch: 'Branches', tag: 'Tags', commit: 'Commits' } as const;

function commitItems(names: readonly CommitName[]): CommitItem[] {
  return (['branch', 'tag', 'commit'] as const).flatMap((kind) => {
    const own = names.filter((name) => name.kind === kind);
    const items = own.map(({ name, date, subject }) => ({
      label: name,
      description: `${date} ${subject}`,
      commit: name,
    }));
    return own.length > 0 ? [{ label: kinds[kind], kind: QuickPickItemKind.Separator }, ...items] : [];
  });
}
