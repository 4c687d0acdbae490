/** What the map's page and the extension say to each other. Types, no code. */
import type { DaemonId } from '../../../../server/src/availability/overview';
import type { MapView } from './view';

/** To the page: what it shows, or why there is nothing to show. */
export type ToPage =
  | { readonly type: 'show'; readonly view: MapView; readonly state: MapState }
  | { readonly type: 'nothing'; readonly text: string; readonly state: MapState };

/** What a page that comes back after a reload of the window has to know. */
export interface MapState {
  /** URI of the first main file, or of the folder of packs. */
  readonly configuration: string;
  /** Names of machines that are taken for dead. */
  readonly machines: readonly string[];
  /** Daemons that are taken for dead, whatever becomes of their machine. */
  readonly daemons: readonly DaemonId[];
}

/** From the page: what the user has done. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'toggleMachine'; readonly name: string }
  | { readonly type: 'toggleDaemon'; readonly id: DaemonId }
  | { readonly type: 'reviveAll' }
  /** To the definition; the keyboard goes along, or stays in the map. */
  | { readonly type: 'openDaemon'; readonly id: DaemonId; readonly takeFocus: boolean }
  | { readonly type: 'openRealm'; readonly name: string; readonly takeFocus: boolean }
  /** By the gap's id: adds the spare that is missing, or goes to what has to be mended. */
  | { readonly type: 'fixGap'; readonly id: string }
  | { readonly type: 'generateSpares'; readonly server: string }
  | { readonly type: 'exportSvg' };

/**
 * What VS Code hands to a command of the context menu: the page writes it on each element as `data-vscode-context`. The section is what
 * the `when` clauses in package.json ask for.
 */
export interface MenuContext {
  readonly webviewSection: 'livingMachine' | 'deadMachine' | 'livingDaemon' | 'deadDaemon' | 'lostDaemon' | 'realm';
  readonly configuration: string;
  readonly machine?: string;
  readonly daemon?: DaemonId;
  readonly realm?: string;
  readonly preventDefaultContextMenuItems: true;
}
