import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../server/src/cli/bytes';
import { rewriteFile } from '../../server/src/cli/rewrite';
import { shinken, shinkenIn } from './support';

const messy = 'define host{\nuse a\naddress   b\n}\n';
const neat = 'define host {\n    use      a\n    address  b\n}\n';
/** Without `root`, a file above the temporary folder would count. */
const files = `
#- .editorconfig
root = true
#- messy.cfg
${messy}#- neat.cfg
${neat}`;

describe('shinken format', () => {
  test('puts files in order where they stand, and names those that were not', async () => {
    const { status, out, err, read, folder } = await shinken(['format', 'messy.cfg', 'neat.cfg'], files);
    expect([status, out, err]).toEqual([0, 'messy.cfg\n', '']);
    expect([read('messy.cfg'), read('neat.cfg')]).toEqual([neat, neat]);
    expect(readdirSync(folder).sort()).toEqual(['.editorconfig', 'messy.cfg', 'neat.cfg']);
  });
  test('takes the files of Shinken below a folder, and no others', async () => {
    const { out, read, folder } = await shinken(
      ['format', '.'],
      `${files}#- hosts/a.cfg\n${messy}#- setup.cfg\n  a=b\n#- ini.cfg\n[x]\n  cfg_dir=b\n#- hosts/b.txt\n${messy}`,
    );
    expect(out).toBe('messy.cfg\nhosts/a.cfg\n');
    expect(read('setup.cfg')).toBe('  a=b\n');
    const again = await shinkenIn(folder, ['format', path.join(folder, 'hosts'), '.']);
    expect([again.status, again.out]).toEqual([0, '']);
  });
  test('--check lists, writes nothing, and exits with 1', async () => {
    const { status, out, err, read } = await shinken(['format', '--check', 'messy.cfg', 'neat.cfg'], files);
    expect([status, out, err]).toEqual([1, 'messy.cfg\n', '1 file is not in order.\n']);
    expect(read('messy.cfg')).toBe(messy);
  });
  test('--check exits with 0 where all is in order', async () => {
    const { status, out, err } = await shinken(['format', '--check', 'neat.cfg'], files);
    expect([status, out, err]).toEqual([0, '', '']);
  });
  test('--stdout prints, and writes nothing', async () => {
    const { status, out, read } = await shinken(['format', '--stdout', 'messy.cfg'], files);
    expect([status, out, read('messy.cfg')]).toEqual([0, neat, messy]);
  });
  test('- takes standard input', async () => {
    const { folder } = await shinken([], files);
    const input = Buffer.from(messy);
    expect(await shinkenIn(folder, ['format', '-'], input)).toMatchObject({ status: 0, out: neat, err: '' });
    expect(await shinkenIn(folder, ['format', '--check', '-'], input)).toMatchObject({ status: 1, out: '-\n' });
    expect(await shinkenIn(folder, ['format', '-', 'neat.cfg'], input)).toMatchObject({ status: 2, out: '' });
  });
  test('has the options of the editor', async () => {
    const args = ['format', '--stdout', '--alignment', 'none', '--lists', 'spaced', '--max-blank-lines', '1', 'a.cfg'];
    const { out } = await shinken(args, '#- .editorconfig\nroot=true\n#- a.cfg\ndefine host{\nuse   a,b\n\n\n}\n');
    expect(out).toBe('define host {\n    use a, b\n\n}\n');
  });
  test('reads a backslash and an s as the version does', async () => {
    const declaration = '#- .editorconfig\nroot=true\n#- a.cfg\ndefine host {\nnotes C:\\s\nuse b\n}\n';
    expect((await shinken(['format', '--stdout', 'a.cfg'], declaration)).out).toContain('\n    use b\n');
    expect((await shinken(['format', '--stdout', '--dialect', '3.0', 'a.cfg'], declaration)).out).toContain(
      '\n    use    b\n',
    );
  });
});

describe('.editorconfig', () => {
  const formatted = async (config: string, text = messy, file = 'a.cfg'): Promise<string> => {
    const declaration = `#- .editorconfig\nroot = true\n${config}\n#- ${file}\n${text}`;
    return (await shinken(['format', '--stdout', file], declaration)).out;
  };
  test.each([
    ['[*]\nindent_style = tab', neat.replaceAll('    ', '\t').replace('use\t  ', 'use      ')],
    ['[*]\nindent_size = 2', neat.replace(/^ {4}/gm, '  ')],
    ['[*]\nindent_style = space\nindent_size = tab\ntab_width = 3', neat.replace(/^ {4}/gm, '   ')],
    ['[*.txt]\nindent_size = 2', neat],
    ['[*]\nindent_size = unset', neat],
    ['[hosts/*.cfg]\nindent_size = 8', neat.replace(/^ {4}/gm, ' '.repeat(8)), 'hosts/b.cfg'],
  ])('%j', async (config, expected, file?: string) => {
    expect(await formatted(config, messy, file)).toBe(expected);
  });
  test('says how lines end', async () => {
    expect(await formatted('[*]\ntrim_trailing_whitespace = false', 'a=b  \n')).toBe('a=b  \n');
    const { folder } = await shinken([], '#- .editorconfig\nroot = true\n[*]\ninsert_final_newline = false\n');
    expect((await shinkenIn(folder, ['format', '-'], Buffer.from('a=b'))).out).toBe('a=b');
    const other = await shinken([], '#- .editorconfig\nroot = true\n[in/*]\nend_of_line = crlf\n');
    const args = ['format', '--stdin-filepath', 'in/a.cfg', '-'];
    expect((await shinkenIn(other.folder, args, Buffer.from('a=b'))).out).toBe('a=b\r\n');
  });
});

describe('what cannot be formatted', () => {
  test('keeps nothing else from its turn', async () => {
    const { status, out, err, read } = await shinken(
      ['format', 'none.cfg', 'ini.cfg', 'messy.cfg'],
      `${files}#- ini.cfg\n[a]\n`,
    );
    expect([status, out, read('messy.cfg')]).toEqual([2, 'messy.cfg\n', neat]);
    expect(err).toMatch(/^shinken: none\.cfg: .*no such file.*\nshinken: ini\.cfg: .*\[sections\].*\n$/i);
  });
  test('is no text', async () => {
    const { folder } = await shinken([], files);
    writeFileSync(path.join(folder, 'a.cfg'), 'a=b \0\n');
    expect(await shinkenIn(folder, ['format', 'a.cfg'])).toMatchObject({ status: 2, out: '' });
  });
  test.each([
    ['--alignment', 'left'],
    ['--max-blank-lines', '0'],
    ['--max-blank-lines', '1.5'],
    ['--check', '--stdout'],
  ])('is asked for with %s %s', async (...options) => {
    const { status, read } = await shinken(['format', ...options, 'messy.cfg'], files);
    expect([status, read('messy.cfg')]).toEqual([2, messy]);
  });
  test('has no name', async () => {
    expect(await shinken(['format'])).toMatchObject({ status: 2 });
  });
});

describe('bytes', () => {
  test.each([
    ['UTF-8', Buffer.from('é \u{1f600}\u00a0')],
    ['UTF-8 with its mark', Buffer.from('\ufeffé')],
    ['Latin-1', Buffer.from('h\xf4te \xa0\x85', 'latin1')],
    ['all of them', Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1))],
  ])('%s', (_, bytes) => {
    const decoded = decodeBytes(bytes);
    expect(decoded && Buffer.compare(Buffer.from(decoded.encode(decoded.text)), bytes)).toBe(0);
  });
  test('of a file in Latin-1 stay what they are', async () => {
    const { folder } = await shinken([], files);
    writeFileSync(path.join(folder, 'a.cfg'), Buffer.from('define host{\nalias H\xf4te \xa0\n}\n', 'latin1'));
    await shinkenIn(folder, ['format', 'a.cfg']);
    const after = readFileSync(path.join(folder, 'a.cfg'), 'latin1');
    expect(after).toBe('define host {\n    alias  H\xf4te \xa0\n}\n');
    expect((await shinkenIn(folder, ['format', '--stdout', 'a.cfg'])).out).toBe(after);
  });
});

describe('a file that is written anew', () => {
  const fresh = async (): Promise<string> => {
    const { folder } = await shinken([], '#- a.cfg\nold, and longer than the new one\n');
    return path.join(folder, 'a.cfg');
  };
  const others = (file: string): string[] => readdirSync(path.dirname(file)).filter((name) => /tmp/.test(name));

  test('keeps its mode', async () => {
    const file = await fresh();
    chmodSync(file, 0o640);
    rewriteFile(file, Buffer.from('new'));
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o7777, others(file)]).toEqual(['new', 0o640, []]);
  });
  test('stays where a symbolic link leads', async () => {
    const file = await fresh();
    const link = `${file}.link`;
    symlinkSync(file, link);
    rewriteFile(link, Buffer.from('new'));
    expect([readFileSync(file, 'utf8'), lstatSync(link).isSymbolicLink()]).toEqual(['new', true]);
  });
  test('keeps its other names', async () => {
    const file = await fresh();
    linkSync(file, `${file}.other`);
    rewriteFile(file, Buffer.from('new'));
    expect([readFileSync(`${file}.other`, 'utf8'), statSync(file).nlink, others(file)]).toEqual(['new', 2, []]);
  });
  test('is written where it stands when nothing may stand beside it', async () => {
    const file = await fresh();
    // The name of the copy is taken.
    writeFileSync(path.join(path.dirname(file), `.a.cfg.${String(process.pid)}.tmp`), 'mine');
    rewriteFile(file, Buffer.from('new'));
    expect([readFileSync(file, 'utf8'), others(file)]).toEqual(['new', [`.a.cfg.${String(process.pid)}.tmp`]]);
  });
  test.skipIf(process.getuid?.() === 0)('must be one that may be written', async () => {
    const file = await fresh();
    chmodSync(file, 0o444);
    expect(() => rewriteFile(file, Buffer.from('new'))).toThrow(/EACCES/);
  });
});
