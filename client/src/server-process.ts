/** How the server's process is started. */
import type { ExtensionContext } from 'vscode';

/**
 * For Node.js. What has just been made is kept apart, and what of it is still in use is copied once there is no more room; who types has to
 * wait for that. With room for 8 MB it takes half as long each time as with 16, which Node.js takes unless told, and less memory; with 4 MB
 * long answers are copied before they are sent, and take half as long again.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=8'];

/** For the server, behind its script: where it may keep its own code as V8 has compiled it, for the next start. Nowhere, it keeps none. */
export const serverArguments = (codeFolder: string | undefined): string[] =>
  codeFolder === undefined ? [] : [`--keep-code-in=${codeFolder}`];

/**
 * Where code may be kept; undefined where the extension itself is on no disk. VS Code on the desktop names its global storage by a scheme of
 * its own, and means the disk.
 */
export function codeFolder({
  extensionUri,
  globalStorageUri,
}: Pick<ExtensionContext, 'extensionUri' | 'globalStorageUri'>): string | undefined {
  return extensionUri.scheme === 'file' ? globalStorageUri.with({ scheme: 'file' }).fsPath : undefined;
}
