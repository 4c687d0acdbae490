import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type DocumentDiagnosticReport, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { hostFile, installation, SHAPES } from '../../bench/generate';
import type { FileSystem } from '../../server/src/project/types';
import type * as ModelPhases from '../../server/src/model';
import type * as Parser from '../../server/src/syntax/parser';
import { Client, modern } from '../lsp/client';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

/** What the server has done: work, which is the same on every machine, and not time. */
const done = vi.hoisted(() => ({
  parsed: [] as string[],
  /** Characters of texts of which only parts are parsed. */
  parts: [] as number[],
  disk: [] as string[],
  judged: [] as number[],
}));

vi.mock('../../server/src/model', async (original) => {
  const model = await original<typeof ModelPhases>();
  const buildModel: typeof model.buildModel = (project, ...how) => {
    done.judged.push(project.objects.length);
    return model.buildModel(project, ...how);
  };
  const buildingModel: typeof model.buildingModel = (project, ...how) => {
    done.judged.push(project.objects.length);
    return model.buildingModel(project, ...how);
  };
  return { ...model, buildModel, buildingModel };
});

vi.mock('../../server/src/syntax/parser', async (original) => {
  const parser = await original<typeof Parser>();
  const parse: typeof parser.parse = (text, ...how) => {
    const leftOut = how[2]?.leftOut;
    if (!leftOut) done.parsed.push(text);
    else done.parts.push(leftOut.reduce((left, { start, end }) => left - (end - start), text.length));
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

/** Waits until the server has done all that it does of its own accord: it types a few letters, for nobody to see, to get used to it. */
async function rest(): Promise<void> {
  const amount = (): number => Object.values(done).reduce((sum, list) => sum + list.length, 0);
  for (let before = -1; before !== amount();) {
    before = amount();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** What a piece of work parses, by text, what it asks of the disk, and how many objects it judges each time that it judges any. */
async function cost(work: () => Promise<unknown>): Promise<typeof done> {
  await rest();
  for (const list of Object.values(done)) list.length = 0;
  await work();
  const { parsed, parts, disk, judged } = done;
  return { parsed: [...parsed], parts: [...parts], disk: [...disk], judged: [...judged] };
}

const HOSTS = 200;
/** So many objects have to do with one host: its services, what they are made of, the daemons. There are some 2,000 in the largest of the three. */
const MOST_AROUND = 120;
/** And so many with what is said of it for people alone: what it is made of. */
const MOST_WITHIN = 20;
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
    // What is first told may be told from a part of everything.
    await vi.waitUntil(() => done.judged.some((count) => count > HOSTS), { timeout: 30_000 });
    // Once all is judged, the server types a few letters for nobody to see.
    const { length } = client.text(file);
    await vi.waitUntil(() => done.parsed.some((text) => text.length === length + 1), { timeout: 30_000 });
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
    ['an alias', /alias +\S+/, MOST_WITHIN],
    ['the name of the host of a service', /define service \{[^}]*host_name +\S+/, MOST_AROUND],
  ])('a keystroke in %s judges the objects around it twice, and no others', async (_, place, most) => {
    const before = place.exec(client.text(file))?.[0];
    // Services may be written elsewhere.
    if (before === undefined) return;
    const stroke = async (): Promise<typeof done> => {
      const work = await cost(async () => {
        await client.replace(file, before, `${before}x`);
        await problems(file);
      });
      await client.replace(file, `${before}x`, before);
      expect(await problems(file)).toEqual([]);
      return work;
    };
    // In a pause the server judges everything, and makes itself ready for keystrokes.
    const { judged } = await vi.waitUntil(
      async () => {
        const work = await stroke();
        return work.judged.length === 2 && work;
      },
      { timeout: 15_000, interval: 2000 },
    );
    for (const count of judged) expect(count).toBeLessThanOrEqual(most);
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
    const { parsed, parts, disk } = await cost(async () => {
      await client.replace(name, unique, unique.slice(0, found) + line.replace(before, after));
      expect(await problems(name)).toEqual(expected);
    });
    expect(parsed).toEqual([client.text(name)]);
    // Where a part of everything is judged first: a host for each kind of hosts, and who has the first of what several say; and a larger one.
    expect(parts.reduce((sum, length) => sum + length, 0)).toBeLessThan(declaration.length / 3);
    expect(disk).toEqual([]);
  });
});
