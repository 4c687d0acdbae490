import { randomBytes } from 'node:crypto';
import { commands, Range, Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { Location } from 'vscode-languageclient';
import {
  type AddSpareArguments,
  addSpareCommand,
  type AvailabilityOverview,
  availabilityRequests,
  type Failover,
  type GenerateSparesArguments,
  generateSparesCommand,
  type Survival,
} from '../../../../server/src/lsp/requests';
import type { Server } from '../../server';
import { textColumn } from '../text-column';
import { pageHtml } from './html';
import type { FromPage, MapState, ToPage } from './messages';
import { mapSvg } from './svg';
import { type MapData, mapView } from './view';

/** One map: of one configuration, with the servers and daemons that are taken for dead in it. */
export class MapPanel {
  private shown: MapData | undefined;
  /** Answers that were overtaken by a later question are dropped. */
  private asked = 0;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly server: Server,
    extension: Uri,
    private current: MapState,
  ) {
    const { webview } = panel;
    const dist = Uri.joinPath(extension, 'client', 'dist');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.title = 'Availability';
    const icon = (theme: string): Uri => Uri.joinPath(extension, 'client', 'media', `availability-map-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => void this.answer(message).catch(tell)),
      server.onAvailabilityChanged(() => this.panel.visible && this.refresh()),
    ];
    panel.onDidDispose(() => subscriptions.forEach((subscription) => void subscription.dispose()));
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(Uri.joinPath(dist, 'availability-map.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(dist, 'availability-map.css')).toString(),
      nonce: randomBytes(16).toString('base64url'),
    });
  }

  get configuration(): string {
    return this.current.configuration;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Lets these be dead and nobody else. */
  show(failure: Pick<MapState, 'machines' | 'daemons'>): void {
    this.current = { ...this.current, ...failure };
    this.refresh();
  }

  toggleMachine(name: string): void {
    this.show({ ...this.current, machines: toggled(this.current.machines, name) });
  }
  toggleDaemon(id: string): void {
    this.show({ ...this.current, daemons: toggled(this.current.daemons, id) });
  }

  /** Shows the definition of a daemon or a realm; with `takeFocus` the keyboard goes there. */
  async open(what: { readonly daemon?: string; readonly realm?: string }, takeFocus: boolean): Promise<void> {
    const { daemons = [], realms = [] } = this.shown?.overview ?? {};
    const found =
      what.daemon === undefined
        ? realms.find(({ name }) => name === what.realm)
        : daemons.find(({ id }) => id === what.daemon);
    if (found?.at) await this.goTo(found.at, takeFocus);
    else if (found) throw new Error(`${found.name} is defined nowhere: Shinken invents it.`);
  }

  /** Asks for a file, and writes the map to it as it is. */
  async exportSvg(): Promise<void> {
    if (!this.shown) return;
    const main = Uri.parse(this.configuration);
    const target = await window.showSaveDialog({
      title: 'Export the Availability Map',
      saveLabel: 'Export',
      defaultUri: Uri.joinPath(main, '..', 'availability-map.svg'),
      filters: { 'SVG picture': ['svg'] },
    });
    if (!target) return;
    await workspace.fs.writeFile(target, new TextEncoder().encode(mapSvg(mapView(this.shown))));
    const open = 'Open';
    const answer = await window.showInformationMessage(`The map is in ${workspace.asRelativePath(target)}.`, open);
    if (answer === open) await commands.executeCommand('vscode.open', target);
  }

  private async answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.refresh();
      case 'toggleMachine':
        return this.toggleMachine(message.name);
      case 'toggleDaemon':
        return this.toggleDaemon(message.id);
      case 'reviveAll':
        return this.show({ machines: [], daemons: [] });
      case 'openDaemon':
        return this.open({ daemon: message.id }, message.takeFocus);
      case 'openRealm':
        return this.open({ realm: message.name }, message.takeFocus);
      case 'fixGap':
        return this.fix(message.id);
      case 'generateSpares':
        return this.generateSpares(message.server);
      case 'exportSvg':
        return this.exportSvg();
    }
  }

  private refresh(): void {
    this.ask().catch(tell);
  }

  /** Asks the server, and shows what it says. What is dead stays dead, be it defined or not at the moment. */
  private async ask(): Promise<void> {
    const turn = ++this.asked;
    const { configuration: uri, machines, daemons } = this.current;
    const ask = <Answer>(method: string, params: object = {}): Promise<Answer | null> =>
      this.server.request<Answer | null>(method, { uri, ...params });
    const [overview, well, failover, survival] = await Promise.all([
      ask<AvailabilityOverview>(availabilityRequests.overview),
      ask<Failover>(availabilityRequests.failover, { machines: [], daemons: [] }),
      ask<Failover>(availabilityRequests.failover, { machines, daemons }),
      ask<Survival>(availabilityRequests.survival),
    ]);
    if (turn !== this.asked) return;
    const isThere = overview && well && failover && survival;
    this.shown = isThere ? { overview, well, failover, survival } : undefined;
    this.panel.title = `Availability: ${Uri.parse(uri).path.split('/').at(-1) ?? ''}`;
    const state = this.current;
    const message: ToPage = this.shown
      ? { type: 'show', view: mapView(this.shown), state }
      : { type: 'nothing', text: nothing, state };
    await this.panel.webview.postMessage(message);
  }

  private async fix(id: string): Promise<void> {
    const { overview } = this.shown ?? {};
    const gap = overview?.gaps.find((one) => one.id === id);
    if (gap?.fix) {
      const argument: AddSpareArguments = { uri: this.configuration, ...gap.fix };
      await commands.executeCommand(addSpareCommand, argument);
      return;
    }
    const [daemon] = [...(gap?.spares ?? []), ...(gap?.masters ?? [])];
    await this.open(daemon === undefined ? { realm: gap?.realm } : { daemon }, true);
  }

  private async generateSpares(server: string): Promise<void> {
    const argument: GenerateSparesArguments = { uri: this.configuration, server };
    await commands.executeCommand(generateSparesCommand, argument);
  }

  /** Beside the map, so that both stay in sight. */
  private async goTo({ uri, range }: Location, takeFocus: boolean): Promise<void> {
    const { start, end } = range;
    await window.showTextDocument(Uri.parse(uri), {
      viewColumn: textColumn(),
      selection: new Range(start.line, start.character, end.line, end.character),
      preserveFocus: !takeFocus,
      preview: true,
    });
  }
}

const nothing =
  'There is no daemon to show: this configuration defines none, or is not there any more. The map fills as soon as one is defined.';

function toggled(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

function tell(error: unknown): void {
  void window.showErrorMessage(`Shinken: ${error instanceof Error ? error.message : String(error)}`);
}
