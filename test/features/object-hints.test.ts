import { describe, expect, test } from 'vitest';
import { type HintKind, type InlayHint, inlayHints, labelOf } from '../../server/src/features/inlay-hints';
import { editedText } from '../../server/src/rules/edits';
import { cfg } from '../availability/support';
import { ROOT } from '../support/workspace';
import { scene, textAt, where } from './support';

const MAIN = `${ROOT}/shinken.cfg`;
const whole = { start: 0, end: 1_000_000 };
const plain = ({ file }: { readonly file: string }): string => file.replace(`${ROOT}/`, '');

function hintsIn(lines: string, kind: HintKind, span = whole): readonly InlayHint[] {
  return inlayHints(scene(cfg(lines)).analysis, { file: MAIN, span }, new Set([kind]));
}

/** Each hint behind the text of its line: `use generic ‹inherits contacts›`. */
function shown(lines: string, kind: HintKind, span = whole): string[] {
  const text = cfg(lines);
  return hintsIn(lines, kind, span).map((hint) => {
    const line = text.slice(text.lastIndexOf('\n', hint.offset - 1) + 1, hint.offset).trim();
    return `${line.replace(/\s+/g, ' ')} ‹${labelOf(hint)}›`;
  });
}

const hosts = `
host web-1 hostgroups=web,linux use=tpl-web
host web-2 hostgroups=web use=tpl-web
host db-1 hostgroups=linux use=tpl-base
hostgroup web
hostgroup linux
hostgroup all hostgroup_members=web,linux
contact ann contactgroups=admins
contact bob contactgroups=admins,staff
contactgroup admins
contactgroup staff
define host {
    name tpl-base
    register 0
}
define host {
    name tpl-web
    use tpl-base
    register 0
}
`;

describe('how many', () => {
  /** Of a service with these lines, nothing else. */
  const service = (lines: string): string[] => {
    const text = `define service {\n    service_description S\n    ${lines}\n}\n`;
    const end = text.length;
    return shown(text + hosts, 'members', { start: 0, end });
  };
  test.each([
    ['hostgroup_name web', ['hostgroup_name web ‹= 2 hosts›']],
    ['hostgroup_name web,linux', ['hostgroup_name web,linux ‹= 3 hosts›']],
    ['hostgroup_name web&linux', ['hostgroup_name web&linux ‹= 1 host›']],
    ['hostgroup_name linux&!web', ['hostgroup_name linux&!web ‹= 1 host›']],
    ['hostgroup_name *,!web', ['hostgroup_name *,!web ‹= 1 host›']],
    ['hostgroup_name web&(linux|all)', ['hostgroup_name web&(linux|all) ‹= 2 hosts›']],
    ['hostgroup all', ['hostgroup all ‹= 3 hosts›']],
    ['host_name *', ['host_name * ‹= 3 hosts›']],
    ['host_name *,!db-1', ['host_name *,!db-1 ‹= 2 hosts›']],
    ['contact_groups admins,staff', ['contact_groups admins,staff ‹= 2 contacts›']],
    ['contact_groups +staff', ['contact_groups +staff ‹= 1 contact›']],
    ['hostgroup_name all\n    host_name !db-1', ['hostgroup_name all ‹= 3 hosts›', 'host_name !db-1 ‹= 2 hosts›']],
    ['host_name tpl-base\n    register 0', ['host_name tpl-base ‹= 3 hosts›']],
    ['host_name tpl-base&!tpl-web\n    register 0', ['host_name tpl-base&!tpl-web ‹= 1 host›']],
    ['host_name nobody-uses-it\n    register 0', ['host_name nobody-uses-it ‹= no hosts›']],
  ])('%s', (head, wanted) => {
    expect(service(head)).toEqual(wanted);
  });
  test.each([
    ['a plain list', 'host_name web-1,web-2'],
    ['a group that is not there', 'hostgroup_name web,nowhere'],
    ['the same in an expression', 'hostgroup_name web|nowhere'],
    ['no value', 'hostgroup_name'],
  ])('is not said of %s', (_, head) => {
    expect(service(head)).toEqual([]);
  });
  test('is said of groups in groups, and not of the groups that a host joins', () => {
    expect(shown(hosts, 'members')).toEqual(['hostgroup_members web,linux ‹= 3 hosts›']);
  });
  test('is said of members that are everybody', () => {
    expect(shown(`hostgroup everybody members=*\n${hosts}`, 'members')[0]).toBe('members * ‹= 3 hosts›');
  });
  test('is said of services in groups', () => {
    const lines = `${hosts}servicegroup inner members=web-1,S,web-2,S\nservicegroup outer servicegroup_members=inner
define service {\n    service_description S\n    hostgroup_name web\n}`;
    expect(shown(lines, 'members')).toContain('servicegroup_members inner ‹= 2 services›');
  });
  test('names the first twenty', () => {
    const many = Array.from({ length: 23 }, (_, index) => `host h${String(index)} hostgroups=many`).join('\n');
    const [hint] = hintsIn(`hostgroup outer hostgroup_members=many\n${many}`, 'members');
    expect(hint && labelOf(hint)).toBe('= 23 hosts');
    expect(hint?.tooltip(plain)).toMatch(/^h0, h1, .*, h19, … and 3 more$/);
  });
});

const templates = `
define host {
    name generic
    check_command ping
    contacts ann
    max_check_attempts 3
    check_period always
    notification_interval 30
    _OS linux
    register 0
}
define host {
    name web
    use generic
    check_command http
    register 0
}
`;

describe('what is inherited', () => {
  test('is told in a few words, behind `use`', () => {
    expect(shown(`host h use=web\n${templates}`, 'inherited')).toEqual([
      'use web ‹check_command http, contacts ann, +4›',
      'use generic ‹contacts ann, check_period always, +3›',
    ]);
  });
  test('is no more than what is not written', () => {
    expect(
      shown('host h use=t check_interval=5\ndefine host {\nname t\nregister 0\ncheck_interval 7\n}', 'inherited'),
    ).toEqual([]);
    expect(shown('host h use=t\ndefine host {\nname t\nregister 0\ncheck_interval 7\n}', 'inherited')).toEqual([
      'use t ‹check_interval 7›',
    ]);
  });
  test('is nothing without a template', () => {
    expect(shown('host h check_interval=5\nhost i use=nowhere', 'inherited')).toEqual([]);
  });
  test('are not what a service has from the templates of its host', () => {
    const lines = `define service {
host_name h
service_description S
use st
}
define service {
name st
register 0
check_interval 5
}
host h use=ht
define host {
name ht
register 0
contact_groups staff
}
contactgroup staff`;
    expect(shown(lines, 'inherited')).toEqual(['use st ‹check_interval 5›', 'use ht ‹contact_groups staff›']);
  });
  test('is listed with its values and where they are from', () => {
    const [hint] = hintsIn(`host h use=web\n${templates}`, 'inherited');
    const lines = hint?.tooltip(plain).split('\n') ?? [];
    expect(lines).toContain('- `check_command` `http` — from web, [shinken.cfg:19](shinken.cfg)');
    expect(lines).toContain('- `contacts` `ann` — from web → generic, [shinken.cfg:9](shinken.cfg)');
    expect(lines).toContain('- `_OS` `linux` — from web → generic, [shinken.cfg:13](shinken.cfg)');
  });
  test('each name leads to its line', () => {
    const set = scene(cfg(`host h use=web\n${templates}`));
    const [hint] = inlayHints(set.analysis, { file: MAIN, span: whole }, new Set(['inherited']));
    const targets = (hint?.label ?? []).flatMap(({ target }) => (target ? [textAt(set, target)] : []));
    expect(targets).toEqual(['check_command http', 'contacts ann']);
  });
  test('is cut where it is long', () => {
    const lines = 'host h use=t\ndefine host {\nname t\nregister 0\ncheck_command c!a-long-argument!and-another\n}';
    expect(shown(lines, 'inherited')).toEqual(['use t ‹check_command c!a-long-argument!and-…›']);
  });
  test('no password is shown', () => {
    const lines = 'host h use=t\ndefine host {\nname t\nregister 0\n_PASSWORD hush\n}';
    const [hint] = hintsIn(lines, 'inherited');
    expect(hint && labelOf(hint)).toBe('_PASSWORD ••••••');
    expect(hint?.tooltip(plain)).not.toContain('hush');
  });
});

describe('what Shinken fills in', () => {
  test.each([
    ['host h', ['define host { ‹check_command _internal_host_up›']],
    ['host h check_command=c', ['define host { ‹check_interval 0, max_check_attempts 1›']],
    ['host h check_command=c check_interval=5 max_check_attempts=2 notification_interval=1 retry_interval=1', []],
    ['host h use=web\ncommand http\n' + templates, ['define host { ‹check_interval 0, retry_interval 0›']],
    ['contact c', ['define contact { ‹min_business_impact 0›']],
    ['command c command_line=x', []],
  ])('%s', (lines, wanted) => {
    expect(shown(lines, 'filledIn')).toEqual(wanted);
  });
  test('is listed, with what a service has from its host', () => {
    const lines = `define service {\n    host_name h\n    service_description S\n}\nhost h contacts=ann\ncontact ann`;
    const [hint] = hintsIn(lines, 'filledIn');
    const text = hint?.tooltip(plain) ?? '';
    expect(text).toContain('From the host:\n\n- `contacts` `ann` — from [shinken.cfg:7](shinken.cfg)');
    expect(text).toContain('- `max_check_attempts 1`');
  });
  test('can be written down', () => {
    const lines = 'host h check_command=c';
    const [hint] = hintsIn(lines, 'filledIn');
    const text = editedText(cfg(lines), hint?.edits() ?? []);
    expect(text).toContain('    check_interval     0\n    max_check_attempts 1\n}');
  });
});

test('nothing is said of what is not on the screen', () => {
  const lines = `host h use=web\nhost i use=web\n${templates}`;
  const set = scene(cfg(lines));
  const at = cfg(lines).indexOf('use');
  const found = inlayHints(set.analysis, { file: MAIN, span: { start: at, end: at + 40 } }, new Set(['inherited']));
  expect(found.map((hint) => where(set, { file: MAIN, span: { start: hint.offset, end: hint.offset } }))).toEqual([
    'shinken.cfg:3',
  ]);
});
