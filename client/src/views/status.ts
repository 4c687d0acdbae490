/** What the status bar says while a file of Shinken's is in the editor: its configuration, and which servers may fail. */
import {
  type Disposable,
  languages,
  LanguageStatusSeverity,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type ShowMapArguments,
  showMapCommand,
  type Status,
  type StatusParams,
  statusRequests,
} from '../../../server/src/lsp/requests';
import { LANGUAGE } from '../detect';
import type { Server } from '../server';
import { availabilityText, configurationText, lossesText } from './status-texts';

/** Milliseconds without a change before the server is asked: it may have many servers' deaths to think through. */
const PAUSE = 300;

export class StatusItems implements Disposable {
  private readonly availability = window.createStatusBarItem('shinken.availability', StatusBarAlignment.Left, -10);
  private readonly configuration = languages.createLanguageStatusItem('shinken.configuration', { language: LANGUAGE });
  private readonly subscriptions: readonly Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** An answer that was overtaken by a later question is dropped. */
  private asked = 0;

  constructor(private readonly server: Server) {
    this.availability.name = 'Shinken: Availability';
    this.configuration.name = 'Shinken: Configuration';
    this.subscriptions = [
      this.availability,
      this.configuration,
      window.onDidChangeActiveTextEditor(() => this.later(0)),
      server.onAvailabilityChanged(() => this.later(PAUSE)),
    ];
    this.later(0);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) void subscription.dispose();
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update().catch(() => this.availability.hide()), pause);
  }

  private async update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    // A panel or a view that has the focus is no other file: what was said stays, and what was asked still counts.
    if (!document && window.visibleTextEditors.length > 0) return;
    const turn = ++this.asked;
    if (document?.languageId !== LANGUAGE || !this.server.serves(document.uri)) {
      this.availability.hide();
      return;
    }
    const uri = document.uri.toString();
    const params: StatusParams = { uri };
    const status = await this.server.request<Status | null>(statusRequests.status, params);
    if (turn !== this.asked || !status) return;
    this.showConfiguration(status);
    this.showAvailability(status, uri);
  }

  private showConfiguration(status: Status): void {
    const item = this.configuration;
    const { text, detail, isWarning } = configurationText(status, nameOf);
    item.text = text;
    item.detail = detail;
    item.severity = isWarning ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    const [first] = status.mains;
    item.command =
      first === undefined ? undefined : { title: 'Open', command: 'vscode.open', arguments: [Uri.parse(first)] };
  }

  private showAvailability({ availability }: Status, uri: string): void {
    const item = this.availability;
    if (!availability) {
      item.hide();
      return;
    }
    const map: ShowMapArguments = { uri };
    item.text = availabilityText(availability);
    item.tooltip = new MarkdownString(lossesText(availability));
    item.accessibilityInformation = { label: `Shinken: ${availability.text}` };
    item.color = availability.tone === 'bad' ? new ThemeColor('list.warningForeground') : undefined;
    item.command = { title: 'Show Availability Map', command: showMapCommand, arguments: [map] };
    item.show();
  }
}

const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri));
