import type { RawSetting } from '../project/types';
import { mainSettings } from '../schema';
import type { Build } from './build';
import { Linker } from './linker';
import { settingLine } from './settings';

/** Facts about commands that settings name. */
export interface GlobalCommandFacts {
  /** A setting names a command that does not exist: it is never run, and nothing is said (config.py:1166-1171). */
  'unknown-global-command': { readonly setting: RawSetting; readonly name: string };
}

const commandSettings = mainSettings.filter(({ reference }) => reference?.target === 'command').map(({ name }) => name);

/** Looks for the commands of `ocsp_command` and its like. */
export function linkGlobalCommands(build: Build): void {
  const link = new Linker(build);
  for (const key of commandSettings) {
    const setting = settingLine(build.project, key);
    if (!setting) continue;
    const [{ name, command }] = link.resolve(setting.value);
    if (name !== '' && !command) build.note('unknown-global-command', { setting, name });
  }
}
