import { describe, expect, test } from 'vitest';
import { discoverProjects } from '../../server/src/project/discover';
import { loadProject } from '../../server/src/project/load';
import { mounted } from '../../server/src/project/mounted';
import { gather, type Source, sourceOf } from '../../server/src/project/source';
import type { FilePath, FileSystem } from '../../server/src/project/types';
import { memoryFileSystem, ROOT, workspace } from '../support/workspace';

const { files } = workspace(`
  cfg_dir=hosts
  cfg_file=commands.cfg
  triggers_dir=triggers
  #- commands.cfg
  define command {
      command_name  ping
  }
  #- hosts/sites/paris/web.cfg
  define host {
      host_name  web-1
  }
  #- triggers/up.trig
  x = 1
  #- unread.cfg
  define host {
      host_name  nobody
  }
`);

/** What a reading gives when it is run on files at hand. */
const load = (fs: FileSystem) => {
  const [spec] = discoverProjects(fs, [ROOT]);
  return spec && loadProject(fs, spec);
};

describe('files that take time', () => {
  test('are read as files at hand are', async () => {
    const fs = memoryFileSystem(files);
    const project = await gather(sourceOf(fs), load);
    expect(project).toEqual(load(fs));
    expect(project?.objects.map(({ type }) => type)).toEqual(['host', 'command']);
  });

  test('are asked for once each, and only where the reading needs them', async () => {
    const asked: FilePath[] = [];
    const { look, read } = sourceOf(memoryFileSystem(files));
    const source: Source = {
      look,
      read: (paths) => {
        asked.push(...paths);
        return read(paths);
      },
    };
    await gather(source, load);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).not.toContain(`${ROOT}/unread.cfg`);
  });

  test('may not be there', async () => {
    expect(await gather(sourceOf(memoryFileSystem(new Map())), load)).toBeUndefined();
  });

  test('are waited for no longer than anybody wants them', async () => {
    const controller = new AbortController();
    const source = sourceOf(memoryFileSystem(files));
    const slow: Source = {
      look: (paths) => {
        controller.abort(new Error('enough'));
        return source.look(paths);
      },
      read: (paths) => source.read(paths),
    };
    await expect(gather(slow, load, controller.signal)).rejects.toThrow('enough');
  });
});

describe('a folder in the place of another one', () => {
  const fs = memoryFileSystem(new Map([...files].map(([file, text]) => [`/mnt${file}`, text])));
  const there = mounted(fs, ROOT, `/mnt${ROOT}`);

  test('has its files there', () => {
    expect(there.kind(`${ROOT}/hosts`)).toBe('directory');
    expect(there.list(ROOT)).toEqual(fs.list(`/mnt${ROOT}`));
    expect(there.readFile(`${ROOT}/commands.cfg`)).toBe(files.get(`${ROOT}/commands.cfg`));
    expect(there.realPath(`${ROOT}/commands.cfg`)).toBe(`${ROOT}/commands.cfg`);
  });

  test('leaves all else where it is', () => {
    expect(there.readFile(`/mnt${ROOT}/commands.cfg`)).toBe(files.get(`${ROOT}/commands.cfg`));
    expect(there.kind('/etc/other')).toBeUndefined();
    expect(mounted(fs, ROOT, ROOT)).toBe(fs);
  });
});
