import { describe, expect, test } from 'vitest';
import { becomes, refactored, titles } from './support';

const extract = /^Extract/;

describe('extracting a template', () => {
  test('of what the selected objects share', () => {
    const before = `
      define host {$0
          host_name       web-1
          check_command   web!1
          check_interval  5
      }

      # The other one.
      define host {
          use             generic
          check_interval  5
          host_name       web-2
          check_command   web!1
      }
      `;
    expect(refactored(before, extract, 'host_name       web-2')).toBe(
      becomes(`
      define host {
          name            web-host
          register        0
          check_command   web!1
          check_interval  5
      }

      define host {
          host_name       web-1
          use             web-host
      }

      # The other one.
      define host {
          use             web-host,generic
          host_name       web-2
      }
      `),
    );
  });

  test('a comment for the whole file stays at its top', () => {
    const one = (name: string): string => `define host {\n    host_name ${name}\n    check_interval 1\n}\n`;
    const text = `; shinken-ignore-file style/*\n${one('a$0')}${one('b')}`;
    expect(refactored(text, extract, 'host_name b')).toMatch(
      /^#- shinken.cfg\n; shinken-ignore-file style\/\*\ndefine host \{\n {4}name /,
    );
  });

  const three = (more = '', shared = 'a 1'): string =>
    ['a', 'b', 'c']
      .map((name, index) => {
        return `define host {\n    host_name ${name}${index === 1 ? '$0' : ''}\n    check_interval 1\n    max_check_attempts 3\n    notes n\n    _${shared}\n${more}}\n`;
      })
      .join('');

  test('of what two others share with the object at the cursor', () => {
    expect(refactored(three(), extract)).toBe(
      becomes(
        `define host {\n    name                common-host\n    register            0\n    check_interval      1\n    max_check_attempts  3\n    notes               n\n    _a                  1\n}\n\n` +
          ['a', 'b', 'c']
            .map((name) => `define host {\n    host_name ${name}\n    use       common-host\n}\n`)
            .join(''),
      ),
    );
  });
  test('a comment above the first object stays with it', () => {
    const result = refactored(`# First.\n${three()}`, extract);
    expect(result).toContain('}\n\n# First.\ndefine host {\n    host_name a\n    use       common-host\n');
  });
  test('a name that is free', () => {
    const taken = 'define service {\n    register 0\n    host_name common-host\n}\n';
    expect(titles(three() + taken)).toContain('Extract 4 common directives into the template common-host-2');
  });
  test('semicolons, line breaks and tabs are kept', () => {
    const text = three().replaceAll('notes n', 'notes\tn\\;m').replaceAll('\n', '\r\n');
    const result = refactored(text, extract);
    expect(result).toContain('n\\;m\r\n');
    expect(result.replace('#- shinken.cfg\n', '')).not.toMatch(/[^\r]\n/);
  });
  test.each([
    ['additive values', '    contacts +x\n', /contacts/],
    ['what is written twice', '    contacts x\n    contacts x\n', /contacts/],
    ['what says where the object is', '    display_name x\n', /display_name/],
    ['what is cancelled', '    alias null\n', /alias/],
    ['what is no directive', '    nonsense x\n', /nonsense/],
  ])('%s stay where they are', (_what, line, key) => {
    const [template = '', ...others] = refactored(three(line), extract).split('}\n\n');
    expect(template).not.toMatch(key);
    expect(others.join('').match(new RegExp(key, 'g'))?.length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['little is shared', 'define host {\n    notes a$0\n    alias b\n}\n'.repeat(3)],
    ['only one other shares it', 'define host {\n    notes a$0\n    alias b\n    realm c\n}\n'.repeat(2)],
    [
      'nothing is inherited',
      'define command {\n    timeout 1$0\n    poller_tag b\n    reactionner_tag c\n}\n'.repeat(3),
    ],
    ['templates add to each other in several lines', three('    use a\n    use b\n')],
  ])('is not offered where %s', (_why, text) => {
    const first = text.indexOf('$0');
    const once = text.slice(0, first + 2) + text.slice(first + 2).replaceAll('$0', '');
    expect(titles(once).filter((title) => extract.test(title))).toEqual([]);
  });
  test('nor for a selection of several types', () => {
    const text = 'define host {$0\n    notes a\n}\ndefine service {\n    notes a\n}\n';
    expect(titles(text, 'service {')).toEqual([]);
  });
});

describe('inlining a template', () => {
  const templates = `
    define host {
        name      linux
        register  0
        use       unix
        realm     Paris
        notes     l
        _K        v;w
    }
    define host {
        name      web
        register  0
        notes     w
        alias     w
    }
    `;
  const host = (use: string, more = ''): string =>
    `    define host {\n        host_name a\n        use ${use}\n        address 1\n${more}    }\n`;

  test('here: what is not written already, its own templates in its place', () => {
    expect(refactored(`\n${host('linux$0, web', '        notes own\n')}${templates.slice(1)}`, /here$/)).toContain(
      'host_name a\n    use unix, web\n    address 1\n    notes own\n    realm Paris\n    _K    v\n}',
    );
  });
  test('what an earlier template says comes first', () => {
    const result = refactored(`\n${host('linux, we$0b')}${templates.slice(1)}`, /here$/);
    expect(result).toContain('host_name a\n    use linux\n    address 1\n    alias   w\n}');
  });
  test('the last name takes its line along', () => {
    const result = refactored(`\n${host('we$0b')}${templates.slice(1)}`, /here$/);
    expect(result).toContain('host_name a\n    address 1\n    notes   w\n    alias   w\n}');
  });
  test('everywhere: the definition goes', () => {
    const text = `\n${host('web')}${host('linux,web').replace(' a\n', ' b\n')}${templates.slice(1).replace('web', 'web$0')}`;
    const result = refactored(text, /in 2 objects and remove it$/);
    expect(result).toContain('host_name a\n    address 1\n    notes   w\n    alias   w\n}');
    expect(result).toContain('host_name b\n    use linux\n    address 1\n    alias   w\n}');
    expect(result).not.toContain('name      web');
  });

  const offeredFor = (text: string): string[] => titles(text).filter((title) => title.startsWith('Inline'));

  test.each([
    ['a service finds its hosts by the name', 'define service {\n    register 0\n    host_name web\n}\n'],
    ['there are two of that name', 'define host {\n    name web\n    register 0\n}\n'],
  ])('is not offered where %s', (_why, more) => {
    expect(offeredFor(`\n${host('we$0b')}${templates.slice(1)}`.replace(/^ {4}/gm, '') + more)).toEqual([]);
  });
  test.each([
    ['the template adds to a list', '    contacts +x\n', ''],
    ['the template says something twice', '    contacts x\n    contacts y\n', ''],
    ['the object adds to what the template says', '    contacts x\n', '    contacts +y\n'],
    ['the template says nothing', '    contacts\n', ''],
  ])('nor where %s', (_why, line, own) => {
    const template = `define host {\n    name t\n    register 0\n${line}}\n`;
    expect(offeredFor(`define host {\n    host_name a\n    use t$0\n${own}}\n${template}`)).toEqual([]);
  });
  test('nor for a template that nobody uses', () => {
    expect(offeredFor('define host {\n    name t$0\n    register 0\n}\n')).toEqual([]);
  });
  test('refused where the effect would be another', () => {
    // A service has its description for a displayed name, and so does not inherit one.
    const text = `define host {\n    host_name a\n    max_check_attempts 3\n}\ndefine service {\n    host_name a\n    service_description s\n    use t$0\n}\ndefine service {\n    name t\n    register 0\n    display_name d\n}\n`;
    expect(refactored(text, /here$/)).toBe('Not done: service a/s would not be the same any more.');
  });
});
