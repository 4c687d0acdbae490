/** What is kept from one edit to the next, and what is answered without a look at everything, held to what a fresh and plain look finds. */
import { describe, expect, test } from 'vitest';
import { random } from '../../bench/random';
import { analyze } from '../../server/src/analysis';
import { completion } from '../../server/src/features/completion';
import { documentHighlights, references } from '../../server/src/features/references';
import { type Occurrence, type Space, symbolsOf } from '../../server/src/features/symbols';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols';
import { addTo } from '../../server/src/project/lists';
import { loadProject } from '../../server/src/project/load';
import { TreeCache } from '../../server/src/project/tree-cache';
import type { FilePath, Project } from '../../server/src/project/types';
import { memoryFileSystem, ROOT } from '../support/workspace';

/** More than are looked through one by one, in groups and groups of groups. */
const FILES = 70;
const HOSTS_PER_FILE = 10;

const nameOf = (host: number): string => `srv-${String(host).padStart(4, '0')}`;
const fileOf = (index: number): FilePath => `${ROOT}/hosts/${String(index).padStart(3, '0')}.cfg`;

function hosts(index: number): string {
  return Array.from({ length: HOSTS_PER_FILE }, (_, at) => {
    const name = nameOf(index * HOSTS_PER_FILE + at);
    return `define host {\n    use generic\n    host_name ${name}\n    _RACK ${index}\n}\ndefine service {\n    host_name ${name}\n    service_description Load ${at % 3}\n    check_command check!1\n}\n`;
  }).join('');
}

function texts(): Map<FilePath, string> {
  const generic =
    '$USER1$=/usr\ncfg_dir=hosts\ndefine host {\n    name generic\n    register 0\n}\ndefine command {\n    command_name check\n    command_line $USER1$/x\n}\n';
  const files = Array.from({ length: FILES }, (_, index) => [fileOf(index), hosts(index)] as const);
  return new Map([[`${ROOT}/shinken.cfg`, generic], ...files]);
}

function load(files: ReadonlyMap<FilePath, string>, cache?: TreeCache): Project {
  return loadProject(memoryFileSystem(files), { mains: [`${ROOT}/shinken.cfg`], cwd: ROOT }, cache);
}

/** Everything that is known of names, as text. */
function told(project: Project): readonly string[] {
  const symbols = symbolsOf(project);
  return [...symbols.all()].flatMap(([space, name, places]) => {
    const said = symbols.references(space, name);
    const all = [...places, ...said].map(({ at }) => `${at.file}:${at.span.start}-${at.span.end}`);
    return [`${space} ${name}: ${all.join(' ')}`];
  });
}

describe('after an edit', () => {
  const edits: readonly (readonly [what: string, file: number, from: string | RegExp, to: string])[] = [
    ['nothing that has a name', 3, '_RACK 3', '_RACK 33'],
    ['a name', 40, nameOf(400), 'renamed'],
    ['a name that another file has', 40, nameOf(401), nameOf(1)],
    ['an object that goes', 69, /^define host[^}]*}\n/, ''],
    ['an object that comes', 0, /$/, 'define contact {\n    contact_name bob\n}\n'],
    ['a value as long as before', 33, '_RACK 33', '_RACK 99'],
    ['an object that the next file goes on with', 31, /}\n$/, ''],
    ['a whole file', 35, /^[^]*$/, ''],
  ];
  test.each(edits)('%s: what is known is what a fresh look finds', (_, index, from, to) => {
    const cache = new TreeCache();
    const files = texts();
    told(load(files, cache));
    const file = fileOf(index);
    files.set(file, (files.get(file) ?? '').replace(from, to));
    expect(told(load(files, cache))).toEqual(told(load(files)));
  });
  test('one after the other, and back', () => {
    const cache = new TreeCache();
    const files = texts();
    for (const [, index, from, to] of edits) {
      const before = files.get(fileOf(index)) ?? '';
      files.set(fileOf(index), before.replace(from, to));
      expect(told(load(files, cache))).toEqual(told(load(files)));
      files.set(fileOf(index), before);
    }
    expect(told(load(files, cache))).toEqual(told(load(texts())));
  });
});

describe('names', () => {
  const project = load(texts());
  /** Where names are said, found file by file. */
  const said = new Map<string, string[]>();
  for (const file of project.files.keys()) {
    for (const { role, space, name, at } of symbolsOf(project).inFile(file))
      if (role === 'reference') addTo(said, `${space} ${name}`, `${at.file}:${at.span.start}`);
  }
  test.each<Space>(['host', 'service', 'template host', 'custom host', 'macro', 'contact'])(
    'of the space %s are in the lists of the files',
    (space) => {
      const symbols = symbolsOf(project);
      const lists = symbols.nameLists(space).map(({ names }) => names);
      for (const list of lists) expect(list).toEqual([...list].sort());
      const listed = lists.flat();
      const { size } = symbols.names(space);
      expect(new Set(listed)).toEqual(new Set(symbols.names(space).keys()));
      expect([size - 1, size].map((number) => symbols.hasMoreNames(space, number))).toEqual([size > 0, false]);
    },
  );
  test('are found one by one as they are in their family, however often they are asked for', () => {
    const where = (places: readonly Occurrence[]): readonly string[] =>
      places.map(({ at }) => `${at.file}:${at.span.start}`);
    const cache = new TreeCache();
    const spaces = ['host', 'service', 'template host'] as const;
    // What one project has found of a group, the next one has as well: the first finds a name in the parts, the last where they are joined.
    for (let round = 0; round < 3; round++) {
      const one = symbolsOf(load(texts(), cache));
      for (const space of spaces) {
        for (const [name, found] of symbolsOf(project).names(space)) {
          expect(where(one.definitions(space, name))).toEqual(where(found));
          expect(where(one.references(space, name))).toEqual(said.get(`${space} ${name}`) ?? []);
        }
      }
    }
  });
});

describe('completion among more names than a list holds', () => {
  const labels = (typed: string, before = ''): readonly string[] => {
    const files = texts();
    const text = `${before}define host {\n    host_name srv-9999\n    parents srv-0003,${typed}`;
    files.set(fileOf(5), `${text}\n}\n`);
    const at = { file: fileOf(5), offset: text.length };
    const options = { dialect: '2.4', fileSystem: memoryFileSystem(files) } as const;
    const list = completion({ project: load(files) }, at, options);
    expect(list?.incomplete).toBe(true);
    return list?.items.map(({ label }) => label) ?? [];
  };
  const names = Array.from({ length: FILES * HOSTS_PER_FILE }, (_, host) => nameOf(host))
    .filter((_, host) => Math.floor(host / HOSTS_PER_FILE) !== 5)
    .filter((name) => name !== 'srv-0003');

  test.each(['', 's', 'SRV', 'srv-0'])('the first of those that begin with %j', (typed) => {
    expect(labels(typed)).toEqual(names.slice(0, 200));
  });
  test('those that begin so before the others that fit', () => {
    const found = labels('srv-06');
    expect(found.slice(0, 100)).toEqual(names.filter((name) => name.startsWith('srv-06')));
    expect(found.slice(100)).toEqual(names.filter((name) => /^srv-0[0-57-9].*6/.test(name)).slice(0, 100));
  });
  test('a name once, however many define it', () => {
    const twins = ['srv-0000', 'srv-0001', 'srv-0001'].map((name) => `define host {\n    host_name ${name}\n}\n`);
    expect(labels('srv', twins.join(''))).toEqual(names.slice(0, 200));
  });
  test('its own name, where another has it too', () => {
    const twin = 'define host {\n    host_name srv-9999\n}\n';
    expect(labels('srv-99')).not.toContain('srv-9999');
    expect(labels('srv-99', twin)[0]).toBe('srv-9999');
  });
});

describe('highlights', () => {
  test('are the references in the file', () => {
    const files = texts();
    const analysis = analyze(load(files), { dialect: '2.4' });
    const file = fileOf(12);
    const text = files.get(file) ?? '';
    const draw = random(1);
    for (let run = 0; run < 60; run++) {
      const at = { file, offset: draw.below(text.length) };
      const inFile = references(analysis, at, true).filter((place) => place.file === file);
      expect(documentHighlights(analysis, at).map(({ span }) => span)).toEqual(inFile.map(({ span }) => span));
    }
  });
});

describe('workspace symbols', () => {
  const analysis = { project: load(texts()) };
  /** Every title, as a list that is read from the top to the bottom would have it. */
  const everything = [...symbolsOf(analysis.project).all()].flatMap(([space, name, places]) =>
    space.startsWith('custom ')
      ? []
      : places.map(({ object }) => {
          const host = object?.properties.find(({ key }) => key === 'host_name')?.value;
          return { name: name.toLowerCase(), title: space === 'service' ? `${host ?? ''}/${name}` : name };
        }),
  );
  const rankOf = (text: string, letters: string): number => {
    if (letters === '' || text === letters) return 0;
    if (text.startsWith(letters)) return 1;
    const escaped = letters.replace(/[^\w\s]/g, '\\$&');
    if (new RegExp(`[^a-z0-9]${escaped}`).test(text)) return 2;
    if (text.includes(letters)) return 3;
    return new RegExp([...letters.replace(/\s/g, '')].join('.*')).test(text) ? 4 : 5;
  };
  const expected = (query: string): readonly string[] => {
    const letters = query.trim().toLowerCase();
    return everything
      .map(({ name, title }) => ({
        title,
        rank: Math.min(rankOf(name, letters), rankOf(title.toLowerCase(), letters)),
      }))
      .filter(({ rank }) => rank < 5)
      .sort((a, b) => a.rank - b.rank || a.title.length - b.title.length || (a.title < b.title ? -1 : 1))
      .slice(0, 500)
      .map(({ title }) => title);
  };
  test.each([
    ...['', ' ', 's', 'srv', 'SRV-01', 'srv-0123', 'Load', 'load 1', '1', '0/l', '-0', 'oad', 'rv-00', 'l2', 's9l1'],
    ...['generic', 'gnrc', 'USER1', 'srv-0123/Load', '/', 'x', 'no such', 'load 1 load', 'a\nb', 'chk'],
  ])('%j', (query) => {
    expect(workspaceSymbols([analysis], query).map(({ name }) => name)).toEqual(expected(query));
  });
});
