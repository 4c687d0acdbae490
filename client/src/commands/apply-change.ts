import { workspace } from 'vscode';
import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageclient';
import type { Tools } from '.';

/**
 * Applies a change of the server's as one step to undo; what it touches is saved, as `files.refactoring.autoSave` has it. With
 * `preview`, VS Code shows it first, to be confirmed file by file. False when the user has declined it.
 *
 * @throws when VS Code could not apply it, a file having changed in the meantime.
 */
export async function applyChange(
  { server }: Tools,
  edit: WorkspaceEdit,
  preview?: ChangeAnnotation,
): Promise<boolean> {
  const change = await server.convert.asWorkspaceEdit(preview ? annotated(edit, preview) : edit);
  const applied = await workspace.applyEdit(change, { isRefactoring: true });
  if (!applied && !preview) throw new Error('the files have changed in the meantime; nothing was written.');
  return applied;
}

/** The same change with one annotation on each of its parts. */
function annotated({ documentChanges, changes }: WorkspaceEdit, annotation: ChangeAnnotation): WorkspaceEdit {
  const annotationId = 'change';
  const parts =
    documentChanges ??
    Object.entries(changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
  return {
    changeAnnotations: { [annotationId]: annotation },
    documentChanges: parts.map((part) =>
      'kind' in part
        ? { ...part, annotationId }
        : { ...part, edits: part.edits.map((edit) => ({ ...edit, annotationId })) },
    ),
  };
}
