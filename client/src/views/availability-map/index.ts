/** The availability maps that are open: one for each configuration, each where the user has put it, and there again after a reload. */
import { type Disposable, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type AvailabilityOverview, availabilityRequests } from '../../../../server/src/lsp/requests';
import type { Server } from '../../server';
import type { MapState, MenuContext } from './messages';
import { MapPanel } from './panel';

/** As package.json and VS Code know it. */
export const MAP_VIEW = 'shinken.availabilityMap';

export class AvailabilityMaps implements Disposable {
  private readonly open = new Set<MapPanel>();
  /** The one that the user has looked at last. */
  private last: MapPanel | undefined;
  private readonly serializer: Disposable;

  constructor(
    private readonly server: Server,
    private readonly extension: Uri,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(MAP_VIEW, {
      deserializeWebviewPanel: async (panel, state: Partial<MapState> | undefined) => {
        const { configuration, machines = [], daemons = [] } = state ?? {};
        if (configuration === undefined) panel.dispose();
        else this.keep(panel, { configuration, machines, daemons });
      },
    });
  }

  /**
   * Shows the map of the configuration that a file or folder belongs to, with these taken for dead; where nothing is said of that, those
   * who are.
   *
   * @throws when the configuration defines no daemon.
   */
  async show(uri: string, failure?: Partial<Pick<MapState, 'machines' | 'daemons'>>): Promise<void> {
    const overview = await this.server.request<AvailabilityOverview | null>(availabilityRequests.overview, { uri });
    if (!overview) throw new Error('this configuration defines no daemon: there is nothing to draw a map of.');
    const { configuration } = overview;
    const known = this.of(configuration);
    const dead = { machines: failure?.machines ?? [], daemons: failure?.daemons ?? [] };
    if (!known) {
      const panel = window.createWebviewPanel(MAP_VIEW, 'Availability', ViewColumn.Active);
      this.keep(panel, { configuration, ...dead });
      return;
    }
    if (failure) known.show(dead);
    known.reveal();
  }

  /** Writes the map that the user has looked at last to a file. */
  async exportSvg(): Promise<void> {
    if (!this.last) throw new Error('show the availability map first.');
    await this.last.exportSvg();
  }

  /** A command of the context menu. */
  async run(action: 'toggle' | 'open', { configuration, machine, daemon, realm }: MenuContext): Promise<void> {
    const map = this.of(configuration);
    if (action === 'open') await map?.open({ daemon, realm }, true);
    else if (machine !== undefined) map?.toggleMachine(machine);
    else if (daemon !== undefined) map?.toggleDaemon(daemon);
  }

  dispose(): void {
    this.serializer.dispose();
  }

  private of(configuration: string): MapPanel | undefined {
    return [...this.open].find((map) => map.configuration === configuration);
  }

  private keep(panel: WebviewPanel, state: MapState): void {
    const map = new MapPanel(panel, this.server, this.extension, state);
    this.open.add(map);
    this.last = map;
    panel.onDidChangeViewState(({ webviewPanel }) => {
      if (webviewPanel.active) this.last = map;
    });
    panel.onDidDispose(() => {
      this.open.delete(map);
      if (this.last === map) this.last = [...this.open].at(-1);
    });
  }
}
