import { type Uri, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { Tools } from '.';

/** How a change is shown before it is written. */
export interface Preview {
  readonly label: string;
  /** The URI of a file or folder that is there. */
  readonly existing: string;
}

/**
 * Applies a change of the server's as one step to undo; what it touches is saved, as `files.refactoring.autoSave` has it. With
 * `preview`, VS Code shows it first, everything ticked, and writes what is still ticked then. False when the user has declined it.
 *
 * @throws when VS Code could not apply it, a file having changed in the meantime.
 */
export async function applyChange({ server }: Tools, edit: WorkspaceEdit, preview?: Preview): Promise<boolean> {
  const change = await server.convert.asWorkspaceEdit(preview ? previewed(edit, preview) : edit);
  const isReadOnly = ([{ scheme }]: [Uri, unknown]): boolean => workspace.fs.isWritableFileSystem(scheme) === false;
  if (change.entries().some(isReadOnly)) throw new Error('nothing can be written to this folder: it is read-only.');
  const applied = await workspace.applyEdit(change, { isRefactoring: true });
  if (!applied && !preview) throw new Error('the files have changed in the meantime; nothing was written.');
  return applied;
}

/**
 * The same change, to be looked at first. VS Code shows one of which a part needs to be confirmed, and leaves that part unticked: here it
 * is one that does nothing and is not shown, the creation of something that exists.
 */
function previewed({ documentChanges, changes }: WorkspaceEdit, { label, existing }: Preview): WorkspaceEdit {
  const annotationId = 'change';
  const parts =
    documentChanges ??
    Object.entries(changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
  return {
    changeAnnotations: { look: { label, needsConfirmation: true }, [annotationId]: { label } },
    documentChanges: [
      { kind: 'create', uri: existing, options: { ignoreIfExists: true }, annotationId: 'look' },
      ...parts.map((part) =>
        'kind' in part
          ? { ...part, annotationId }
          : { ...part, edits: part.edits.map((edit) => ({ ...edit, annotationId })) },
      ),
    ],
  };
}
