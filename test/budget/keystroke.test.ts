import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type DocumentDiagnosticReport, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { hostFile, installation, SHAPES } from '../../bench/generate';
import type { FileSystem } from '../../server/src/project/types';
import type * as Parser from '../../server/src/syntax/parser';
import { Client, modern } from '../lsp/client';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/** What the server has done: work, which is the same on every machine, and not time. */
const done = vi.hoisted(() => ({ parsed: [] as string[], disk: [] as string[] }));

vi.mock('../../server/src/syntax/parser', async (original) => {
  const parser = await original<typeof Parser>();
  const parse: typeof parser.parse = (text, ...how) => {
    done.parsed.push(text);
    return parser.parse(text, ...how);
  };
  return { ...parser, parse };
});

/** Notes whatever is asked of a file system. */
function watched(fileSystem: FileSystem): FileSystem {
  const note = <Result>(what: keyof FileSystem, ask: (path: string) => Result) => {
    return (path: string): Result => {
      done.disk.push(`${what} ${path}`);
      return ask(path);
    };
  };
  return {
    readFile: note('readFile', fileSystem.readFile),
    kind: note('kind', fileSystem.kind),
    list: note('list', fileSystem.list),
    realPath: note('realPath', fileSystem.realPath),
  };
}

/** What a piece of work parses, by text, and asks of the disk. */
async function cost(work: () => Promise<unknown>): Promise<{ parsed: readonly string[]; disk: readonly string[] }> {
  done.parsed.length = 0;
  done.disk.length = 0;
  await work();
  return { parsed: [...done.parsed], disk: [...done.disk] };
}

const HOSTS = 200;
const file = hostFile(0);
const generic = 'templates/generic.cfg';
const capabilities = { ...modern, textDocument: { ...modern.textDocument, diagnostic: {} } };

describe.each(SHAPES)(`a configuration of ${HOSTS} hosts, %s`, (shape) => {
  const spec = { shape, hosts: HOSTS, dialect: 'shinken', seed: 1, folder: ROOT } as const;
  const declaration = [...installation(spec)].map(([path, text]) => `#- ${path}\n${text}`).join('\n');
  let client: Client;

  const problems = async (name: string): Promise<readonly string[]> => {
    const params = { textDocument: { uri: client.uri(name) } };
    const report = await client.request<DocumentDiagnosticReport>(DocumentDiagnosticRequest.method, params);
    return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : [];
  };

  beforeAll(async () => {
    const fileSystem = watched(memoryFileSystem(workspace(declaration).files));
    client = new Client(declaration, { capabilities, runtime: { fileSystem } });
    for (const name of [file, generic]) await client.open(name);
    for (const name of [file, generic]) expect(await problems(name)).toEqual([]);
  }, 60_000);
  afterAll(() => client.dispose());

  test('as many keystrokes as come before anybody asks parse no more than one', async () => {
    const { parsed, disk } = await cost(async () => {
      for (let count = 0; count < 10; count++) await client.replace(file, ' in ', ' in the middle of ');
      expect(await problems(file)).toEqual([]);
    });
    expect(parsed).toEqual([client.text(file)]);
    expect(disk).toEqual([]);
  });

  test('questions about a text that is known parse nothing, and ask nothing of the disk', async () => {
    const { parsed, disk } = await cost(async () => {
      const at = client.at(file, 'rack-0000', 3);
      for (const method of ['hover', 'definition', 'completion', 'foldingRange', 'documentSymbol'])
        expect(await client.request(`textDocument/${method}`, at)).toBeTruthy();
      const context = { includeDeclaration: true };
      expect(await client.request('textDocument/references', { ...at, context })).toBeTruthy();
      expect(await client.request('workspace/symbol', { query: 'srv' })).toBeTruthy();
    });
    expect(parsed).toEqual([]);
    expect(disk).toEqual([]);
  });

  test.each([
    ['in an alias', file, ' in ', ' on ', []],
    ['in the template of all hosts', generic, 'retry_interval         1', 'retry_interval         2', []],
    // Last: it stays.
    ['that is a mistake', file, 'max_check_attempts  ', 'max_check_attempts  x', ['arbiter/bad-value']],
  ])('a keystroke %s parses its own file, and asks nothing of the disk', async (_, name, before, after, expected) => {
    // Which host has a value, and how it is laid out, is the generator's affair.
    const found = client.text(name).indexOf(before);
    expect(found).toBeGreaterThan(0);
    const line = client.text(name).slice(found).split('\n')[0] ?? '';
    const unique = client.text(name).slice(0, found + line.length);
    const { parsed, disk } = await cost(async () => {
      await client.replace(name, unique, unique.slice(0, found) + line.replace(before, after));
      expect(await problems(name)).toEqual(expected);
    });
    expect(parsed).toEqual([client.text(name)]);
    expect(disk).toEqual([]);
  });
});
