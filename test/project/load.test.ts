import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProject } from '../../server/src/project/load';
import { TreeCache } from '../../server/src/project/tree-cache';
import type { FileSystem, Project } from '../../server/src/project/types';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

const short = (file: string): string => path.posix.relative(ROOT, file);

function load(declaration: string, mains = [`${ROOT}/shinken.cfg`]): Project {
  // A header with no line behind it is an empty file here.
  const { files } = workspace(declaration.replace(/^#- \S+(?=\n#- |$(?![^]))/gm, '$&\n'));
  return loadProject(memoryFileSystem(files), { mains, cwd: ROOT });
}

/** Objects as `file: type key=value`, settings as `file: key=value`, in reading order of each. */
function read(project: Project): string[] {
  const objects = project.objects.map(({ file, type, properties }) => {
    const own = properties.map(({ key, value }) => ` ${key}=${value}`).join('');
    return `${short(file)}: ${type}${own}`;
  });
  const settings = project.settings
    .filter(({ key }) => !key.startsWith('cfg_') && key !== 'resource_file')
    .map(({ file, key, value, node }) => `${short(file)}: ${key}${node.equals === undefined ? '' : `=${value}`}`);
  return [...objects, ...settings];
}

const includes = (project: Project): string[] =>
  project.includes.map(({ outcome, target, files }) =>
    [outcome, short(target), ...files.map(short).filter((file) => file !== short(target))].join(' '),
  );

const files = (project: Project): string => project.readingOrder.map(short).join(' ');

describe('reading order', () => {
  const cases: [name: string, declaration: string, files: string][] = [
    ['a file', 'cfg_file=a.cfg\n#- a.cfg\n#- b.cfg', 'shinken.cfg a.cfg'],
    ['a resource file', 'resource_file=a.cfg\n#- a.cfg', 'shinken.cfg a.cfg'],
    ['by prefix', 'cfg_file_of_mine=a.cfg\n#- a.cfg', 'shinken.cfg a.cfg'],
    ['indented', '  cfg_file=a.cfg\nx=y\n#- a.cfg', 'shinken.cfg a.cfg'],
    ['a blank before =', 'cfg_file =a.cfg\n#- a.cfg', 'shinken.cfg a.cfg'],
    ['commented out', '#cfg_file=a.cfg\n;cfg_file=a.cfg\n#- a.cfg', 'shinken.cfg'],
    ['twice', 'cfg_file=a.cfg\ncfg_file=a.cfg\n#- a.cfg', 'shinken.cfg a.cfg a.cfg'],
    ['in an included file', 'cfg_file=a.cfg\n#- a.cfg\ncfg_file=b.cfg\n#- b.cfg', 'shinken.cfg a.cfg'],
    ['in the order of the lines', 'cfg_file=b.cfg\ncfg_file=a.cfg\n#- a.cfg\n#- b.cfg', 'shinken.cfg b.cfg a.cfg'],
    [
      'a folder: files, then sub-folders, by name',
      'cfg_dir=d\n#- d/b.cfg\n#- d/a/z.cfg\n#- d/a.cfg\n#- d/.h.cfg\n#- d/x.CFG\n#- d/x.cfg~\n#- d/y.txt',
      'shinken.cfg d/.h.cfg d/a.cfg d/b.cfg d/a/z.cfg',
    ],
    ['a folder with a slash behind', 'cfg_dir=d/\n#- d/a.cfg', 'shinken.cfg d/a.cfg'],
    ['its own folder', 'cfg_dir=.\n#- a.cfg', 'shinken.cfg a.cfg shinken.cfg'],
    ['up and down', 'cfg_file=d/../a.cfg\n#- a.cfg\n#- d/b.cfg', 'shinken.cfg a.cfg'],
  ];
  test.each(cases)('%s', (_, declaration, expected) => {
    expect(files(load(declaration))).toBe(expected);
  });

  test('several main files, each with the folder of its own', () => {
    const declaration = 'cfg_file=a.cfg\n#- a.cfg\n#- sub/more.cfg\ncfg_file=a.cfg\n#- sub/a.cfg';
    expect(files(load(declaration, ['shinken.cfg', 'sub/more.cfg']))).toBe('shinken.cfg a.cfg sub/more.cfg sub/a.cfg');
  });

  test('a file included twice is one file', () => {
    const project = load('cfg_file=a.cfg\ncfg_file=./a.cfg\n#- a.cfg\nx=y');
    expect([...project.files.keys()].map(short)).toEqual(['shinken.cfg', 'a.cfg']);
    expect(read(project)).toEqual(['a.cfg: x=y', 'a.cfg: x=y']);
  });

  test('a folder that holds a link to itself is entered once', () => {
    const fs = memoryFileSystem(
      new Map([
        ['/m.cfg', 'cfg_dir=d'],
        ['/d/a.cfg', ''],
      ]),
    );
    const looping: FileSystem = {
      readFile: (file) => fs.readFile(file.replaceAll('/loop', '')),
      kind: (file) => fs.kind(file.replaceAll('/loop', '')),
      list: (file) => (file.endsWith('/d') || file.endsWith('/loop') ? ['a.cfg', 'loop'] : fs.list(file)),
      realPath: (file) => file.replaceAll('/loop', ''),
    };
    expect(loadProject(looping, { mains: ['/m.cfg'], cwd: '/' }).readingOrder).toEqual(['/m.cfg', '/d/a.cfg']);
  });
});

describe('include lines', () => {
  const cases: [name: string, line: string, ...includes: string[]][] = [
    ['a file', 'cfg_file=a.cfg', 'read a.cfg'],
    ['a folder', 'cfg_dir=d', 'read d d/b.cfg'],
    ['an empty folder', 'cfg_dir=e', 'read e'],
    ['a comment is part of the name', 'cfg_file=a.cfg ; x', 'missing a.cfg ; x'],
    ['a quote too', 'cfg_file="a.cfg"', 'missing "a.cfg"'],
    ['a backslash too', 'cfg_file=a.cfg\\', 'missing a.cfg\\'],
    ['no such file', 'cfg_file=x.cfg', 'missing x.cfg'],
    ['no such folder', 'cfg_dir=x', 'missing x'],
    ['a folder for a file', 'cfg_file=d', 'wrong-kind d'],
    ['a file for a folder', 'cfg_dir=a.cfg', 'wrong-kind a.cfg'],
    ['a slash behind a file', 'cfg_file=a.cfg/', 'missing a.cfg'],
    ['nothing for a file', 'cfg_file=', 'wrong-kind '],
    ['nothing for a folder', 'cfg_dir=', 'read  a.cfg shinken.cfg d/b.cfg'],
    ['no =', 'cfg_file', 'no-equals '],
    ['a blank before a folder', 'cfg_dir= d', 'missing  d'],
    ['a blank behind a folder', 'cfg_dir=d ', 'read d d/b.cfg'],
    ['through a folder that is not there', 'cfg_file=x/../a.cfg', 'missing a.cfg'],
    ['triggers', 'triggers_dir=t', 'read t t/a.trig t/u/b.trig'],
    ['no triggers', 'triggers_dir=x', 'missing x'],
  ];
  const rest = '\n#- a.cfg\n#- d/b.cfg\n#- e/x.txt\n#- t/u/b.trig\n#- t/a.trig\n#- t/c.cfg.trig.x';
  test.each(cases)('%s', (_, line, ...expected) => {
    expect(includes(load(line + rest))).toEqual(expected);
  });

  test.each([
    ['shinken.cfg', 'read a.cfg'],
    ['./shinken.cfg', 'missing  a.cfg'],
    [`${ROOT}/shinken.cfg`, 'missing  a.cfg'],
  ])('a blank before a file name, the main file given as %s', (main, expected) => {
    const project = load('cfg_file= a.cfg\n#- a.cfg', [main]);
    expect(includes(project)).toEqual([expected]);
  });

  test('an absolute path', () => {
    expect(includes(load(`cfg_file=${ROOT}/a.cfg\ncfg_dir=${ROOT}/d\n#- a.cfg\n#- d/b.cfg`))).toEqual([
      'read a.cfg',
      'read d d/b.cfg',
    ]);
  });

  test('where it stands', () => {
    const project = load('x=y\n  cfg_file = a.cfg  \n');
    const [include] = project.includes;
    const text = project.files.get(`${ROOT}/shinken.cfg`)?.text ?? '';
    expect(include && text.slice(include.span.start, include.span.end)).toBe('cfg_file = a.cfg');
    expect(include && text.slice(include.valueSpan.start, include.valueSpan.end)).toBe(' a.cfg');
    expect(include?.main).toBe(`${ROOT}/shinken.cfg`);
  });

  test('a file of a folder that cannot be opened', () => {
    const fs = memoryFileSystem(
      new Map([
        ['/m.cfg', 'cfg_dir=d'],
        ['/d/a.cfg', ''],
      ]),
    );
    const dangling: FileSystem = { ...fs, list: (file) => (file === '/d' ? ['.#a.cfg', 'a.cfg'] : fs.list(file)) };
    const { includes, readingOrder } = loadProject(dangling, { mains: ['/m.cfg'], cwd: '/' });
    expect(includes[0]).toMatchObject({ outcome: 'read', files: ['/d/a.cfg'], unreadable: ['/d/.#a.cfg'] });
    expect(readingOrder).toEqual(['/m.cfg', '/d/a.cfg']);
  });

  test('a main file that cannot be opened', () => {
    const project = load('x=y', ['none.cfg', 'shinken.cfg']);
    expect(project.unreadable).toEqual([`${ROOT}/none.cfg`]);
    expect(files(project)).toBe('shinken.cfg');
  });
});

describe('objects and settings', () => {
  const cases: [name: string, declaration: string, ...read: string[]][] = [
    [
      'of main and of included files',
      'x=1\ncfg_file=a.cfg\nx=2\n#- a.cfg\nx=3',
      'shinken.cfg: x=1',
      'a.cfg: x=3',
      'shinken.cfg: x=2',
    ],
    [
      'an include in an object whose file begins another',
      'define host {\na 1\ncfg_file=a.cfg\nb 2\n}\n#- a.cfg\ndefine service {\nc 3\n}',
      'shinken.cfg: host a=1 cfg_file=a.cfg=',
      'a.cfg: service c=3',
      'shinken.cfg: b 2',
    ],
    [
      'an include in an object whose file goes on with it',
      'define host {\na 1\ncfg_file=a.cfg\nb 2\n}\n#- a.cfg\nc 3',
      'shinken.cfg: host a=1 cfg_file=a.cfg= c=3 b=2',
    ],
    [
      'an object that an included file leaves open',
      'cfg_file=a.cfg\nx=1\ndefine host {\n}\n#- a.cfg\ndefine service {\na 1',
      'a.cfg: service a=1 x=1=',
      'shinken.cfg: host',
    ],
    [
      'an object that one file of a folder leaves open',
      'cfg_dir=d\n#- d/1.cfg\ndefine service {\na 1\n#- d/2.cfg\nb 2\n}\nx=1',
      'd/1.cfg: service a=1 b=2',
      'd/2.cfg: x=1',
    ],
    [
      'a brace that comes in another file',
      'cfg_dir=d\n#- d/1.cfg\ndefine service\n#- d/2.cfg\n{\nb 2\n}',
      'd/1.cfg: service b=2',
    ],
  ];
  test.each(cases)('%s', (_, declaration, ...expected) => {
    expect(read(load(declaration))).toEqual(expected);
  });

  /** No line break at the end of these. */
  const continued: [name: string, files: Record<string, string>, ...read: string[]][] = [
    [
      'a file that ends in a backslash swallows the line behind the include',
      { 'shinken.cfg': 'cfg_file=a.cfg\nz\n', 'a.cfg': 'x=1\\' },
      'a.cfg: x=1z',
    ],
    [
      'but not behind a line break',
      { 'shinken.cfg': 'cfg_file=a.cfg\nz=2\n', 'a.cfg': 'x=1\\\n' },
      'a.cfg: x=1',
      'z=2',
    ],
    [
      'nor from file to file of a folder',
      { 'shinken.cfg': 'cfg_dir=d', 'd/a.cfg': 'x=1\\', 'd/b.cfg': 'y=2' },
      'x=1',
      'y=2',
    ],
    [
      'nor over a line that reads files into the text; triggers are not',
      { 'shinken.cfg': 'cfg_dir=d\\\nx=1\ntriggers_dir=d\\\n/x=2', 'd\\/a.cfg': 'y=1', 'd\\/a.trig': '' },
      'y=1',
      'x=1',
      'triggers_dir=d/x=2',
    ],
    ['the last line of all is lost', { 'shinken.cfg': 'x=1\ny=2\\' }, 'x=1'],
  ];
  test.each(continued)('%s', (_, texts, ...expected) => {
    const fs = memoryFileSystem(new Map(Object.entries(texts).map(([name, text]) => [`${ROOT}/${name}`, text])));
    const project = loadProject(fs, { mains: ['shinken.cfg'], cwd: ROOT });
    expect(read(project).map((line) => line.split(': ')[1])).toEqual(expected.map((line) => line.split(': ').at(-1)));
  });

  test.each([
    [['m.cfg', 'n.cfg'], ['x=1y=2']],
    [
      ['m.cfg', 'none.cfg', 'n.cfg'],
      ['x=1', 'y=2'],
    ],
  ])('a main file that ends in a backslash, of %j', (mains, expected) => {
    const fs = memoryFileSystem(
      new Map([
        [`${ROOT}/m.cfg`, 'x=1\\'],
        [`${ROOT}/n.cfg`, 'y=2'],
      ]),
    );
    const { settings } = loadProject(fs, { mains, cwd: ROOT });
    expect(settings.map(({ key, value }) => `${key}=${value}`)).toEqual(expected);
  });

  test('settings know whether a main file says them', () => {
    const { settings } = load('x=1\ncfg_file=a.cfg\n#- a.cfg\ny=2');
    expect(settings.map(({ key, inMain }) => `${key} ${inMain}`)).toEqual(['x true', 'cfg_file true', 'y false']);
  });

  test('nodes are those of the file read by itself, as far as they say the same', () => {
    const project = load('define host {\na 1\n}\ncfg_file=a.cfg\ndefine host {\nb 1\n}\n#- a.cfg\nx=y');
    const own = project.files.get(`${ROOT}/shinken.cfg`)?.tree.nodes ?? [];
    for (const { node } of project.objects) expect(own).toContain(node);
    expect(project.objects.length).toBe(2);
  });

  test('3.0 continues at a backslash only', () => {
    const fs = memoryFileSystem(new Map([['/m.cfg', 'x=C:\\s\ny=z']]));
    const read = (dialect: '2.4' | '3.0'): number =>
      loadProject(fs, { mains: ['/m.cfg'], cwd: '/', dialect }).settings.length;
    expect([read('2.4'), read('3.0')]).toEqual([1, 2]);
  });
});

describe('facts', () => {
  const cases: [name: string, declaration: string, ...facts: string[]][] = [
    [
      'with their files',
      'foo\ncfg_file=a.cfg\nbar\n#- a.cfg\n}',
      'shinken.cfg malformed-setting 0',
      'a.cfg stray-close 0',
      'shinken.cfg malformed-setting 19',
    ],
    [
      'an object left open at the end of a file is said once, there',
      'cfg_dir=d\n#- d/1.cfg\ndefine host {\n#- d/2.cfg\ndefine service {\n}',
      'd/1.cfg unclosed-at-end 0',
    ],
    [
      'an include in an object is said where the object begins',
      'define host {\ncfg_file=a.cfg\n}\n#- a.cfg\ndefine service {\n}',
      'shinken.cfg equals-in-object 14',
      'shinken.cfg unclosed-before-define 0',
      'shinken.cfg stray-close 29',
    ],
    ['an include line in a sound place adds none', 'x=y\ncfg_file=a.cfg\n#- a.cfg'],
    [
      'the end of all is the last place to close',
      'define host {\ncfg_file=a.cfg\n#- a.cfg\nx y',
      'shinken.cfg equals-in-object 14',
      'shinken.cfg unclosed-at-end 0',
    ],
  ];
  test.each(cases)('%s', (_, declaration, ...expected) => {
    const { facts } = load(declaration);
    expect(facts.map(({ file, fact }) => `${short(file)} ${fact.kind} ${fact.span.start}`)).toEqual(expected);
  });
});

describe('without a main file', () => {
  const declaration =
    '#- packs/b.cfg\ndefine host {\n}\n#- packs/a/x.cfg\ndefine service {\n}\n#- setup.cfg\n[metadata]\nname = x\n#- .git/y.cfg\ndefine host {\n}';
  const project = loadProject(memoryFileSystem(workspace(declaration).files), { mains: [], cwd: ROOT, root: ROOT });

  test('everything that looks like ours is read', () => {
    expect(project.partial).toBe(true);
    expect(files(project)).toBe('packs/b.cfg packs/a/x.cfg');
    expect(read(project)).toEqual(['packs/b.cfg: host', 'packs/a/x.cfg: service']);
  });
});

describe('the cache', () => {
  const texts = new Map([
    ['/m.cfg', 'cfg_dir=d'],
    ['/d/a.cfg', 'define host {\n}'],
    ['/d/b.cfg', 'define service {\n'],
  ]);
  const cache = new TreeCache();
  const loaded = (): Project => loadProject(memoryFileSystem(texts), { mains: ['/m.cfg'], cwd: '/' }, cache);

  test('an unchanged file keeps its tree and its objects; a changed one does not', () => {
    const before = loaded();
    texts.set('/d/b.cfg', 'define service {\n}');
    const after = loaded();
    expect(after.files.get('/d/a.cfg')?.tree).toBe(before.files.get('/d/a.cfg')?.tree);
    expect(after.objects[0]).toBe(before.objects[0]);
    expect(after.files.get('/d/b.cfg')?.tree).not.toBe(before.files.get('/d/b.cfg')?.tree);
    expect(after.objects.map(({ type }) => type)).toEqual(['host', 'service']);
  });

  // Objects by the names of their types; those that a change in `c.cfg` leaves as they are have `=`.
  const whole = 'define c {\n}\n';
  test.each<[name: string, declaration: string, change: string, objects: string]>([
    ['in files of their own', 'cfg_dir=d\n#- d/a.cfg\ndefine a {\n}\n#- d/b.cfg\ndefine b {\n}', whole, '=a =b c'],
    ['before it and behind it', 'cfg_file=c.cfg\ncfg_file=z.cfg\n#- z.cfg\ndefine z {\nx y\n}', whole, 'c =z'],
    ['in the main file, around it', 'define a {\n}\ncfg_file=c.cfg\ndefine b {\n}', whole, '=a c =b'],
    ['in a file that is read twice', 'cfg_file=a.cfg\ncfg_file=a.cfg\n#- a.cfg\ndefine a {\n}', whole, '=a =a'],
    ['that go on elsewhere', 'cfg_file=a.cfg\ncfg_file=b.cfg\n#- a.cfg\ndefine a {\n#- b.cfg\nx y\n}', whole, '=a'],
    ['that go on in it', 'cfg_file=a.cfg\ncfg_file=c.cfg\n#- a.cfg\ndefine a {\n', `x y\n}\n${whole}`, 'a c'],
    [
      'that another state leads to',
      'cfg_file=c.cfg\ncfg_file=b.cfg\n#- b.cfg\ndefine b {\n}',
      'define c {\nx y',
      'c =b',
    ],
    [
      'behind what it leaves open',
      'cfg_file=c.cfg\ncfg_file=b.cfg\n#- b.cfg\nx y\n}\ndefine b {\n}',
      'define c {\nx y',
      'c =b',
    ],
  ])('objects stay the same ones: %s', (_, declaration, changed, expected) => {
    const { files } = workspace(`${declaration.startsWith('#-') ? '' : '#- shinken.cfg\n'}${declaration}`);
    const cache = new TreeCache();
    const loadWith = (text: string): Project => {
      const now = memoryFileSystem(new Map([...files, [`${ROOT}/c.cfg`, text], [`${ROOT}/d/c.cfg`, text]]));
      return loadProject(now, { mains: [`${ROOT}/shinken.cfg`], cwd: ROOT }, cache);
    };
    const before = new Set(loadWith('').objects);
    expect(before.size).toBeGreaterThan(0);
    const { objects } = loadWith(changed);
    expect(objects.map((object) => `${before.has(object) ? '=' : ''}${object.type}`).join(' ')).toBe(expected);
    expect(loadWith(changed).objects.every((object, index) => object === objects[index])).toBe(true);
  });

  test('what one load adds to an object is not there in the next', () => {
    texts.set('/d/a.cfg', 'define host {');
    texts.set('/d/b.cfg', 'x y');
    expect(loaded().objects[0]?.properties.length).toBe(1);
    texts.set('/d/b.cfg', '');
    expect(loaded().objects[0]?.properties.length).toBe(0);
  });

  test('files that are not retained are parsed again', () => {
    const before = loaded();
    cache.retain(new Set(['/m.cfg']));
    expect(loaded().files.get('/d/a.cfg')?.tree).not.toBe(before.files.get('/d/a.cfg')?.tree);
    expect(loaded().files.get('/m.cfg')?.tree).toBe(before.files.get('/m.cfg')?.tree);
  });
});
