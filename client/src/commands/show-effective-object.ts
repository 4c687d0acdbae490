import { DocumentLink, Range, Uri, window } from 'vscode';
import {
  type EffectiveObject,
  type EffectiveObjectParams,
  effectiveObjectRequest,
} from '../../../server/src/lsp/requests';
import type { Tools } from '.';

/** Shows the object at the cursor as the arbiter will have it, beside the editor. */
export async function showEffectiveObject({ server, views }: Tools): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const params: EffectiveObjectParams = {
    textDocument: { uri: document.uri.toString() },
    position: { line: selection.active.line, character: selection.active.character },
  };
  const object = await server.request<EffectiveObject | null>(effectiveObjectRequest, params);
  if (!object) return void window.showInformationMessage('There is no object at the cursor.');
  const links = object.links.map(({ range: { start, end }, target }) => {
    return new DocumentLink(new Range(start.line, start.character, end.line, end.character), Uri.parse(target));
  });
  await views.show(`${object.title}.cfg`, object.text, links);
}
