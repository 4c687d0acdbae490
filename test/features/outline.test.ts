import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../server/src/features/document-symbols';
import { foldingRanges } from '../../server/src/features/folding';
import { linkedEditing } from '../../server/src/features/linked-editing';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols';
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
  test('objects that have no name, by whom they are about', () => {
    expect(
      outline(
        'define hostdependency {\n    host_name db-1\n    dependent_hostgroup_name web\n}\ndefine servicedependency {\n    host_name a\n    service_description S\n    dependent_service_description T\n}\ndefine serviceescalation {\n    hostgroup_name g\n    service_description S\n}\ndefine hostextinfo {\n    notes x\n    host_name a\n}\n',
      ),
    ).toEqual([
      'hostdependency web → db-1 (host dependency · db-1) define hostdependency',
      'servicedependency T → a/S (service dependency · a) define servicedependency',
      'serviceescalation g/S (service escalation · g) define serviceescalation',
      'hostextinfo a (extended host information) a',
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
  const found = scene(`
$USER1$=/usr
define host {
    host_name web-1
    _MAC 1
}
define host {
    host_name db-web
}
define host {
    host_name cobweb
}
define host {
    host_name w-e-b
}
define host {
    name web
    register 0
}
define contact {
    contact_name bob
}
define service {
    host_name web-1
    service_description Web Server
}
define hostgroup {
    hostgroup_name webservers
}
`);
  const symbols = (query: string): string[] =>
    workspaceSymbols([found.analysis], query).map(({ name, container }) => `${container} ${name}`);

  test('all, the shortest first', () => {
    expect(symbols('').slice(0, 3)).toEqual(['contact bob', 'host template web', 'macro USER1']);
    expect(symbols('')).toHaveLength(9);
  });
  test('the name itself, then those that begin with it, have such a word, hold it, hold its letters', () => {
    expect(symbols('web')).toEqual([
      'host template web',
      'host web-1',
      'host group webservers',
      'service web-1/Web Server',
      'host db-web',
      'host cobweb',
      'host w-e-b',
    ]);
  });
  test('letters in any case, with others between', () => {
    expect(symbols('W1')).toEqual(['host web-1', 'service web-1/Web Server']);
  });
  test('a service by its own name, and with its host', () => {
    expect(symbols('web server')).toEqual(['service web-1/Web Server', 'host group webservers']);
    expect(symbols('web-1 server')).toEqual(['service web-1/Web Server']);
  });
  test('of one type, by its name or the beginning of it', () => {
    expect(symbols('host:web')).toEqual(['host host:web-1', 'host host:db-web', 'host host:cobweb', 'host host:w-e-b']);
    expect(symbols('Cont:')).toEqual(['contact Cont:bob']);
    expect(symbols('template:')).toEqual(['host template template:web']);
    expect(symbols('macro:us')).toEqual(['macro macro:USER1']);
    expect(symbols('hosts:web')).toEqual([]);
  });
  test('letters that mean something elsewhere', () => {
    expect(symbols('(*.')).toEqual([]);
  });
  test('where they are', () => {
    const [symbol] = workspaceSymbols([found.analysis], 'web-1');
    expect(symbol && where(found, symbol.at)).toBe('shinken.cfg:3');
  });
  test('a file of two configurations counts once', () => {
    expect(workspaceSymbols([found.analysis, found.analysis], 'bob')).toHaveLength(1);
  });
  test('not more than anyone reads', () => {
    const many = Array.from({ length: 600 }, (_, index) => `define host {\n    host_name h-${index}\n}\n`).join('');
    const all = workspaceSymbols([scene(many).analysis], 'h');
    expect(all).toHaveLength(500);
    expect(all[0]?.name).toBe('h-0');
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
  test('regions, one in another, whatever is in them', () => {
    expect(folds('# region a\n#region b\ncfg_dir=x\n#endregion\n# b\n# endregion\n')).toEqual([
      'region "# region a\\n#region b\\ncfg_dir=x\\n#endregion\\n# b\\n# endregion"',
      'region "#region b\\ncfg_dir=x\\n#endregion"',
    ]);
  });
  test('a region that is not ended, or not begun, and other comments beside its mark', () => {
    expect(folds('# region a\n# b\n# c\nx=1 # endregion\n')).toEqual(['comment "# b\\n# c"']);
    expect(folds('# endregion\n# regional\n# c\n')).toEqual(['comment "# regional\\n# c"']);
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
  test('an item with what stands before its name; an argument of a call', () => {
    expect(selections('define service {\n    host_name a, !b$0c\n}\n').slice(0, 4)).toEqual([
      'bc',
      '!bc',
      'a, !bc',
      'host_name a, !bc',
    ]);
    expect(selections('define host {\n    notification_options d,u$0,r\n}\n').slice(0, 2)).toEqual(['u', 'd,u,r']);
    expect(selections('define timeperiod {\n    monday 00:00-09:00, 17$0:00-24:00\n}\n').slice(0, 2)).toEqual([
      '17:00-24:00',
      '00:00-09:00, 17:00-24:00',
    ]);
    expect(selections('define host {\n    check_command ping!a b!20$0%\n}\n').slice(0, 2)).toEqual([
      '20%',
      'ping!a b!20%',
    ]);
  });
  test('a comma of free text parts nothing', () => {
    expect(selections('define host {\n    notes a, b$0\n}\n')[0]).toBe('a, b');
  });
  test('a directive', () => {
    expect(selections('define host {\n    par$0ents a\n}\n').slice(0, 2)).toEqual(['parents', 'parents a']);
  });
  test('between objects', () => {
    expect(selections('define host {\n}\n$0\n')).toEqual(['define host {\n}\n\n']);
  });
});

describe('places that follow while a name is typed', () => {
  const linked = (text: string): string[] => {
    const found = scene(text);
    const ranges = linkedEditing(found.analysis, found.at);
    return (ranges?.spans ?? []).map((span) => where(found, { file: found.at.file, span }));
  };
  const host = (name: string, rest = ''): string => `define host {\n    host_name ${name}\n${rest}}\n`;

  test('all that say it, in the file of its definition', () => {
    expect(linked(`${host('a$0')}${host('b', '    parents a,c\n')}`)).toEqual(['shinken.cfg:2', 'shinken.cfg:6']);
  });
  test.each([
    ['at a reference, which is to mean something else', `${host('a')}${host('b', '    parents a$0\n')}`],
    [
      'where another file says it, too',
      `cfg_file=x.cfg\n${host('a$0')}${host('b', '    parents a\n')}#- x.cfg\n${host('c', '    parents a\n')}`,
    ],
    ['of a name that has two definitions', `${host('a$0')}${host('a')}${host('b', '    parents a\n')}`],
    ['of a name that nobody says', host('a$0')],
    ['of letters that differ', `${host('b', '    _ma$0c 1\n    alias $_HOSTMAC$\n')}`],
    ['of what is no name', host('a', '    ali$0as x\n')],
    ['of the tag of Shinken’s', 'define poller {\n    poller_tags No$0ne\n}\ndefine host {\n    poller_tag None\n}\n'],
  ])('none %s', (_, text) => expect(linked(text)).toEqual([]));

  test('of a service only those of its hosts', () => {
    const service = (where: string, name: string): string =>
      `define service {\n    host_name ${where}\n    service_description ${name}\n}\n`;
    const group = 'define servicegroup {\n    members a,S,b,S\n}\n';
    expect(linked(`${service('a', 'S$0')}${service('b', 'S')}${group}`)).toEqual(['shinken.cfg:3', 'shinken.cfg:10']);
  });
  test('until something is typed that is no name', () => {
    const found = scene(`${host('a$0')}${host('b', '    parents a\n')}`);
    const pattern = new RegExp(`^(?:${linkedEditing(found.analysis, found.at)?.wordPattern})$`);
    expect(['web-1', 'Web Server', 'ü.x:1'].every((name) => pattern.test(name))).toBe(true);
    expect(['', 'a,', '!a', '+a', ' a', 'a;', 'a\\', '*', 'a|b', 'a\nb'].some((name) => pattern.test(name))).toBe(
      false,
    );
  });
});
