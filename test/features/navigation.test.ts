import { describe, expect, test } from 'vitest';
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
  test('files, not folders, and only those that are there', () => {
    const found = scene(
      'cfg_file=a.cfg\ncfg_dir=d\ncfg_file=b.cfg\nresource_file=d/r.cfg\n#- a.cfg\n# x\n#- d/r.cfg\n# x\n',
    );
    const links = documentLinks(found.analysis, found.at.file);
    expect(links.map(({ span, target }) => `${textAt(found, { file: found.at.file, span })} ${target}`)).toEqual([
      'a.cfg /etc/shinken/a.cfg',
      'd/r.cfg /etc/shinken/d/r.cfg',
    ]);
  });
});
