import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  defaultStyle,
  defaultWhitespace,
  formatDocument,
  formatOnType,
  type FormatOptions,
  formatRanges,
} from '../../server/src/features/formatting';
import snippets from '../../snippets/shinken.json';
import { expand } from '../support/snippet';
import { dedent } from '../support/workspace';

const base: FormatOptions = { ...defaultStyle, ...defaultWhitespace, dialect: '2.4' };

function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  return applyEdits(text, formatDocument(text, { ...base, ...options }));
}

/** Asserts what becomes of a text, and that it stays so. */
function exactly(before: string, after: string, options: Partial<FormatOptions> = {}): void {
  expect(formatted(before, options)).toBe(after);
  expect(formatted(after, options)).toBe(after);
}

/** The same for texts that are indented as the test is. */
function check(before: string, after: string, options: Partial<FormatOptions> = {}): void {
  exactly(dedent(before), dedent(after), options);
}

describe('an object', () => {
  test('has its values in a column, its braces at the left', () => {
    check(
      `
      define host{
      \thost_name web-1
        max_check_attempts\t\t3
              address     192.0.2.1
              }
      `,
      `
      define host {
          host_name           web-1
          max_check_attempts  3
          address             192.0.2.1
      }
      `,
    );
  });
  test.each([
    ['  define   host   {\n}\n', 'define host {\n}\n'],
    ['define\thost\t{ ; c\n} ; d\n', 'define host { ; c\n} ; d\n'],
    ['define host{;c\n};d\n', 'define host { ;c\n} ;d\n'],
    ['define host\n  {\n  }\n', 'define host\n{\n}\n'],
    ['define host  extra {\n}\n', 'define host  extra {\n}\n'],
    ['define host { use  x\n  }\n', 'define host { use  x\n}\n'],
  ])('head and end: %j', (before, after) => {
    exactly(before, after);
  });
  test('keeps blanks inside a value, and what looks like a comment there', () => {
    check(
      `
      define service {
      service_description Disk   /var  # not a comment
      check_command\tcheck_disk!  /var !\t20%
      notes = 1  =  1
      a=b   c
      }
      `,
      `
      define service {
          service_description  Disk   /var  # not a comment
          check_command        check_disk!  /var !\t20%
          notes                = 1  =  1
          a=b                  c
      }
      `,
    );
  });
  test('a key without a value, or one too long for a column, does not move the others', () => {
    const long = 'x'.repeat(60);
    check(
      `define host {\naddress 1\nservice_notification_options\n${long} 2\n}\n`,
      `define host {\n    address  1\n    service_notification_options\n    ${long}  2\n}\n`,
    );
  });
  test('keeps its blank lines, without white space in them', () => {
    exactly('define host {\n  use a\n  \n\n  address b\n}\n', 'define host {\n    use      a\n\n\n    address  b\n}\n');
  });
  test.each([
    ['no-break spaces around a line', 'define host {\n\xa0\xa0use a\xa0\n}\n', 'define host {\n    use  a\n}\n'],
    ['a no-break space in a value', 'define host {\n use \xa0a\n}\n', 'define host {\n    use  \xa0a\n}\n'],
    ['a no-break space in a key', 'define host {\n use\xa0a b\n}\n', 'define host {\n    use\xa0a  b\n}\n'],
    ['an escaped semicolon', 'define host {\n \\;a b\\;c ; d\n}\n', 'define host {\n    \\;a  b\\;c  ; d\n}\n'],
  ])('%s', (_, before, after) => {
    exactly(before, after);
  });
  test('that is not closed is left as it is', () => {
    const text = 'define host{\n  host_name   a\n # b\n\ndefine service{\n\tuse a\n';
    expect(formatted(text)).toBe(text);
  });
  test('with an include line in it is left as it is', () => {
    const text = 'define host {\n  use   a\ncfg_file=b.cfg   ; c\n  address   d\n  }\n';
    exactly(text, text);
  });
  test('without a type, or with lines before its brace, is left as it is there', () => {
    exactly('definehost{\n  use   a\n  }\n  # b\n', 'definehost{\n  use   a\n  }\n# b\n');
    exactly('define host\n  use   a\n  # b\n {\n use a\n }\n', 'define host\n  use   a\n  # b\n{\n    use  a\n}\n');
  });
  test('that a lost brace does not close goes on', () => {
    exactly(
      'define host {\nuse a\n  } # end\naddress 1\n}\n',
      'define host {\n    use      a\n  } # end\n    address  1\n}\n',
    );
  });
});

describe('alignment', () => {
  const text = `
    define host {
        use a
        address 192.0.2.1 ; here
        #parents b ; there
                   ; and there
    }
    define host {
        max_check_attempts   3
    }
    #define host {
    #  notification_options d ; all
    #}
    `;
  test('one column for the file', () => {
    check(
      text,
      `
      define host {
          use                   a
          address               192.0.2.1  ; here
          #parents b ; there
                     ; and there
      }
      define host {
          max_check_attempts    3
      }
      #define host {
      #    notification_options  d  ; all
      #}
      `,
      { alignment: 'file' },
    );
  });
  test('none', () => {
    check(
      text,
      `
      define host {
          use a
          address 192.0.2.1  ; here
          #parents b ; there
                     ; and there
      }
      define host {
          max_check_attempts 3
      }
      #define host {
      #    notification_options d  ; all
      #}
      `,
      { alignment: 'none' },
    );
  });
  test('as it is', () => {
    check(
      `
      define  host{
      use \t a; c
              ; d
          # e
        }
      `,
      `
      define host {
          use \t a; c
              ; d
          # e
      }
      `,
      { alignment: 'keep' },
    );
  });
});

describe('indentation', () => {
  const text = 'define host {\nuse a, \\\nb\n# c\n}\n';
  test('with blanks', () => {
    exactly(text, 'define host {\n  use  a, \\\n       b\n  # c\n}\n', { tabSize: 2 });
  });
  test('with a tab, and blanks to align', () => {
    exactly(text, 'define host {\n\tuse  a, \\\n\t     b\n\t# c\n}\n', { insertSpaces: false });
  });
});

describe('comments', () => {
  test('on lines of their own', () => {
    check(
      `
        # about the file
      define host {
      # a
            ; b
          use a
      #    address   192.0.2.1
      #    and so on
      }
      ; c
        ; d
      `,
      `
      # about the file
      define host {
          # a
          ; b
          use  a
      #    address   192.0.2.1
          #    and so on
      }
      ; c
        ; d
      `,
    );
  });
  test('behind lines that follow one another, and the lines they go on in', () => {
    check(
      `
      define broker {
          manage_arbiters 1;one
          timeout  3   ; two,
                       ; which goes on
                    ; alone
          spare 0
          broker_name broker-1  ; three
      }
      `,
      `
      define broker {
          manage_arbiters  1  ;one
          timeout          3  ; two,
                              ; which goes on
          ; alone
          spare            0
          broker_name      broker-1  ; three
      }
      `,
    );
  });
  test('behind a directive without a value leave room for it', () => {
    check(
      `
      define poller {
          poller_name poller-1
          modules ; names
          spare 0 ; no
      }
      `,
      `
      define poller {
          poller_name  poller-1
          modules         ; names
          spare        0  ; no
      }
      `,
    );
    exactly('define host {\nuse;a\n}\n', 'define host {\n    use;a\n}\n', { alignment: 'keep' });
  });
  test('behind a long line, or one with a tab in its value', () => {
    const long = 'x'.repeat(90);
    check(
      `define command {\ncommand_line ${long} ; a\ncommand_name c   ; b\ntimeout 1\t2 ; c\n}\n`,
      `define command {\n    command_line  ${long}  ; a\n    command_name  c  ; b\n    timeout       1\t2  ; c\n}\n`,
    );
  });
  test("that are Shinken's marks of a file stay where they are", () => {
    const text = '# IMPORTEDFROM=a  \n  # IMPORTEDFROM=b  \ndefine host {\n# IMPORTEDFROM=c\n}\n';
    exactly(text, text);
  });
  test('that swallow a line', () => {
    exactly('  # a \\  \n    b=c\n  d=e\n', '# a \\\n    b=c\nd=e\n');
  });
});

describe('an object that is commented out', () => {
  test('is put in order behind its marks', () => {
    check(
      `
        #define host{
      #\tuse   a
        #  ## how to reach it
      #  address 192.0.2.1 ; there
      #
      ##  spare
      #
      #  }
      `,
      `
      #define host {
      #    use      a
      #    ## how to reach it
      #    address  192.0.2.1  ; there
      #
      ##  spare
      #
      #}
      `,
    );
  });
  test('keeps what stands between its marks and its head', () => {
    exactly('## define host {\n## use  a\n## }\n', '## define host {\n##     use  a\n## }\n');
  });
  test.each([
    '#define host {\n#  use a\n\n#}\n',
    '#define host {\n#  use a\n',
    '#define host {\n#  use a\\\n#b\n#}\n',
    '#define hosts {\n#  use a\n#}\n',
    '#define host {\n#  use a\n#define host {\n# use b\n',
    '# define host {\n#IMPORTEDFROM=  a\n# }\n',
    '# To define host { write\n#   so\n# }\n',
  ])('is no object: %j', (text) => {
    exactly(text, text);
  });
  test('in an object is a comment', () => {
    exactly(
      'define host {\n#define host {\n#  use a\n#}\n}\n',
      'define host {\n    #define host {\n#  use a\n    #}\n}\n',
    );
  });
});

describe('lines that go on', () => {
  test('stand below the value, as deep as they stood among themselves', () => {
    check(
      `
      define command {
      command_name c
      command_line /bin/check \\
        -a \\
            -b \\
      -c
      }
      `,
      `
      define command {
          command_name  c
          command_line  /bin/check \\
                        -a \\
                            -b \\
                        -c
      }
      `,
    );
  });
  test('keep the blanks before the backslash, and the blank line that ends them', () => {
    exactly(
      'define host {\n  parents a,   \\   \n  b \\\n  \n\n\n}\n',
      'define host {\n    parents  a,   \\\n             b \\\n\n}\n',
      { maxBlankLines: 1 },
    );
  });
  test('with the value on the next line, or the key', () => {
    exactly(
      'define host {\nuse\\\na\nparents   \\\nb\n\\\naddress c\n}\n',
      'define host {\n    use\\\na\n    parents  \\\n             b\n    \\\naddress c\n}\n',
    );
  });
  test('swallow no brace unseen', () => {
    exactly('define host {\n  use a \\\n}\n}\n', 'define host {\n    use  a \\\n}\n}\n');
  });
  test('by a backslash and an s, in 2.4 only', () => {
    const text = 'define host {\n  notes C:\\s\n  use a\n  }\n';
    exactly(text, 'define host {\n    notes  C:\\s\n    use a\n}\n');
    exactly(text, 'define host {\n    notes  C:\\s\n    use    a\n}\n', { dialect: '3.0' });
  });
  test('outside objects are not moved', () => {
    exactly('  a=b\\\n   c\n', 'a=b\\\n   c\n');
  });
  test('at the end get no line break', () => {
    exactly('a=b \\', 'a=b \\');
    exactly('a=b \\\n\n\n', 'a=b \\\n\n');
    exactly('# a \\', '# a \\');
    exactly('a=b \\\n# IMPORTEDFROM=c', 'a=b \\\n# IMPORTEDFROM=c');
  });
});

describe('settings and macros', () => {
  test('go to the left, and change nowhere else', () => {
    exactly(
      '  log_level = INFO  ; c  \n\t$USER1$=a   b\n cfg_file=a.cfg   ; not a comment\n',
      'log_level = INFO  ; c\n$USER1$=a   b\ncfg_file=a.cfg   ; not a comment\n',
    );
  });
  test('stay where they look like something else', () => {
    exactly(
      '  command_line x --a=b\n    host_name  web-1\n  }\n',
      '  command_line x --a=b\n    host_name  web-1\n  }\n',
    );
  });
});

describe('lists', () => {
  const text = `
    define host {
        parents  a , b,c,
        use a,  b ; c
        notes a , b
        _LIST a , b
        contacts a , b
        contacts c , d
    }
    `;
  test('with a blank behind each comma', () => {
    check(
      text,
      `
      define host {
          parents   a, b, c,
          use       a, b  ; c
          notes     a , b
          _LIST     a , b
          contacts  a , b
          contacts  c , d
      }
      `,
      { lists: 'spaced' },
    );
  });
  test('without any', () => {
    check(
      text,
      `
      define host {
          parents   a,b,c,
          use       a,b  ; c
          notes     a , b
          _LIST     a , b
          contacts  a , b
          contacts  c , d
      }
      `,
      { lists: 'compact' },
    );
  });
});

describe('line breaks and the end of the text', () => {
  test.each([
    ['', ''],
    ['\n\n', '\n'],
    ['  ', ''],
    ['a=b', 'a=b\n'],
    ['a=b\n\n \n', 'a=b\n'],
    ['a=b\r\nc=d', 'a=b\r\nc=d\r\n'],
    ['a=b \r c=d', 'a=b\rc=d\r'],
    ['define host {\r\nuse a\r\n}', 'define host {\r\n    use  a\r\n}\r\n'],
    ['\ufeff  a=b\n c=d', '\ufeff  a=b\nc=d\n'],
    // A lone CR and the LF behind a blank line must not become one break.
    ['a=b \\\r  \n c=d\n\n\n', 'a=b \\\r  \nc=d\n\n\n'],
  ])('%j', (before, after) => {
    exactly(before, after);
  });
  test('blank lines that are too many', () => {
    exactly('\n\n\na=b\n\n\n\nc=d\n', '\n\na=b\n\n\nc=d\n', { maxBlankLines: 2 });
    exactly('a=b\n\n\n\nc=d\n', 'a=b\n\n\n\nc=d\n');
  });
  test('as the editor wants them', () => {
    exactly('a=b  \n\n', 'a=b  \n', { trimTrailingWhitespace: false });
    exactly('a=b\n\n', 'a=b\n\n', { trimFinalNewlines: false });
    exactly('a=b', 'a=b', { insertFinalNewline: false });
    exactly('a=b', 'a=b\r\n', { lineBreak: '\r\n' });
  });
});

/** The text with what is between `«` and `»` formatted as a selection; both may stand together. */
function selected(text: string, options: Partial<FormatOptions> = {}): string {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  const plain = text.replace(/[«»]/g, '');
  return applyEdits(plain, formatRanges(plain, { ...base, ...options }, [{ start, end }]));
}

describe('a selection', () => {
  const object = 'define host{\nuse a\n}\n';
  const good = 'define host {\n    use  a\n}\n';

  test('formats the objects that it touches', () => {
    expect(selected(`${object}define host{\nu«se» a\n}\n${object}`)).toBe(`${object}${good}${object}`);
    expect(selected(`${object}define host{\nuse a\n«}\nd»efine host{\nuse a\n}\n`)).toBe(`${object}${good}${good}`);
  });
  test('does not touch what begins where it ends', () => {
    expect(selected(`«${object}»${object}`)).toBe(`${good}${object}`);
  });
  test('that is empty is the object around it', () => {
    expect(selected(`${object}define host{\nu«»se a\n}\n${object}`)).toBe(`${object}${good}${object}`);
  });
  test('takes the column of the file, and only its own blank lines', () => {
    expect(
      selected(`define host{\naddress a\n}\n\n\n\n«${object}\n\n»\n\n`, { alignment: 'file', maxBlankLines: 1 }),
    ).toBe('define host{\naddress a\n}\n\n\n\ndefine host {\n    use      a\n}\n\n\n\n');
  });
  test('at the end gives it its line break', () => {
    expect(selected('  a=b\n«  c=d»')).toBe('  a=b\nc=d\n');
    expect(selected('«  a=b»\n  c=d')).toBe('a=b\n  c=d');
  });
  test('of lines between objects', () => {
    expect(selected('  # a\n«  # b\n»  # c\n')).toBe('  # a\n# b\n  # c\n');
  });
});

/** What becomes of a text once a character has been typed at `$0`; the cursor is not moved. */
function typed(text: string, character: string): string {
  const offset = text.indexOf('$0');
  const plain = text.replace('$0', '');
  return applyEdits(plain, formatOnType(plain, base, offset, character));
}

describe('while typing', () => {
  test('a brace puts the object in order that it closes', () => {
    expect(typed('define host{\nuse a\n}$0\ndefine host{\n}\n', '}')).toBe(
      'define host {\n    use  a\n}\ndefine host{\n}\n',
    );
  });
  test.each(['define host{\nnotes {a}$0\n}\n', '  }$0\n', '#define host{\n#  use a\n#}$0\n'])(
    'a brace that closes nothing: %j',
    (text) => {
      expect(typed(text, '}')).toBe(text.replace('$0', ''));
    },
  );
  test('a line break puts the object around it in order, and indents', () => {
    expect(typed('define host{\nuse a\n$0\n}\n', '\n')).toBe('define host {\n    use  a\n    \n}\n');
    expect(typed('define host {\n    use  a\n  $0address b\n}\n', '\n')).toBe(
      'define host {\n    use      a\n    address  b\n}\n',
    );
  });
  test('a line break behind a backslash leads to below the value', () => {
    expect(typed('define host {\n    use  a,\\\n$0\n}\n', '\n')).toBe('define host {\n    use  a,\\\n         \n}\n');
  });
  test('a line break in an object that is not closed indents', () => {
    expect(typed('define host {\n$0', '\n')).toBe('define host {\n    ');
    expect(typed('define host{\n  use a\n$0\n\ndefine host {\n}\n', '\n')).toBe(
      'define host{\n  use a\n    \n\ndefine host {\n}\n',
    );
    expect(typed('define host{\n  use a\n$0parents b\n', '\n')).toBe('define host{\n  use a\n    parents b\n');
  });
  test('a line break outside objects does not', () => {
    expect(typed('define host {\n    use  a\n}\n    $0\n', '\n')).toBe('define host {\n    use  a\n}\n\n');
    expect(typed('a=b\n  $0c=d\n', '\n')).toBe('a=b\nc=d\n');
    expect(typed('a=b\n$0', '\n')).toBe('a=b\n');
  });
  test('nothing else has a meaning', () => {
    expect(typed('define host{\nuse a;$0\n}\n', ';')).toBe('define host{\nuse a;\n}\n');
  });
});

describe('what we write ourselves is in order', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const examples = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.cfg') && !name.startsWith('broken/'));

  test('the examples: shinken format examples/FOLDER', () => {
    const untidy = examples.filter((name) => {
      return formatDocument(readFileSync(path.join(root, 'examples', name), 'utf8'), base).length > 0;
    });
    expect([untidy, examples.length > 0]).toEqual([[], true]);
  });
  test.each(Object.entries(snippets))('the snippet %s', (_, snippet) => {
    const { text } = expand(snippet);
    expect(formatted(text, { insertSpaces: false, insertFinalNewline: false })).toBe(text);
  });
  test('the example in the docs', () => {
    const page = readFileSync(path.join(root, 'docs/formatting.md'), 'utf8');
    const [before = '', after = ''] = [...page.matchAll(/```\n(.*?)```/gs)].map(([, block]) => block);
    expect(before).not.toBe('');
    exactly(before, after);
  });
});
