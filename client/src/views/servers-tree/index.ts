/** The view "Servers and Realms": who is where, and what is missing. */
import {
  type Disposable,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type AvailabilityOverview, availabilityRequests, statusRequests } from '../../../../server/src/lsp/requests';
import type { Server } from '../../server';
import { type Node, nodesOf } from './nodes';

/** As package.json has it. */
const VIEW = 'shinken.servers';

const colors: Readonly<Record<NonNullable<Node['tone']>, ThemeColor>> = {
  warning: new ThemeColor('list.warningForeground'),
  faint: new ThemeColor('disabledForeground'),
};

export class ServersTree implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly server: Server) {
    const view = window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.changed,
      view,
      // VS Code asks a view that is not to be seen once it is.
      server.onAvailabilityChanged(() => this.changed.fire()),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return [...node.children];
    const uris = await this.server.request<readonly string[] | null>(statusRequests.configurations, {});
    const overviews = await Promise.all(
      (uris ?? []).map((uri) =>
        this.server.request<AvailabilityOverview | null>(availabilityRequests.overview, { uri }),
      ),
    );
    const found = overviews.filter((overview) => overview !== null);
    const [only] = found;
    if (found.length <= 1) return only ? [...nodesOf(only)] : [];
    return found.map(configurationNode);
  }

  getTreeItem({ id, label, description, tooltip, icon, tone, is, isOpen, children, at }: Node): TreeItem {
    const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
    const item = new TreeItem(label, children.length === 0 ? None : isOpen ? Expanded : Collapsed);
    item.id = id;
    item.description = description;
    item.tooltip = tooltip;
    item.iconPath = new ThemeIcon(icon, tone && colors[tone]);
    item.contextValue = is;
    if (at) {
      const { start, end } = at.range;
      const selection = new Range(start.line, start.character, end.line, end.character);
      item.command = { title: 'Open', command: 'vscode.open', arguments: [Uri.parse(at.uri), { selection }] };
    }
    return item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) void subscription.dispose();
  }
}

/** One of several configurations. */
function configurationNode(overview: AvailabilityOverview): Node {
  const { configuration: uri } = overview;
  const label = workspace.asRelativePath(Uri.parse(uri));
  const children = nodesOf(overview);
  return {
    id: uri,
    label,
    description: '',
    tooltip: '',
    icon: 'settings-gear',
    is: 'configuration',
    isOpen: true,
    children,
    uri,
  };
}
