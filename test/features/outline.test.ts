import { describe, expect, test } from 'vitest';
import { documentSymbols, workspaceSymbols } from '../../server/src/features/document-symbols';
import { foldingRanges } from '../../server/src/features/folding';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { scene, textAt, where } from './support';

describe('the outline', () => {
  const outline = (declaration: string): string[] => {
    const found = scene(declaration);
    return documentSymbols(found.analysis, found.at.file).map(({ name, kind, detail, selection }) => {
      return `${kind} ${name} (${detail}) ${textAt(found, { file: found.at.file, span: selection })}`;
    });
  };

  test('objects by their names', () => {
    expect(outline('define host {\n    host_name web-1\n    address 10.0.0.1\n}\n')).toEqual([
      'host web-1 (host · 10.0.0.1) web-1',
    ]);
  });
  test('services with their hosts', () => {
    expect(outline('define service {\n    host_name web-1\n    service_description HTTP\n}\n')).toEqual([
      'service web-1/HTTP (service · web-1) HTTP',
    ]);
  });
  test('templates', () => {
    expect(outline('define host {\n    name t\n    register 0\n}\n')).toEqual(['template t (host · template) t']);
  });
  test('settings and macros', () => {
    expect(outline('log_level=INFO\n$USER1$=/usr\n')).toEqual([
      'setting log_level (INFO) log_level',
      'macro $USER1$ (/usr) $USER1$',
    ]);
  });
  test('objects without a name, half written, of unknown types', () => {
    expect(outline('define host {\n}\ndefine hots {\n    host_name x\n}\ndefine ')).toEqual([
      'host host (host) define host',
      'unknown x (hots · x) define hots',
      'unknown define () define',
    ]);
  });
});

describe('symbols of the workspace', () => {
  const symbols = (query: string): string[] => {
    const found = scene(
      '$USER1$=/usr\ndefine host {\n    host_name web-1\n    _MAC 1\n}\ndefine host {\n    name web\n    register 0\n}\ndefine contact {\n    contact_name bob\n}\n',
    );
    return workspaceSymbols(found.analysis, query).map(
      ({ name, container, at }) => `${container} ${name} ${where(found, at)}`,
    );
  };

  test('all', () => {
    expect(symbols('').sort()).toEqual([
      'contact bob shinken.cfg:11',
      'host web-1 shinken.cfg:3',
      'macro USER1 shinken.cfg:1',
      'template host web shinken.cfg:7',
    ]);
  });
  test('by letters, in any case', () => {
    expect(symbols('W1')).toEqual(['host web-1 shinken.cfg:3']);
  });
  test('letters that mean something elsewhere', () => {
    expect(symbols('(*.')).toEqual([]);
  });
});

describe('folds', () => {
  const folds = (text: string): string[] => {
    const found = scene(text);
    return foldingRanges(found.analysis, found.at.file).map(({ span, kind }) => {
      return `${kind} ${JSON.stringify(textAt(found, { file: found.at.file, span }))}`;
    });
  };

  test('an object, its last brace left to be seen', () => {
    expect(folds('define host {\n    host_name a\n    }\n')).toEqual(['object "define host {\\n    host_name a"']);
  });
  test('an object that is not closed', () => {
    expect(folds('define host {\n    host_name a\n\ndefine host {\n}\n')).toEqual([
      'object "define host {\\n    host_name a"',
    ]);
  });
  test('comments that stand together', () => {
    expect(folds('# a\n# b\n\n# c\nlog_level=INFO ; d\n; e\n; f\n')).toEqual([
      'comment "# a\\n# b"',
      'comment "; e\\n; f"',
    ]);
  });
  test('comments in an object', () => {
    expect(folds('define host {\n    # a\n    # b\n    host_name x\n}\n')[1]).toBe('comment "# a\\n    # b"');
  });
  test('with CR LF', () => {
    expect(folds('define host {\r\n    host_name a\r\n}\r\n')).toEqual(['object "define host {\\r\\n    host_name a"']);
  });
});

describe('growing selections', () => {
  const selections = (text: string): string[] => {
    const found = scene(text);
    return selectionRanges(found.analysis, found.at).map((span) => textAt(found, { file: found.at.file, span }));
  };

  test('name, value, line, object, file', () => {
    expect(selections('# x\ndefine host {\n    parents a, b$0c\n}\n')).toEqual([
      'bc',
      'a, bc',
      'parents a, bc',
      'define host {\n    parents a, bc\n}',
      '# x\ndefine host {\n    parents a, bc\n}\n',
    ]);
  });
  test('a macro with its dollars', () => {
    expect(selections('define command {\n    command_line $US$0ER1$/x\n}\n').slice(0, 3)).toEqual([
      'USER1',
      '$USER1$',
      '$USER1$/x',
    ]);
  });
  test('a directive', () => {
    expect(selections('define host {\n    par$0ents a\n}\n').slice(0, 2)).toEqual(['parents', 'parents a']);
  });
  test('between objects', () => {
    expect(selections('define host {\n}\n$0\n')).toEqual(['define host {\n}\n\n']);
  });
});
