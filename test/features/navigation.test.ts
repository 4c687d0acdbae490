import { describe, expect, test } from 'vitest';
import { declaration, typeDefinition } from '../../server/src/features/declaration';
import { definition } from '../../server/src/features/definition';
import { documentLinks } from '../../server/src/features/document-links';
import { documentHighlights, references } from '../../server/src/features/references';
import { scene, textAt, where } from './support';

/** Where the name at `$0` is defined: the place and its text. */
function definitions(declaration: string): string[] {
  const found = scene(declaration);
  return definition(found.analysis, found.at).map(({ target, selection }) => {
    const place = { file: target.file, span: selection };
    return `${where(found, place)} ${textAt(found, place)}`.trim();
  });
}

/** The text that the link is on. */
function origin(declaration: string): string | undefined {
  const found = scene(declaration);
  const [link] = definition(found.analysis, found.at);
  return link && textAt(found, { file: found.at.file, span: link.origin });
}

function uses(declaration: string, includeDefinitions = true): string[] {
  const found = scene(declaration);
  return references(found.analysis, found.at, includeDefinitions).map(
    (place) => `${where(found, place)} ${textAt(found, place)}`,
  );
}

const tree = `
#- hosts.cfg
define host {
    host_name  web-1
}
define host {
    name      linux
    register  0
    _MAC      00:11
}
define service {
    host_name            web-1
    service_description  HTTP
}
define service {
    host_name            db-1
    service_description  HTTP
}
#- groups.cfg
define hostgroup {
    hostgroup_name  servers
    members         web-1
}
`;
const main = (body: string): string => `cfg_file=hosts.cfg\ncfg_file=groups.cfg\n${body}${tree}`;

describe('definition', () => {
  test('a host in another file', () => {
    expect(definitions(main('define host {\n    parents w$0eb-1\n}'))).toEqual(['hosts.cfg:2 web-1']);
  });
  test('one name of a list is the link', () => {
    expect(origin(main('define host {\n    parents db-1, w$0eb-1 ,x\n}'))).toBe('web-1');
  });
  test('behind ! and +', () => {
    expect(definitions(main('define service {\n    host_name !w$0eb-1\n}'))).toEqual(['hosts.cfg:2 web-1']);
    expect(definitions(main('define host {\n    hostgroups +ser$0vers\n}'))).toEqual(['groups.cfg:2 servers']);
  });
  test('a group in an expression', () => {
    expect(definitions(main('define service {\n    hostgroup_name (a|ser$0vers)&!b\n}'))).toEqual([
      'groups.cfg:2 servers',
    ]);
  });
  test('a template', () => {
    expect(definitions(main('define host {\n    use a,lin$0ux\n}'))).toEqual(['hosts.cfg:5 linux']);
  });
  test('a host template that a template service names', () => {
    expect(definitions(main('define service {\n    host_name lin$0ux&x\n    register 0\n}'))).toEqual([
      'hosts.cfg:5 linux',
    ]);
  });
  test('every definition of a name', () => {
    expect(definitions(main('define host {\n    host_name web-1\n}\ndefine host {\n    parents we$0b-1\n}'))).toEqual([
      'hosts.cfg:2 web-1',
      'shinken.cfg:4 web-1',
    ]);
  });
  test('the service of the host that stands beside it', () => {
    expect(definitions(main('define servicegroup {\n    members db-1,HT$0TP\n}'))).toEqual(['hosts.cfg:15 HTTP']);
    expect(definitions(main('define servicegroup {\n    members web-1,HT$0TP\n}'))).toEqual(['hosts.cfg:11 HTTP']);
  });
  test('every service of that description, where no host is said', () => {
    expect(definitions(main('define servicedependency {\n    service_description HT$0TP\n}'))).toHaveLength(2);
  });
  test('a custom macro', () => {
    expect(definitions(main('define command {\n    command_line x $_HO$0STMAC$\n}'))).toEqual(['hosts.cfg:7 MAC']);
    expect(definitions(main('define service {\n    duplicate_foreach _m$0ac\n}'))).toEqual(['hosts.cfg:7 MAC']);
  });
  test('a macro of a resource file', () => {
    expect(definitions(main('$USER1$=/usr\ndefine command {\n    command_line $US$0ER1$/x\n}'))).toEqual([
      'shinken.cfg:3 USER1',
    ]);
  });
  test('an object asked for by a macro', () => {
    expect(definitions(main('define command {\n    command_line x $HOSTSTATE:we$0b-1$\n}'))).toEqual([
      'hosts.cfg:2 web-1',
    ]);
  });
  test('a command of a setting', () => {
    expect(
      definitions(
        'global_host_event_handler=resta$0rt!x\ndefine command {\n    command_name restart\n    command_line x\n}\n',
      ),
    ).toEqual(['shinken.cfg:3 restart']);
  });
  test('the poller that offers a tag', () => {
    expect(
      definitions(
        'define host {\n    poller_tag DM$0Z\n}\ndefine poller {\n    poller_name p\n    poller_tags None, DMZ\n}\n',
      ),
    ).toEqual(['shinken.cfg:6 DMZ']);
  });
  test('a daemon in a satellite map', () => {
    expect(
      definitions('define arbiter {\n    satellitemap p$01=10.0.0.1:7\n}\ndefine poller {\n    poller_name p1\n}\n'),
    ).toEqual(['shinken.cfg:5 p1']);
  });
  test('the file of an include line', () => {
    expect(definitions('cfg_file=hos$0ts.cfg\n#- hosts.cfg\n# x\n')).toEqual(['hosts.cfg:1']);
  });
  test('the files of a folder', () => {
    expect(definitions('cfg_dir=h$0\n#- h/a.cfg\n# x\n#- h/b.cfg\n# x\n')).toEqual(['h/a.cfg:1', 'h/b.cfg:1']);
  });
  test('itself, on a definition', () => {
    expect(definitions('define host {\n    host_name we$0b-1\n}\n')).toEqual(['shinken.cfg:2 web-1']);
  });
  test('in a line that goes on below', () => {
    expect(definitions(main('define host {\n    parents db-1,\\\n        w$0eb-1\n}'))).toEqual(['hosts.cfg:2 web-1']);
  });
  test('nothing for a name that leads nowhere, a comment, a directive', () => {
    expect(definitions(main('define host {\n    parents no$0\n}'))).toEqual([]);
    expect(definitions(main('# we$0b-1\n'))).toEqual([]);
    expect(definitions(main('define host {\n    par$0ents web-1\n}'))).toEqual([]);
  });
  test('in a file of which no configuration knows more', () => {
    expect(
      definitions('#- a.cfg\ndefine host {\n    use t$0\n}\n#- b.cfg\ndefine host {\n    name t\n    register 0\n}\n'),
    ).toEqual(['b.cfg:2 t']);
  });
});

describe('declaration', () => {
  const declared = (text: string): string[] => {
    const found = scene(text);
    return declaration(found.analysis, found.at).map(
      ({ target }) => `${where(found, target)} ${textAt(found, target)}`,
    );
  };
  const templates =
    'define host {\n    name a\n    use b\n    register 0\n}\ndefine host {\n    name b\n    contacts bob\n    _MAC 1\n    alias b\n    register 0\n}\n';

  test.each([
    ['a directive', 'cont$0acts +alice', ['shinken.cfg:8 contacts bob']],
    ['a custom macro, in any case', '_ma$0c 2', ['shinken.cfg:9 _MAC 1']],
    ['a directive that no template has', 'addr$0ess x', []],
    ['use, which is nobody’s to inherit', 'u$0se a', []],
  ])('of %s is the line that it overrides', (_, line, expected) => {
    expect(declared(`${templates}define host {\n    use a\n    ${line}\n}\n`)).toEqual(expected);
  });
  test('of a name is its definition', () => {
    expect(declared(`${templates}define host {\n    use a$0\n}\n`)).toHaveLength(1);
  });
  test('of the directive that a template has and a nearer one, the nearer one', () => {
    const nearer = templates.replace('use b', 'use b\n    alias a');
    expect(declared(`${nearer}define host {\n    use a\n    ali$0as x\n}\n`)).toEqual(['shinken.cfg:4 alias a']);
  });
});

describe('type definition', () => {
  const types = (text: string): string[] => {
    const found = scene(text);
    return typeDefinition(found.analysis, found.at).map(({ target, selection, origin }) => {
      const from = textAt(found, { file: found.at.file, span: origin });
      return `${from}: ${textAt(found, { file: target.file, span: selection })}`;
    });
  };
  const objects =
    'define host {\n    name a\n    register 0\n}\ndefine host {\n    name b\n    use a\n    register 0\n}\ndefine host {\n    host_name h\n    use a,b\n}\n';

  test.each([
    ['an object, at its head', 'define ho$0st {\n    use b,a\n}\n', ['host: b', 'host: a']],
    ['an object, at its name', 'define host {\n    host_name x$0\n    use b\n}\n', ['x: b']],
    ['what a name stands for', 'define host {\n    parents h$0\n}\n', ['h: a', 'h: b']],
    ['a template', 'define host {\n    use b$0\n}\n', ['b: a']],
    ['what has none', 'define hostgroup {\n    hostgroup_name $0g\n}\n', []],
    ['nothing', '# $0x\n', []],
  ])('of %s', (_, text, expected) => expect(types(`${objects}${text}`)).toEqual(expected));
});

describe('references', () => {
  test('all places, definitions first, each in the order of reading', () => {
    expect(uses(main('define host {\n    parents we$0b-1\n}'))).toEqual([
      'hosts.cfg:2 web-1',
      'hosts.cfg:10 web-1',
      'groups.cfg:3 web-1',
      'shinken.cfg:4 web-1',
    ]);
  });
  test('without definitions', () => {
    expect(uses(main('define host {\n    parents we$0b-1\n}'), false)).not.toContain('hosts.cfg:2 web-1');
  });
  test('from the definition', () => {
    expect(uses('define contact {\n    contact_name al$0ice\n}\ndefine host {\n    contacts bob,alice\n}\n')).toEqual([
      'shinken.cfg:2 alice',
      'shinken.cfg:5 alice',
    ]);
  });
  test('a host and a contact of the same name are two', () => {
    expect(
      uses('define contact {\n    contact_name x$0\n}\ndefine host {\n    host_name x\n    parents x\n}\n'),
    ).toEqual(['shinken.cfg:2 x']);
  });
  test('a + adds to a list where templates can have one, and is a part of the name elsewhere', () => {
    const text = 'define host {\n    host_name a$0\n}\ndefine hostgroup {\n    members +a\n}\n';
    expect(uses(text)).toEqual(['shinken.cfg:2 a']);
    expect(uses(text.replace('hostgroup', 'host').replace('members', 'parents'))).toHaveLength(2);
  });
  test('of a service, what may mean the same one', () => {
    const services = ['a', 'b'].map(
      (host) => `define service {\n    host_name ${host}\n    service_description S${host === 'a' ? '$0' : ''}\n}\n`,
    );
    const group = 'define servicegroup {\n    members a,S,b,S\n}\n';
    const any = 'define serviceescalation {\n    service_description S\n}\n';
    expect(uses(`${services.join('')}${group}${any}`)).toEqual([
      'shinken.cfg:3 S',
      'shinken.cfg:10 S',
      'shinken.cfg:13 S',
    ]);
  });
  test('a file that is read twice counts once', () => {
    expect(
      uses('cfg_file=a.cfg\ncfg_file=a.cfg\n#- a.cfg\ndefine host {\n    host_name x$0\n    parents x\n}\n'),
    ).toEqual(['a.cfg:2 x', 'a.cfg:3 x']);
  });
  test('a poller, where a map names it', () => {
    expect(uses('define poller {\n    poller_name p$01\n}\ndefine arbiter {\n    satellitemap p1=x\n}\n')).toHaveLength(
      2,
    );
    expect(uses('define poller {\n    poller_name p1\n}\ndefine arbiter {\n    satellitemap p$01=x\n}\n')).toHaveLength(
      2,
    );
  });
});

describe('highlights', () => {
  test('in this file only, written and read told apart', () => {
    const found = scene(main('define host {\n    host_name a\n    parents a$0,web-1\n}'));
    const list = documentHighlights(found.analysis, found.at);
    expect(list.map(({ kind }) => kind)).toEqual(['definition', 'reference']);
  });
});

describe('links', () => {
  const links = (text: string): string[] => {
    const found = scene(text);
    return documentLinks(found.analysis, found.at.file).map(({ span, target }) => {
      const to = target.kind === 'page' ? target.url : `${target.kind} ${target.path}`;
      return `${textAt(found, { file: found.at.file, span })} ${to}`;
    });
  };

  test('files and folders that are there', () => {
    expect(
      links(
        'cfg_file=a.cfg\ncfg_dir=d \ncfg_file=b.cfg\nresource_file=d/r.cfg\ntriggers_dir=t\n#- a.cfg\n# x\n#- d/r.cfg\n# x\n#- t/x.trig\nx\n',
      ),
    ).toEqual([
      'a.cfg file /etc/shinken/a.cfg',
      'd folder /etc/shinken/d',
      'd/r.cfg file /etc/shinken/d/r.cfg',
      't folder /etc/shinken/t',
    ]);
  });

  const host = (line: string, rest = ''): string =>
    `$WIKI$=https://wiki\n$HOST$=$WIKI$/hosts\ndefine host {\n    host_name web-1\n    address 10.0.0.1\n    _ID 7\n    ${line}\n}\n${rest}`;
  test.each([
    ['a page', 'notes_url http://wiki/web?a=1', 'http://wiki/web?a=1'],
    ['a page of a macro of a resource file', 'notes_url $WIKI$/web', 'https://wiki/web'],
    ['and of one in another', 'action_url $HOST$/web', 'https://wiki/hosts/web'],
    ['what the object has', 'action_url $WIKI$/$HOSTNAME$/$HOSTADDRESS$', 'https://wiki/web-1/10.0.0.1'],
    ['what it has by default', 'action_url $WIKI$/$HOSTALIAS$', 'https://wiki/web-1'],
    ['a custom macro', 'action_url http://x/$_HOSTID$', 'http://x/7'],
    ['a state, which nobody knows', 'notes_url http://x/$HOSTSTATE$', undefined],
    ['a macro that there is not', 'notes_url http://x/$NONE$', undefined],
    ['a custom macro that it does not have', 'notes_url http://x/$_HOSTNONE$', undefined],
    ['a dollar alone', 'notes_url http://x/$', undefined],
    ['a path', 'notes_url /wiki/web', undefined],
    ['two pages', 'notes_url http://x http://y', undefined],
    ['another directive', 'alias http://x', undefined],
  ])('%s', (_, line, url) => {
    expect(links(host(line))).toEqual(url === undefined ? [] : [`${line.slice(line.indexOf(' ') + 1)} ${url}`]);
  });

  const serviceOf = (hosts: string, url: string): string =>
    host(
      'alias x',
      `define host {\n    host_name web-2\n}\ndefine service {\n    host_name ${hosts}\n    service_description HTTP\n    notes_url ${url}\n}\n`,
    );
  test('of a service of one host, whatever the host has', () => {
    expect(links(serviceOf('web-1', 'http://x/$HOSTNAME$/$SERVICEDESC$'))).toEqual([
      'http://x/$HOSTNAME$/$SERVICEDESC$ http://x/web-1/HTTP',
    ]);
  });
  test('of a service of several, what they have in common', () => {
    expect(links(serviceOf('web-1,web-2', 'http://x/$HOSTNAME$'))).toEqual([]);
    expect(links(serviceOf('web-1,web-2', 'http://x/$SERVICEDESC$'))).toEqual(['http://x/$SERVICEDESC$ http://x/HTTP']);
  });
  test('of a template, what is the same for all', () => {
    const template = (url: string): string =>
      `$WIKI$=http://w\ndefine host {\n    name t\n    notes_url ${url}\n    register 0\n}\n`;
    expect(links(template('$WIKI$/t'))).toEqual(['$WIKI$/t http://w/t']);
    expect(links(template('$WIKI$/$HOSTNAME$'))).toEqual([]);
  });
  test('of a host whose macros change with the time, none', () => {
    const modulated = 'notes_url http://x/$_HOSTID$\n    macromodulations m';
    expect(links(host(modulated, 'define macromodulation {\n    macromodulation_name m\n    _ID 8\n}\n'))).toEqual([]);
  });
});
