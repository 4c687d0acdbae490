/** Quick-fixes that only a person can complete: what a machine calls itself, where a daemon runs. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { type AskValueArguments, askValueCommand, setValueRequest } from '../../server/src/lsp/requests';
import { Client } from './client';

const arbiters = (address: string): string => `
#- shinken.cfg
cfg_dir=arbiters
#- arbiters/master.cfg
define arbiter {
    arbiter_name  arbiter-master
    host_name     server1
    address       server1
}
#- arbiters/spare.cfg
define arbiter {
    arbiter_name  arbiter-spare
    address       ${address}
    spare         1
}
`;

let client: Client;

function start(address: string, clientCommands: readonly string[] = []): void {
  client = new Client(arbiters(address), { initialize: { initializationOptions: { clientCommands } } });
}

afterEach(() => client.dispose());

async function fix(): Promise<CodeAction | undefined> {
  const file = 'arbiters/spare.cfg';
  await client.open(file);
  const problem = (await client.diagnostics(file)).find(
    ({ code }) => code === 'availability/arbiter-without-host-name',
  );
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri(file) },
    range: problem?.range,
    context: { diagnostics: [] },
  });
  return actions.find(({ title }) => title.startsWith('Add host_name'));
}

describe('the host_name of an arbiter', () => {
  test('is taken from its address, for a client that cannot ask', async () => {
    start('server3');
    const found = await fix();
    expect(found?.title).toBe('Add host_name server3');
    expect(client.applied(found?.edit ?? {})['arbiters/spare.cfg']).toMatch(/^ {4}host_name {5}server3$/m);
  });

  test('is not guessed from an IP address', async () => {
    start('192.0.2.3');
    expect(await fix()).toBeUndefined();
  });

  test.each([
    ['server3', 'Add host_name server3…', 'server3'],
    ['192.0.2.3', 'Add host_name…', ''],
  ])('is asked for, where the client can, with what %s tells', async (address, title, value) => {
    start(address, [askValueCommand]);
    const found = await fix();
    expect(found?.title).toBe(title);
    expect(found?.edit).toBeUndefined();
    const [argument] = (found?.command?.arguments ?? []) as AskValueArguments[];
    expect(argument).toEqual({
      uri: client.uri('arbiters/spare.cfg'),
      kind: 'arbiter',
      name: 'arbiter-spare',
      key: 'host_name',
      value,
    });
    const edit = await client.request<WorkspaceEdit>(setValueRequest, { ...argument, value: ' shinken-3 ' });
    expect(client.applied(edit)['arbiters/spare.cfg']).toMatch(/^ {4}host_name {5}shinken-3$/m);
  });

  test('is written for nobody who is not there any more', async () => {
    start('server3', [askValueCommand]);
    const params = { uri: client.uri('shinken.cfg'), kind: 'arbiter', name: 'arbiter-9', key: 'host_name', value: 'a' };
    expect(await client.request(setValueRequest, params)).toBeNull();
  });
});
