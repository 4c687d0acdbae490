/** What another copy of the configuration says differently: a list beside the explorer, and a click shows the two places side by side. */
import {
  type Command,
  commands,
  type Disposable,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Location } from 'vscode-languageserver';
import type {
  CompareParams,
  CompareResult,
  ReportedDifference,
  ReportedValue,
} from '../../../server/src/lsp/copy-requests';
import { openCopy } from '../commit-files';
import type { Server } from '../server';

const VIEW = 'shinken.differences';

/** The command behind each line of the list. */
export const showDifferenceCommand = 'shinken.differences.show';

/** What was compared, so that it can be compared again. */
export type Target = CompareParams['copy'];

interface Group {
  readonly label: string;
  readonly differences: readonly ReportedDifference[];
}

/** A difference, or one of its values. */
export interface DifferenceLine {
  readonly difference: ReportedDifference;
  readonly value?: ReportedValue;
}

type Node = Group | DifferenceLine;

interface Comparison {
  readonly params: CompareParams;
  readonly result: CompareResult;
}

export class DifferencesView implements Disposable {
  /** What is shown; undefined while nothing is. */
  comparison: Comparison | undefined;
  private readonly changed = new EventEmitter<undefined>();
  private readonly view: TreeView<Node>;

  constructor(private readonly server: Server) {
    const provider: TreeDataProvider<Node> = {
      onDidChangeTreeData: this.changed.event,
      getChildren: (node) => this.children(node),
      getTreeItem: (node) => ('differences' in node ? groupItem(node) : lineItem(node)),
    };
    this.view = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  }

  /** Shows a comparison in the place of the one before. */
  async show(comparison: Comparison): Promise<void> {
    this.comparison = comparison;
    const { params, result } = comparison;
    const count = result.differences.length;
    this.view.message = `${String(count)} ${count === 1 ? 'difference' : 'differences'} from ${result.copy}`;
    await commands.executeCommand('setContext', VIEW, 'folder' in params.copy ? 'folder' : 'commit');
    this.changed.fire(undefined);
    await commands.executeCommand(`${VIEW}.focus`);
  }

  async close(): Promise<void> {
    this.comparison = undefined;
    this.changed.fire(undefined);
    await commands.executeCommand('setContext', VIEW, undefined);
  }

  /** The two places of a line side by side; a single place where the other side has no such file. */
  async showLine({ difference, value }: DifferenceLine): Promise<void> {
    const convert = this.server.convert;
    const place = (location: Location | undefined) => location && convert.asLocation(location);
    const own = place(value?.own?.location ?? difference.own);
    const other = place(value?.other?.location ?? difference.other);
    const counterpart = difference.counterpart === undefined ? undefined : Uri.parse(difference.counterpart);
    const left = other?.uri ?? counterpart;
    const right = own?.uri ?? counterpart;
    if (left && right) {
      await openCopy(left);
      const title = `${difference.title}: ${this.comparison?.result.copy ?? 'the copy'} ↔ this configuration`;
      await commands.executeCommand('vscode.diff', left, right, title, { selection: own?.range, preview: true });
    } else {
      const only = own ?? other;
      if (only) await window.showTextDocument(await openCopy(only.uri), { selection: only.range, preview: true });
    }
    // VS Code brings a place on the right side into view, and knows of none on the left.
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === other?.uri.toString());
    if (!own && other) editor?.revealRange(other.range);
  }

  dispose(): void {
    this.changed.dispose();
    this.view.dispose();
  }

  private children(node: Node | undefined): Node[] {
    if (!node) return groupsOf(this.comparison?.result.differences ?? []);
    if ('differences' in node) return node.differences.map((difference) => ({ difference }));
    const values = node.value ? [] : valuesOf(node.difference);
    return values.length > 1 ? values.map((value) => ({ ...node, value })) : [];
  }
}

function groupsOf(differences: readonly ReportedDifference[]): Group[] {
  const groups: Group[] = [
    { label: 'Different', differences: differences.filter(({ own, other }) => own && other) },
    { label: 'Only Here', differences: differences.filter(({ own, other }) => own && !other) },
    { label: 'Only in the Copy', differences: differences.filter(({ own, other }) => !own && other) },
  ];
  return groups.filter((group) => group.differences.length > 0);
}

/** What both sides have, and have differently. */
function valuesOf({ own, other, values }: ReportedDifference): readonly ReportedValue[] {
  return own && other ? values : [];
}

function groupItem({ label, differences }: Group): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = String(differences.length);
  return item;
}

function lineItem(line: DifferenceLine): TreeItem {
  return line.value ? valueItem(line, line.value) : differenceItem(line.difference);
}

function valueItem(line: DifferenceLine, value: ReportedValue): TreeItem {
  const item = new TreeItem(value.key);
  item.description = change(value);
  item.tooltip = valueHelp(value);
  item.command = commandFor(line);
  return item;
}

/** One with a single value says it on its own line. */
function differenceItem(difference: ReportedDifference): TreeItem {
  const { own, other, title, summary } = difference;
  const [value, ...more] = valuesOf(difference);
  const item = new TreeItem(
    title,
    more.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const single = value && more.length === 0 ? value : undefined;
  const file = own ?? other;
  item.iconPath = new ThemeIcon(own && other ? 'diff-modified' : own ? 'diff-added' : 'diff-removed');
  item.tooltip = single ? valueHelp(single) : `${title}: ${summary}`;
  item.command = commandFor({ difference, value: single });
  if (single) item.description = `${title.endsWith(` ${single.key}`) ? '' : `${single.key}: `}${change(single)}`;
  else item.description = own && other ? summary : file && workspace.asRelativePath(Uri.parse(file.uri));
  return item;
}

function commandFor(line: DifferenceLine): Command {
  return { command: showDifferenceCommand, title: 'Show', arguments: [line] };
}

/** What becomes of the copy's value here, on one line: of lists, only the items that differ. */
function change({ own, other }: ReportedValue): string {
  if (own?.only && other?.only)
    return [...other.only.map((item) => `−${item}`), ...own.only.map((item) => `+${item}`)].join(' ');
  const shown = (text: string | undefined): string =>
    text === undefined ? '(not written)' : text.replaceAll('\n', ' ⏎ ');
  return `${shown(other?.text)} → ${shown(own?.text)}`;
}

function valueHelp({ key, own, other }: ReportedValue): MarkdownString {
  const help = new MarkdownString(`**${key}**`);
  help.appendMarkdown('\n\nin the copy').appendCodeblock(other?.text ?? '(not written)', 'text');
  help.appendMarkdown('here').appendCodeblock(own?.text ?? '(not written)', 'text');
  return help;
}
