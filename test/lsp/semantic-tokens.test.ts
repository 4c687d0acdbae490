import { afterEach, describe, expect, test } from 'vitest';
import { type SemanticTokens, type SemanticTokensDelta, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../../server/src/features/semantic-tokens';
import { Client, modern } from './client';

const text = `define host {
    host_name  web-1
    use        nobody
}
define host {
    host_name  web-2
}
`;

let client: Client | undefined;
afterEach(() => client?.dispose());

const identifier = { textDocument: { uri: '' } };

async function opened(capabilities = modern): Promise<Client> {
  client = new Client(`#- hosts.cfg\n${text}`, { capabilities });
  await client.open('hosts.cfg');
  identifier.textDocument.uri = client.uri('hosts.cfg');
  return client;
}

/** `2:15+6 interface.unresolved`: line and column from 0, length. */
function shown(data: readonly number[]): string[] {
  const lines: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    [line, character] = [line + down, down > 0 ? right : character + right];
    const modifiers = tokenModifiers.filter((_name, index) => (bits & (1 << index)) !== 0);
    lines.push(`${line}:${character}+${length} ${[tokenTypes[type], ...modifiers].join('.')}`);
  }
  return lines;
}

describe('semantic tokens over the wire', () => {
  test('of a whole file', async () => {
    const { data } = await (await opened()).request<SemanticTokens>('textDocument/semanticTokens/full', identifier);
    expect(shown(data)).toEqual([
      '0:0+6 keyword',
      '0:7+4 type',
      '1:4+9 property',
      '1:15+5 class.definition',
      '2:4+3 property',
      '2:15+6 interface.unresolved',
      '4:0+6 keyword',
      '4:7+4 type',
      '5:4+9 property',
      '5:15+5 class.definition',
    ]);
  });

  test('of a range', async () => {
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 3 } };
    const editor = await opened();
    const params = { ...identifier, range };
    const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', params);
    expect(shown(data)[0]).toBe('4:0+6 keyword');
  });

  test('only what differs from the answer before', async () => {
    const editor = await opened();
    const first = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', identifier);
    await editor.replace('hosts.cfg', 'nobody', 'web');
    const delta = await editor.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      ...identifier,
      previousResultId: first.resultId,
    });
    const data = [...first.data];
    for (const { start, deleteCount, data: added = [] } of delta.edits) data.splice(start, deleteCount, ...added);
    expect(delta.edits).toHaveLength(1);
    expect(delta.edits[0]?.deleteCount).toBeLessThan(first.data.length);
    expect(shown(data)[5]).toBe('2:15+3 interface.unresolved');
  });

  test('all of them where the answer before is unknown', async () => {
    const answer = await (
      await opened()
    ).request<SemanticTokens>('textDocument/semanticTokens/full/delta', { ...identifier, previousResultId: 'x' });
    expect(shown(answer.data)).toHaveLength(10);
  });

  test('are offered to a client that knows them only', async () => {
    const { capabilities } = await (await opened()).result;
    expect(capabilities.semanticTokensProvider).toMatchObject({ full: { delta: true }, range: true });
    client?.dispose();
    const old = await opened({ ...modern, textDocument: { ...modern.textDocument, semanticTokens: undefined } });
    expect((await old.result).capabilities.semanticTokensProvider).toBeUndefined();
  });

  test('are asked for again when another file gives them another meaning', async () => {
    const workspace = { ...modern.workspace, semanticTokens: { refreshSupport: true } };
    const editor = await opened({ ...modern, workspace });
    await expect.poll(() => editor.heard).toContain(SemanticTokensRefreshRequest.method);
  });
});
