import type { Build } from './build';

/** A command without `command_line` is refused whether anybody calls it or not (item.py:434-450). */
export function checkCommands(build: Build): void {
  for (const command of build.of('command')) {
    if (!command.has('command_line')) build.note('missing-property', { item: command, key: 'command_line' });
  }
}
