import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Random, randomOf } from '../../bench/random';
import type { Analysis } from '../../server/src/analysis';
import { defaultSettings } from '../../server/src/lsp/settings';
import { Workspace } from '../../server/src/lsp/workspace';
import { writtenRanges, writtenText } from '../../server/src/model/written';
import { overlay } from '../../server/src/project/overlay';
import type { FilePath, FileSystem } from '../../server/src/project/types';
import type { Problem } from '../../server/src/rules/rule';
import { objectTypeList } from '../../server/src/schema';
import { complete } from '../../server/src/steps';
import { memoryFileSystem, ROOT } from '../support/workspace';
import { randomEdit } from './edits';
import { exampleFiles, installationFiles } from './example-files';
import { shown, visible } from './shown';

/**
 * A folder that is worked on in an editor: what the workspace knows after any number of steps is what a workspace knows that has just been
 * opened on the same texts.
 */
class Desk {
  private readonly open = new Map<FilePath, string>();
  private readonly undo: (readonly [FilePath, string])[] = [];
  private disk: FileSystem;
  private readonly fileSystem: FileSystem;
  private readonly workspace: Workspace;
  /** What an editor has been told, by file, as `Reports` keeps it. */
  private told = new Map<FilePath, readonly Problem[]>();
  /** How often what was typed was told without judging all. */
  amended = 0;
  judged = 0;

  constructor(private readonly files: Map<FilePath, string>) {
    this.disk = memoryFileSystem(files);
    const disk: FileSystem = {
      readFile: (path) => this.disk.readFile(path),
      kind: (path) => this.disk.kind(path),
      list: (path) => this.disk.list(path),
      realPath: (path) => this.disk.realPath(path),
    };
    this.fileSystem = overlay(disk, this.open);
    this.workspace = this.opened();
    this.judge();
  }

  private opened(): Workspace {
    const { fileSystem } = this;
    const workspace = new Workspace(
      { fileSystem, openFiles: () => this.open.keys(), copies: () => [] },
      defaultSettings,
    );
    workspace.configure([ROOT], () => defaultSettings);
    return workspace;
  }

  get analysis(): Analysis {
    const [knowledge] = this.workspace.all();
    return knowledge?.analysis ?? this.workspace.of(`${ROOT}/shinken.cfg`).analysis;
  }

  /** Types in a file; what could not be told of it is judged. */
  type(file: FilePath, text: string): void {
    if (!this.open.has(file)) this.opens(file);
    this.undo.push([file, this.fileSystem.readFile(file) ?? '']);
    this.put(file, text);
  }

  /** Nobody types before what was told has been looked over once. */
  private opens(file: FilePath): void {
    this.open.set(file, this.fileSystem.readFile(file) ?? '');
    this.workspace.openFilesChanged();
    this.judge();
  }

  takeBack(): void {
    const last = this.undo.pop();
    if (last && this.open.has(last[0])) this.put(...last);
  }

  private put(file: FilePath, text: string): void {
    this.open.set(file, text);
    this.workspace.textChanged(file);
    const amended = this.workspace.amended();
    if (!amended) return;
    this.amended++;
    for (const [path, found] of amended)
      this.told.set(
        path,
        found.flatMap(({ problems }) => problems),
      );
    expect(shown([...this.told.values()].flat())).toEqual(shown(this.cold().flatMap(({ problems }) => problems)));
  }

  /** Closes what no configuration reads any more, which keeps edits from being amended, and one more. */
  close(): void {
    const [first, ...others] = this.open.keys();
    if (first === undefined) return;
    const { files } = this.analysis.project;
    for (const file of [first, ...others.filter((other) => !files.has(other))]) this.open.delete(file);
    this.workspace.openFilesChanged();
    this.workspace.filesChanged();
  }

  /** Files come, go and change, as when somebody else works on them or another branch is checked out. */
  change(files: ReadonlyMap<FilePath, string | undefined>): void {
    for (const [file, text] of files) {
      if (text === undefined) this.files.delete(file);
      else this.files.set(file, text);
    }
    this.disk = memoryFileSystem(this.files);
    this.workspace.filesChanged();
  }

  /** Works all out, as in a pause, and holds it to what somebody finds who begins. */
  judge(): void {
    this.judged++;
    complete(this.workspace.preparing());
    const known = this.workspace.all().map(({ analysis }) => analysis);
    const cold = this.cold();
    expect(known.map(({ problems }) => problems.map(visible))).toEqual(
      cold.map(({ problems }) => problems.map(visible)),
    );
    expect(known.map(effectiveObjects)).toEqual(cold.map(effectiveObjects));
    this.told = new Map();
    for (const problem of known.flatMap(({ problems }) => problems)) {
      this.told.set(problem.file, [...(this.told.get(problem.file) ?? []), problem]);
    }
    this.workspace.reported();
    complete(this.workspace.makingAmendable());
  }

  private cold(): readonly Analysis[] {
    return this.opened()
      .all()
      .map(({ analysis }) => analysis);
  }

  paths(): readonly FilePath[] {
    return [...this.files.keys()];
  }
  text(file: FilePath): string {
    return this.fileSystem.readFile(file) ?? '';
  }
}

/** Every object with all that it has. */
function effectiveObjects({ model }: Analysis): readonly string[] {
  return objectTypeList.flatMap(({ name: type }) =>
    model.items(type).map((item) => {
      const values = [...item.entries(), ...item.customs].map(([key, value]) => `${key}=${writtenText(value)}`);
      return [type, item.name, ...values, ...writtenRanges(item)].join('\n');
    }),
  );
}

type Step = readonly [
  weight: number,
  what: string,
  step: (desk: Desk, random: Random, original: ReadonlyMap<FilePath, string>) => void,
];

const main = `${ROOT}/shinken.cfg`;

function typeAtRandom(desk: Desk, random: Random): void {
  const edit = randomEdit(desk.analysis.project, random);
  if (edit) desk.type(edit.file, edit.text);
}

const onePath = (desk: Desk, random: Random): FilePath => {
  const paths = desk.paths().filter((path) => path !== main);
  return paths[random.below(paths.length)] ?? main;
};

const steps: readonly Step[] = [
  [60, 'typing', typeAtRandom],
  [15, 'undo', (desk) => desk.takeBack()],
  [20, 'a pause', (desk) => desk.judge()],
  [10, 'a document closed', (desk) => desk.close()],
  [
    2,
    'a file added',
    (desk, random) => {
      const name = `${ROOT}/hosts/more-${random.below(5)}.cfg`;
      desk.change(new Map([[name, desk.text(onePath(desk, random))]]));
    },
  ],
  [2, 'a file deleted', (desk, random) => desk.change(new Map([[onePath(desk, random), undefined]]))],
  [
    2,
    'a file renamed',
    (desk, random) => {
      const path = onePath(desk, random);
      desk.change(
        new Map([
          [path, undefined],
          [path.replace(/(?:-moved)?\.cfg$/, '-moved.cfg'), desk.text(path)],
        ]),
      );
    },
  ],
  [
    3,
    'other includes',
    (desk, random) => {
      const text = desk.text(main);
      const lines = text.split('\n');
      const at = random.below(lines.length);
      const isThere = lines[at]?.startsWith('cfg_') === true;
      desk.type(main, isThere ? lines.toSpliced(at, 1).join('\n') : `${text}\ncfg_file=${onePath(desk, random)}\n`);
    },
  ],
  [
    3,
    'another branch',
    (desk, _, original) => {
      const gone = desk.paths().map((path) => [path, undefined] as const);
      desk.change(new Map<FilePath, string | undefined>([...gone, ...original]));
    },
  ],
];

function oneOf(random: Random): Step[2] {
  let left = random.below(steps.reduce((sum, [weight]) => sum + weight, 0));
  const [, , step] = steps.find(([weight]) => (left -= weight) < 0) ?? [0, '', typeAtRandom];
  return step;
}

const STEPS = 400;

test.each([
  ['the example etc-shinken', () => exampleFiles('etc-shinken'), 1],
  ['the example two-servers', () => exampleFiles('two-servers'), 2],
  ['the example realms', () => exampleFiles('realms'), 3],
  ['the example dmz', () => exampleFiles('dmz'), 4],
  ['hosts with explicit services', () => installationFiles('explicit', 20), 5],
  ['hosts with services on groups', () => installationFiles('groups', 20), 6],
  ['hosts with services of templates', () => installationFiles('templates', 20), 7],
])(
  'after any number of steps all is as from a fresh start: %s',
  async (_, files, seed) => {
    const original = files();
    const desk = new Desk(new Map(original));
    for (let index = 0; index < STEPS; index++) {
      const random = randomOf(seed, index);
      oneOf(random)(desk, random, original);
      if (random.percent(20)) desk.judge();
      await setImmediate();
    }
    desk.judge();
    expect(desk.judged).toBeGreaterThan(STEPS / 10);
    expect(desk.amended).toBeGreaterThan(STEPS / 32);
  },
  300_000,
);
