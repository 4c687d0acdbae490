import { DiagnosticTag } from 'vscode-languageserver';
import { afterEach, describe, expect, test } from 'vitest';
import { Client, type ClientOptions, modern } from './client';

const files = `
define command {
    command_name  unused
    command_line  /bin/true
}
define host {
    host_name              web-1
    max_check_attempts     3
    normal_check_interval  5
}
`;
const [command, name] = ['style/unused-command', 'style/old-name'];
const clients: Client[] = [];
const start = (rules: Record<string, string>, options: ClientOptions = {}): Client => {
  const client = new Client(files, { settings: { rules }, ...options });
  clients.push(client);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

describe('rules that are off by default', () => {
  test('say nothing until they are switched on, and again when they are switched off', async () => {
    const client = start({});
    const before = await client.diagnostics('shinken.cfg', (all) => all.length > 0);
    expect(before.filter(({ code }) => String(code).startsWith('style/'))).toEqual([]);
    client.settings = { rules: { [command]: 'hint' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    const after = await client.diagnostics('shinken.cfg', (all) => all.some(({ code }) => code === command));
    expect(after.some(({ code }) => code === name)).toBe(false);
    client.settings = { rules: {} };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics('shinken.cfg', (all) => all.every(({ code }) => code !== command));
  });
  test('have the level of their family, but for those with one of their own', async () => {
    const found = await start({ 'style/*': 'information', [name]: 'warning' }).diagnostics('shinken.cfg', (all) =>
      all.some(({ code }) => code === command),
    );
    const level = (code: string): unknown => found.find((one) => one.code === code)?.severity;
    expect([level(command), level(name)]).toEqual([3, 2]);
  });
  test('stay silent where the family is on and they are off', async () => {
    const found = await start({ 'style/*': 'hint', [name]: 'off' }).diagnostics('shinken.cfg', (all) =>
      all.some(({ code }) => code === command),
    );
    expect(found.some(({ code }) => code === name)).toBe(false);
  });
});

describe('tags', () => {
  const tags = async (valueSet: DiagnosticTag[]): Promise<unknown[]> => {
    const textDocument = { ...modern.textDocument, publishDiagnostics: { tagSupport: { valueSet } } };
    const client = start({ 'style/*': 'hint' }, { capabilities: { ...modern, textDocument } });
    const found = await client.diagnostics('shinken.cfg', (all) => all.some(({ code }) => code === command));
    return [command, name].map((code) => found.find((one) => one.code === code)?.tags);
  };
  test('fade what is unused, and strike old names through', async () => {
    expect(await tags([DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated])).toEqual([
      [DiagnosticTag.Unnecessary],
      [DiagnosticTag.Deprecated],
    ]);
  });
  test('are those that the client knows', async () => {
    expect(await tags([DiagnosticTag.Unnecessary])).toEqual([[DiagnosticTag.Unnecessary], undefined]);
    expect(await tags([])).toEqual([undefined, undefined]);
  });
});
