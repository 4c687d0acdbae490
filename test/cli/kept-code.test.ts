import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { load } from '../../server/src/cli/kept-code';

/** What the stand-in for the server tells of itself. */
interface Told {
  readonly word: string;
  /** Whether it has had nothing to keep. */
  readonly used: boolean;
  readonly args: readonly string[];
  readonly file: string;
  readonly folder: string;
  readonly module: string;
  readonly beside: string;
  readonly at: string;
}

/** In the place of the server; `word` has four letters. It keeps its code once it has told all, unless told not to. */
const stand = (word = 'main'): string => `exports.start = async (rested) => {
  const told = { word: '${word}', used: rested === undefined, args: process.argv.slice(2), file: __filename, folder: __dirname };
  const more = { module: module.filename, beside: require('./beside') };
  const at = new Error().stack.split('\\n')[1];
  console.log(JSON.stringify({ ...told, ...more, at }));
  if (!process.env.TEST_HASTY) await rested?.();
};
`;
const LINE = '4:14';

const source = path.resolve(import.meta.dirname, '../../server/src');
let bundled: string;
let home: string;
let folder: string;
const main = (): string => path.join(home, 'main.js');
const server = (): string => path.join(home, 'server.js');
const kept = (): string => path.join(folder, 'server-code');

beforeAll(async () => {
  bundled = mkdtempSync(path.join(tmpdir(), 'kept-code-bundle-'));
  const entryPoints = [path.join(source, 'main.ts')];
  await build({ entryPoints, outdir: bundled, bundle: true, minify: true, platform: 'node', target: 'node20' });
});

afterAll(() => rmSync(bundled, { recursive: true, force: true }));

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'kept-code-'));
  folder = path.join(home, 'not', 'there', 'yet');
  writeFileSync(main(), readFileSync(path.join(bundled, 'main.js')));
  writeFileSync(server(), stand());
  writeFileSync(path.join(home, 'beside.js'), `module.exports = 'beside';`);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Runs the process to its end, with a folder to keep code in. */
const started = (...flags: string[]): Promise<Told> => run([...flags, main(), `--keep-code-in=${folder}`, '--stdio']);

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
    let [said, complaint] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.on('error', reject).on('close', (status) => {
      if (status === 0) resolve(JSON.parse(said) as Told);
      else reject(new Error(`${String(status)}: ${complaint}`));
    });
  });
}

describe('code that has been compiled', () => {
  test('is kept once the server has come to rest, and used from then on', async () => {
    expect((await started()).used).toBe(false);
    const first = readFileSync(kept());
    expect((await started()).used).toBe(true);
    expect((await started()).used).toBe(true);
    expect(readFileSync(kept()).equals(first)).toBe(true);
    expect(readdirSync(folder)).toEqual(['server-code']);
  });

  test('runs as if it had been required', async () => {
    const required = await run([main(), '--stdio']);
    expect(required).toMatchObject({ file: server(), folder: home, module: server() });
    expect(required).toMatchObject({ beside: 'beside', args: ['--stdio'] });
    expect(required.at).toContain(`${server()}:${LINE}`);
    for (const used of [false, true])
      expect(await started()).toEqual({ ...required, used, args: [`--keep-code-in=${folder}`, '--stdio'] });
  });

  test('has its columns right in the first line, too', async () => {
    writeFileSync(server(), stand().replaceAll('\n', ' '));
    const required = await run([main()]);
    for (const used of [false, true]) expect(await started()).toMatchObject({ at: required.at, used });
  });

  test('is of no use for another server, be it of the same length, and is replaced', async () => {
    await started();
    writeFileSync(server(), stand('mine'));
    expect(await started()).toMatchObject({ word: 'mine', used: false });
    expect(await started()).toMatchObject({ word: 'mine', used: true });
    expect(readdirSync(folder)).toEqual(['server-code']);
  });

  test('is of no use to a process that has other flags, and is replaced', async () => {
    await started();
    expect((await started('--no-opt')).used).toBe(false);
    expect((await started('--no-opt')).used).toBe(true);
    expect((await started()).used).toBe(false);
  });

  test('is not kept by a server that ends before it has come to rest', async () => {
    await run([main(), `--keep-code-in=${folder}`], { TEST_HASTY: '1' });
    expect(existsSync(folder)).toBe(false);
  });

  test.each([[[]], [['--keep-code-in']], [['--keep-code-in=']], [['--socket', '7', '--node-ipc']]])(
    'is not kept where no folder is named: %j',
    async (args) => {
      const before = readdirSync(home);
      expect(await run([main(), ...args])).toMatchObject({ used: true, args });
      expect(readdirSync(home)).toEqual(before);
    },
  );

  test('is kept whole by two that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => started()));
    expect(all.map(({ word }) => word)).toEqual(all.map(() => 'main'));
    expect(readdirSync(folder)).toEqual(['server-code']);
    expect((await started()).used).toBe(true);
  });
});

test('the server imports nothing while it runs, which kept code could not', async () => {
  const { metafile } = await build({
    ...{ entryPoints: [path.join(source, 'server.ts')], outdir: bundled, metafile: true, write: false },
    ...{ bundle: true, platform: 'node', external: ['editorconfig'] },
  });
  const imports = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  expect(imports.filter(({ kind }) => kind === 'require-call')).not.toEqual([]);
  expect(imports.filter(({ kind }) => kind === 'dynamic-import')).toEqual([]);
});

/** In this process. A function each, so that a flipped byte would have something to change. */
describe('what is kept', () => {
  const text = `${Array.from({ length: 30 }, (_, n) => `exports.f${n} = () => 'number ${n}';`).join('\n')}\n`;
  const file = (): string => path.join(home, 'functions.js');
  const fifth = (exports: unknown): unknown => (exports as Record<string, () => string>).f5?.();

  beforeEach(async () => {
    writeFileSync(file(), text);
    const { exports, keep } = load(file(), folder);
    expect(fifth(exports)).toBe('number 5');
    await keep?.();
    expect(load(file(), folder).keep).toBeUndefined();
  });

  /** Not used, nobody is bothered, and replaced by what is right. */
  async function isOfNoUse(): Promise<void> {
    const { exports, keep } = load(file(), folder);
    expect(fifth(exports)).toBe('number 5');
    expect(keep).toBeDefined();
    await keep?.();
    expect(load(file(), folder).keep).toBeUndefined();
  }

  test('is of no use where a single byte is another one', async () => {
    const right = readFileSync(kept());
    // Every byte of what comes before the code, and some of all parts of that.
    const step = Math.ceil(right.length / 200);
    for (let at = 0; at < right.length; at += at < 80 ? 1 : step) {
      const wrong = Buffer.from(right);
      wrong[at] = (wrong[at] ?? 0) ^ 1;
      writeFileSync(kept(), wrong);
      const { exports, keep } = load(file(), folder);
      expect({ at, isUsed: keep === undefined }).toEqual({ at, isUsed: false });
      expect(fifth(exports)).toBe('number 5');
    }
    await isOfNoUse();
  });

  test.each([0, 1, 31, 32, 63, 64, 65, 1000, -1])('is of no use where it ends at %d', async (end) => {
    writeFileSync(kept(), readFileSync(kept()).subarray(0, end));
    await isOfNoUse();
  });

  test('is of no use where it is longer than it was', async () => {
    writeFileSync(kept(), Buffer.concat([readFileSync(kept()), Buffer.from([0])]));
    await isOfNoUse();
  });

  test('is not there where there is no room for it, and nothing is left behind', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(path.join(kept(), 'something'), { recursive: true });
    const { exports, keep } = load(file(), folder);
    expect(fifth(exports)).toBe('number 5');
    await expect(keep?.()).resolves.toBeUndefined();
    expect(readdirSync(folder)).toEqual(['server-code']);
  });

  test('is not there where its folder is none', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file');
    const { exports, keep } = load(file(), folder);
    expect(fifth(exports)).toBe('number 5');
    await expect(keep?.()).resolves.toBeUndefined();
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  test('is alone but for what others have there: what a process has left over that was ended is removed', async () => {
    writeFileSync(path.join(folder, 'server-code.0123.new'), 'half of');
    writeFileSync(path.join(folder, 'thesis.new'), 'a text');
    writeFileSync(file(), `${text}exports.more = 1;`);
    await load(file(), folder).keep?.();
    expect(readdirSync(folder).sort()).toEqual(['server-code', 'thesis.new']);
  });

  test('is of what does not compile nothing: the error is that of require', () => {
    const wrong = path.join(home, 'wrong.js');
    writeFileSync(wrong, 'exports.f5 = (;');
    expect(() => load(wrong, folder)).toThrow(SyntaxError);
    expect(() => load(path.join(home, 'nowhere.js'), folder)).toThrow(/Cannot find module/);
  });
});
