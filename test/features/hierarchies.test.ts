import { describe, expect, test } from 'vitest';
import {
  type Call,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../server/src/features/call-hierarchy';
import type { ItemKey, ObjectItem } from '../../server/src/features/object-item';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../server/src/features/type-hierarchy';
import { scene, textAt, where, type Scene } from './support';

const keyOf = ({ file, selection, name, kind }: ObjectItem): ItemKey => ({ file, offset: selection.start, name, kind });

const shown = (items: readonly ObjectItem[]): string[] => items.map(({ kind, name }) => `${kind} ${name}`);

const templates = `
define host {
    name      base
    register  0
}
define host {
    name      linux
    use       base
    register  0
}
define host {
    host_name  web-1
    use        linux, missing,base
}
define host {
    host_name  web-2
    use        base
    use        linux
    parents    web-1
}
define service {
    name      linux
    register  0
}
define hostgroup {
    hostgroup_name  servers
    use             linux
}
`;

/** A cursor in the templates: in the first such text, some letters on. */
function at(text: string, plus = 0, declaration = templates): Scene {
  const offset = declaration.indexOf(text) + plus;
  return scene(`${declaration.slice(0, offset)}$0${declaration.slice(offset)}`);
}

describe('the hierarchy of templates', () => {
  const prepared = (found: Scene): string[] => shown(prepareTypeHierarchy(found.analysis, found.at));

  test.each([
    ['the head of an object', at('define host {\n    host_name  web-1', 8), ['host web-1']],
    ['the name of an object', at('web-1', 1), ['host web-1']],
    ['the name of a template', at('linux', 1), ['template linux']],
    ['a name in use', at('linux, missing', 1), ['template linux']],
    ['a name in another directive', at('parents    web-1', 12), ['host web-1']],
    ['any other place in an object', at('register', 1), ['template base']],
    ['a name that leads nowhere: the object around it', at('missing', 1), ['host web-1']],
    ['what has no templates', at('servers', 1), []],
    ['nothing', at('# a', 1, '# a comment\n\ndefine host {\n}\n'), []],
  ])('begins at %s', (_, found, expected) => expect(prepared(found)).toEqual(expected));

  const ask = (found: Scene, direction: typeof supertypes): string[] =>
    prepareTypeHierarchy(found.analysis, found.at).flatMap((item) => shown(direction(found.analysis, keyOf(item))));

  test('supertypes are the templates that are used, in order', () => {
    expect(ask(at('web-1'), supertypes)).toEqual(['template linux', 'template base']);
    expect(ask(at('web-2'), supertypes)).toEqual(['template base', 'template linux']);
    expect(ask(at('linux'), supertypes)).toEqual(['template base']);
    expect(ask(at('base'), supertypes)).toEqual([]);
  });
  test('subtypes are those that use it, of the same type', () => {
    expect(ask(at('base'), subtypes)).toEqual(['template linux', 'host web-1', 'host web-2']);
    expect(ask(at('linux'), subtypes)).toEqual(['host web-1', 'host web-2']);
    expect(ask(at('web-1'), subtypes)).toEqual([]);
  });
  test('of two templates of one name the last counts', () => {
    const found = scene(
      'define host {\n    name a\n    alias first\n    register 0\n}\ndefine host {\n    name a\n    register 0\n}\ndefine host {\n    host_name h$0\n    use a\n}\n',
    );
    const [host] = prepareTypeHierarchy(found.analysis, found.at);
    const [template] = host ? supertypes(found.analysis, keyOf(host)) : [];
    expect(template && where(found, { file: template.file, span: template.span })).toBe('shinken.cfg:6');
    const first = { file: found.at.file, offset: 5, name: 'a', kind: 'template' } as const;
    expect(subtypes(found.analysis, first)).toEqual([]);
  });
  test('an item is found again after the text has changed, and only then', () => {
    const found = scene(`# a new line\n${templates}`);
    expect(shown(supertypes(found.analysis, { file: found.at.file, offset: 0, name: 'web-1', kind: 'host' }))).toEqual([
      'template linux',
      'template base',
    ]);
    expect(supertypes(found.analysis, { file: found.at.file, offset: 0, name: 'gone', kind: 'host' })).toEqual([]);
  });
  test('the place of an item is its name in its object', () => {
    const found = at('web-1');
    const [item] = prepareTypeHierarchy(found.analysis, found.at);
    if (!item) throw new Error('nothing');
    expect(textAt(found, { file: item.file, span: item.selection })).toBe('web-1');
    expect(textAt(found, { file: item.file, span: item.span })).toMatch(/^define host \{[^}]*web-1[^}]*\}$/);
  });
});

/** What an object needs, or who needs it: `host a (why) «text» «text»`. */
function calls(found: Scene, direction: typeof incomingCalls): string[] {
  return prepareCallHierarchy(found.analysis, found.at).flatMap((item) =>
    direction(found.analysis, keyOf(item)).map((call: Call) => {
      const file = direction === incomingCalls ? call.item.file : item.file;
      const texts = call.ranges.map((span) => `«${textAt(found, { file, span })}»`);
      return `${call.item.kind} ${call.item.name} (${call.item.detail}) ${texts.join(' ')}`;
    }),
  );
}

const hosts = `
cfg_file=more.cfg
define host {
    host_name  router
}
define host {
    host_name  web-1
    parents    router
    address    10.0.0.1
}
define host {
    host_name  db-1
    use        behind
}
define hostdependency {
    host_name            db-1
    dependent_host_name  web-1
}
define service {
    host_name            db-1
    service_description  Postgres
}
define service {
    host_name             web-1
    service_description   Shop
    service_dependencies  db-1,Postgres
}
#- more.cfg
define host {
    name      behind
    parents   router
    register  0
}
define servicedependency {
    host_name                      web-1
    service_description            Shop
    dependent_host_name            db-1
    dependent_service_description  Postgres
}
define realm {
    realm_name     All
    realm_members  DMZ
    default        1
}
define realm {
    realm_name  DMZ
}
define scheduler {
    scheduler_name  s-1
    address         server1
}
define scheduler {
    scheduler_name  s-2
    address         server2
    spare           1
}
define poller {
    poller_name  p-dmz
    realm        DMZ
}
define poller {
    poller_name  p-idle
    realm        DMZ
    spare        1
}
define reactionner {
    reactionner_name  r-idle
    realm             DMZ
    spare             1
}
`;

describe('what needs what', () => {
  const outgoing = (text: string, plus = 0): string[] => calls(at(text, plus, hosts), outgoingCalls);
  const incoming = (text: string, plus = 0): string[] => calls(at(text, plus, hosts), incomingCalls);

  test('a host needs its parents, and the hosts it depends on', () => {
    expect(outgoing('web-1')).toEqual([
      'host router (host · parent) «router»',
      'host db-1 (host · dependency in shinken.cfg:15) «db-1»',
    ]);
  });
  test('a parent is needed; where the file of the other does not say so, its name stands for it', () => {
    expect(incoming('router')).toEqual(['host web-1 (host · parent) «router»', 'host db-1 (host · parent) «db-1»']);
    expect(incoming('db-1')).toEqual(['host web-1 (host · dependency in shinken.cfg:15) «db-1»']);
  });
  test('a service needs the services it depends on', () => {
    expect(outgoing('Shop')).toEqual(['service db-1/Postgres (service · dependency in shinken.cfg:25) «Postgres»']);
    expect(incoming('Shop')).toEqual(['service db-1/Postgres (service · dependency in more.cfg:8) «Postgres»']);
  });
  test('a realm needs the realms below and its daemons, those need their spares', () => {
    expect(outgoing('All')).toEqual([
      'realm DMZ (realm · sub-realm) «DMZ»',
      'scheduler s-1 (scheduler · server1) «All»',
    ]);
    expect(outgoing('s-1')).toEqual(['scheduler s-2 (scheduler · spare) «s-1»']);
    expect(outgoing('s-2')).toEqual([]);
  });
  test('a spare is needed by its masters, an active daemon by its realm', () => {
    expect(incoming('s-2')).toEqual(['scheduler s-1 (scheduler · master) «s-1»']);
    expect(incoming('s-1')).toEqual(['realm All (realm) «All»']);
    expect(incoming('p-idle')).toEqual(['poller p-dmz (poller · master) «p-dmz»']);
  });
  test('a spare that stands in for nobody is its realm’s', () => {
    expect(incoming('r-idle')).toEqual(['realm DMZ (realm) «DMZ»']);
    expect(incoming('DMZ')).toEqual(['realm All (realm · sub-realm) «DMZ»']);
  });
  test('it begins at a name, or at the object around the cursor', () => {
    const prepared = (text: string, plus = 0): string[] => {
      const found = at(text, plus, hosts);
      return shown(prepareCallHierarchy(found.analysis, found.at));
    };
    expect(prepared('parents    router', 12)).toEqual(['host router']);
    expect(prepared('address', 2)).toEqual(['host web-1']);
    expect(prepared('define service', 2)).toEqual(['service db-1/Postgres']);
    expect(prepared('realm        DMZ', 14)).toEqual(['realm DMZ']);
    expect(prepared('behind\n    parents', 1)).toEqual([]);
    expect(prepared('cfg_file')).toEqual([]);
  });
});
