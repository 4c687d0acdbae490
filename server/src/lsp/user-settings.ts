import type { Connection } from 'vscode-languageserver';
import type { FilePath } from '../project/types';
import type { ClientAbilities } from './capabilities';
import { toUri } from './convert';
import { readSettings, record, type Settings } from './settings';
import type { SettingsOf } from './workspace';

/** The user's settings, and what the editor has said that they are read from. */
export interface UserSettings {
  readonly given: unknown;
  readonly settingsOf: SettingsOf;
}

/**
 * The user's settings, of each folder and of files outside of them: asked for, where the editor answers, else as it has sent them. An editor
 * that fails to answer has none.
 */
export async function settingsFrom(
  connection: Connection,
  client: ClientAbilities,
  folders: readonly FilePath[],
  sent: unknown,
): Promise<UserSettings> {
  if (!client.configuration) {
    const settings = readSettings(record(sent)['shinken'], record(record(sent)['files'])['exclude']);
    return { given: sent, settingsOf: () => settings };
  }
  const scopes = [...folders.map((folder) => ({ scopeUri: toUri(folder) })), {}].flatMap((scope) => [
    { ...scope, section: 'shinken' },
    { ...scope, section: 'files.exclude' },
  ]);
  const given: unknown[] = await connection.workspace.getConfiguration(scopes).catch(() => []);
  const settingsAt = (index: number): Settings => readSettings(given[2 * index], given[2 * index + 1]);
  const general = settingsAt(folders.length);
  const byFolder = new Map(folders.map((folder, index) => [folder, settingsAt(index)]));
  return { given, settingsOf: (folder) => (folder === undefined ? general : (byFolder.get(folder) ?? general)) };
}
