// VS Code on the desktop, where there is one.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './run.mjs';

/** A session that can show windows. */
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** The command line of VS Code or VSCodium on PATH; undefined where there is none, or no desktop to show it on. */
export function findDesktopCode() {
  if (!hasDisplay) return undefined;
  return ['code', 'codium', 'code-insiders'].map(findOnPath).find((file) => file !== undefined);
}

/**
 * The program behind that command line, which tests have to start by itself: `bin/code` stands beside it on Linux and Windows, and
 * inside the application on macOS. Undefined where it is installed in another way (a snap, a flatpak).
 */
export function findDesktopExecutable() {
  const command = findDesktopCode();
  if (!command) return undefined;
  const bin = path.dirname(realpathSync(command));
  const name = path.basename(command, path.extname(command));
  const candidates = {
    darwin: [path.join(bin, '..', '..', '..', 'MacOS', 'Electron')],
    win32: [path.join(bin, '..', 'Code.exe'), path.join(bin, '..', 'VSCodium.exe')],
    linux: [path.join(bin, '..', name)],
  }[process.platform];
  return candidates?.find((file) => existsSync(file));
}
