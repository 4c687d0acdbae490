import { describe, expect, test } from 'vitest';
import { dedent } from '../../support/workspace';
import { refactored, titles } from './support';

const main = (lines: string, files: string): string => `${lines}\n${dedent(files)}`;

const two = `
  #- hosts/all.cfg
  # All of them.

  # The first.
  define host {
      host_name a$0
  }

  define host {
      host_name b
  }
  `;

const split = /^Split .* into one file per object$/;
const move = /^Move .* to its own file$/;
const join = /^Join the /;

describe('one file per object', () => {
  test('comments right above an object go with it, others stay', () => {
    expect(refactored(main('cfg_dir=hosts', two), split)).toBe(
      dedent(`
      #- hosts/all.cfg
      # All of them.

      #- hosts/a.cfg
      # The first.
      define host {
          host_name a
      }
      #- hosts/b.cfg
      define host {
          host_name b
      }
      `),
    );
  });
  test('a file of which nothing is left goes', () => {
    const text = two.replace('# All of them.\n', '').replace(/^\n/, '');
    expect(refactored(main('cfg_dir=hosts', text), split)).toMatch(/^#- hosts\/all\.cfg gone\n#- hosts\/a\.cfg\n/);
  });
  test('lines that load single files are added to', () => {
    const text = two.replace('  # All of them.\n\n', '');
    const result = refactored(main('log_level=1\ncfg_file=hosts/all.cfg\n', text), split);
    expect(result).toMatch(/^#- shinken\.cfg\nlog_level=1\ncfg_file=hosts\/a\.cfg\ncfg_file=hosts\/b\.cfg\n/);
    expect(result).toContain('#- hosts/all.cfg gone\n');
    const kept = refactored(main('cfg_file=hosts/all.cfg', two), split);
    expect(kept).toMatch(
      /^#- shinken\.cfg\ncfg_file=hosts\/all\.cfg\ncfg_file=hosts\/a\.cfg\ncfg_file=hosts\/b\.cfg\n/,
    );
  });
  test('the object that the file is called after stays in it', () => {
    const result = refactored(main('cfg_dir=hosts', two.replace('all.cfg', 'b.cfg')), split);
    expect(result).toContain('#- hosts/b.cfg\n# All of them.\n\ndefine host {\n    host_name b\n}\n');
    expect(result).toContain('#- hosts/a.cfg\n# The first.\n');
  });
  test('safe names that are free: services, templates, what has no name', () => {
    const text = `
      #- all.d/all.cfg
      define service {
          host_name            a/b, c
          service_description  Disk /var: "x"$0
      }
      define host {
          name      generic
          register  0
      }
      define host {
          name      Generic
          register  0
      }
      define hostdependency {
          host_name x
      }
      define contact {
          contact_name NUL
      }
      #- all.d/contact-NUL.cfg
      `;
    const result = refactored(main('cfg_dir=all.d', text), split);
    expect([...result.matchAll(/^#- (\S+)/gm)].map(([, name]) => name)).toEqual([
      'all.d/all.cfg',
      'all.d/a-b-c-Disk-var-x.cfg',
      'all.d/generic.cfg',
      'all.d/Generic-2.cfg',
      'all.d/hostdependency.cfg',
      'all.d/contact-NUL-2.cfg',
    ]);
  });
  test.each([
    ['a main file', `${two.replace(/ *#- .*\n/, '')}`, ''],
    ['one object', two.replace(/ {2}define host \{\n {6}host_name b\n {2}\}\n/, ''), 'cfg_dir=hosts'],
    ['a file that is loaded twice', two, 'cfg_dir=hosts\ncfg_dir=hosts'],
    ['a file that is not loaded', two, 'log_level=1'],
    ['an object that is not closed', two.replace(/\}\n *$/, ''), 'cfg_dir=hosts'],
  ])('is not offered in %s', (_what, files, lines) => {
    expect(titles(main(lines, files)).filter((title) => split.test(title))).toEqual([]);
  });
  test('is refused where another definition would win', () => {
    const text = `
      #- h/z.cfg
      define host {
          host_name  a$0
          alias      1
      }
      define host {
          host_name  b
      }
      #- h/q.cfg
      define host {
          host_name  a
          alias      2
      }
      `;
    expect(refactored(main('cfg_dir=h', text), split)).toBe('Not done: host a would not be the same any more.');
  });
});

describe('one object alone', () => {
  test.each(['; shinken-ignore-file style/*', '# region Web', '# endregion'])('leaves %s where it is', (line) => {
    const text = two.replace('# The first.', `${line}\n  # The first.`);
    const result = refactored(main('cfg_dir=hosts', text), move);
    expect(result).toContain(`#- hosts/all.cfg\n# All of them.\n\n${line}\n`);
    expect(result).toContain('#- hosts/a.cfg\n# The first.\ndefine host {\n');
  });
  test('goes to a file of its own', () => {
    expect(refactored(main('cfg_dir=hosts', two), move)).toBe(
      dedent(`
      #- hosts/all.cfg
      # All of them.

      define host {
          host_name b
      }
      #- hosts/a.cfg
      # The first.
      define host {
          host_name a
      }
      `),
    );
  });
  test('not if it is alone already', () => {
    const text = '#- hosts/x.cfg\ndefine host {\n    host_name a$0\n}\n';
    expect(titles(main('cfg_dir=hosts', text))).toEqual([]);
  });
});

describe('one file for a folder', () => {
  const files = `
    #- hosts/b.cfg
    define host {
        host_name b$0
    }
    #- hosts/a.cfg
    # A.
    define host {
        host_name a
    }

    `;
  test('in the order in which they are read', () => {
    expect(refactored(main('cfg_dir=hosts', files), join)).toBe(
      dedent(`
      #- hosts/b.cfg gone
      #- hosts/a.cfg gone
      #- hosts/hosts.cfg
      # A.
      define host {
          host_name a
      }

      define host {
          host_name b
      }
      `),
    );
  });
  test('the file of that name is added to', () => {
    const result = refactored(main('cfg_dir=hosts', files.replace('b.cfg', 'hosts.cfg')), join);
    expect(result).toBe(
      dedent(`
      #- hosts/hosts.cfg
      define host {
          host_name b
      }

      # A.
      define host {
          host_name a
      }
      #- hosts/a.cfg gone
      `),
    );
  });
  test.each([
    ['several types', files.replace('define host', 'define contact'), 'cfg_dir=hosts'],
    ['one file', files.slice(0, files.indexOf('#- hosts/a')), 'cfg_dir=hosts'],
    ['files that are loaded one by one', files, 'cfg_file=hosts/a.cfg\ncfg_file=hosts/b.cfg'],
    ['settings', files.replace('# A.', 'log_level=1'), 'cfg_dir=hosts'],
    ['a comment for a whole file', files.replace('# A.', '; shinken-ignore-file style/*'), 'cfg_dir=hosts'],
  ])('is not offered for %s', (_what, text, lines) => {
    expect(titles(main(lines, text)).filter((title) => join.test(title))).toEqual([]);
  });
});
