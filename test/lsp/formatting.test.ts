import { afterEach, describe, expect, test } from 'vitest';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, type ClientOptions, modern } from './client';

const files = `
#- shinken.cfg
cfg_dir=hosts
#- hosts/web.cfg
define host{
use a , b
max_check_attempts 3
}
define host{
address 192.0.2.1
}
`;
const web = 'hosts/web.cfg';
const [first, second] = ['define host{\nuse a , b\nmax_check_attempts 3\n}\n', 'define host{\naddress 192.0.2.1\n}\n'];

const clients: Client[] = [];

function start(options?: ClientOptions): Client {
  const client = new Client(files, options);
  clients.push(client);
  return client;
}

afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const four: FormattingOptions = { tabSize: 4, insertSpaces: true };

/** The text once a request's answer is carried out. */
async function after(client: Client, method: string, params: object, options = four, file = web): Promise<string> {
  const textDocument = { uri: client.uri(file) };
  const edits = await client.request<TextEdit[]>(`textDocument/${method}`, { textDocument, options, ...params });
  return TextDocument.applyEdits(TextDocument.create('', '', 0, client.text(file)), edits);
}

const lines = (start: number, end: number): Range => ({
  start: { line: start, character: 0 },
  end: { line: end, character: 0 },
});

describe('formatting', () => {
  test('says what it can', async () => {
    const { capabilities } = await start().result;
    expect(capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
    });
    const textDocument = { ...modern.textDocument, rangeFormatting: { rangesSupport: true } };
    const other = await start({ capabilities: { ...modern, textDocument } }).result;
    expect(other.capabilities.documentRangeFormattingProvider).toEqual({ rangesSupport: true });
  });
  test('of a document, as the editor indents', async () => {
    const client = start();
    await client.open(web);
    expect(await after(client, 'formatting', {}, { tabSize: 8, insertSpaces: false })).toBe(
      'define host {\n\tuse                 a , b\n\tmax_check_attempts  3\n}\ndefine host {\n\taddress  192.0.2.1\n}\n',
    );
  });
  test('of a file that is not open', async () => {
    expect(await after(start(), 'formatting', {})).toContain('\n    max_check_attempts  3\n');
  });
  test('as the user wants it', async () => {
    const client = start({ settings: { format: { alignment: 'none', lists: 'compact', maxBlankLines: 1 } } });
    await client.open(web, 'define host{\nuse a , b\n\n\n\naddress   192.0.2.1\n}\n');
    expect(await after(client, 'formatting', {})).toBe('define host {\n    use a,b\n\n    address 192.0.2.1\n}\n');
  });
  test('as the editor wants its lines to end', async () => {
    const client = start();
    await client.open(web, 'a=b  \n\n');
    const options = { ...four, trimTrailingWhitespace: false, trimFinalNewlines: false };
    expect(await after(client, 'formatting', {}, options)).toBe('a=b  \n\n');
    await client.open('hosts/db.cfg', 'a=b');
    expect(await after(client, 'formatting', {}, { ...four, insertFinalNewline: false }, 'hosts/db.cfg')).toBe('a=b');
  });
  test('whatever the editor says and the user sets', async () => {
    const client = start({ settings: { format: { alignment: 3, lists: null, maxBlankLines: -1 } } });
    expect(await after(client, 'formatting', {}, { tabSize: -1, insertSpaces: true })).toContain(
      '\n max_check_attempts  3',
    );
  });
  test('of one selection, and of several', async () => {
    const client = start();
    await client.open(web);
    const formatted = 'define host {\n    address  192.0.2.1\n}\n';
    expect(await after(client, 'rangeFormatting', { range: lines(5, 6) })).toBe(first + formatted);
    const ranges = [lines(1, 2), lines(5, 6)];
    expect(await after(client, 'rangesFormatting', { ranges })).toBe(
      `define host {\n    use                 a , b\n    max_check_attempts  3\n}\n${formatted}`,
    );
  });
  test('while typing', async () => {
    const client = start();
    await client.open(web);
    expect(await after(client, 'onTypeFormatting', { position: { line: 3, character: 1 }, ch: '}' })).toBe(
      `define host {\n    use                 a , b\n    max_check_attempts  3\n}\n${second}`,
    );
  });
  test('of a document with a byte order mark, which the editor does not show', async () => {
    const client = start();
    await client.write('hosts/mark.cfg', '\ufeff# a  \ndefine host{\nuse a\n}\n');
    await client.open('hosts/mark.cfg', '# a  \ndefine host{\nuse a\n}\n');
    expect(await after(client, 'formatting', {}, four, 'hosts/mark.cfg')).toBe('# a\ndefine host {\n    use  a\n}\n');
  });
  test('of nothing', async () => {
    const client = start();
    const textDocument = { uri: client.uri('hosts/none.cfg') };
    expect(await client.request('textDocument/formatting', { textDocument, options: four })).toBe(null);
  });
});
