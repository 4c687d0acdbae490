import { describe, expect, test } from 'vitest';
import { objectTypeList } from '../../server/src/schema';
import { check, complete, expanded, help, item, labels } from './completing';
import { scene } from './support';

/** Without indentation and with one blank between words. */
function words(text: string): string {
  return text.replace(/[ \t]+/g, ' ').trim();
}

describe('whole objects', () => {
  test('the name, and what is required', () => {
    expect(words(expanded('$0', 'define command'))).toBe('define command {\n command_name \n command_line \n \n}');
  });
  test('the same behind define', () => {
    expect(words(expanded('define $0', 'command'))).toBe('command {\n command_name \n command_line \n \n}');
  });
  test('only the name of the type where braces are', () => {
    expect(item('define $0 {\n}\n', 'command')?.snippet).toBeUndefined();
  });
  test('what an object would have nothing to do without', () => {
    expect(words(expanded('$0', 'define servicedependency'))).toMatch(
      /^define servicedependency \{\n host_name \n service_description \n dependent_host_name \n/,
    );
  });
  test('defaults', () => {
    expect(words(expanded('$0', 'define poller'))).toContain('\n port 7771\n');
  });
  test('choices', () => {
    expect(item('$0', 'define discoveryrule')?.snippet).toContain('|host,service|}');
  });
  test('days of a time period', () => {
    expect(words(expanded('$0', 'define timeperiod'))).toContain('\n monday 00:00-24:00\n tuesday 00:00-24:00\n');
  });
  test('the one template there is, and nothing that it gives', () => {
    const template =
      'define service {\n    name generic\n    register 0\n    check_interval 5\n    retry_interval 1\n}\n';
    expect(words(expanded(`${template}$0`, 'define service'))).toBe(
      'define service {\n service_description \n use generic\n host_name \n check_command \n \n}',
    );
  });
  test('the template that most others use, and the values that most of them have', () => {
    const others = [1, 2, 3]
      .map((n) => `define service {\n    service_description S${n}\n    use generic\n    check_interval 7\n}\n`)
      .join('');
    const templates =
      'define service {\n    name generic\n    register 0\n}\ndefine service {\n    name rare\n    register 0\n}\n';
    const text = words(expanded(`${templates}${others}$0`, 'define service'));
    expect(text).toContain('\n use generic\n');
    expect(text).toContain('\n check_interval 7\n');
  });
  test('values stand under each other', () => {
    const columns = expanded('$0', 'define poller')
      .split('\n')
      .flatMap((line) => /^\t(\S+ +)/.exec(line)?.[1]?.length ?? []);
    expect(new Set(columns).size).toBe(1);
  });

  const definable = objectTypeList.filter((type) => type.definable);
  test.each(definable.map((type) => [type.name, type] as const))('%s: every required directive, once', (name, type) => {
    const text = expanded('$0', `define ${name}`).replace(/ $/gm, ' x');
    const [object] = scene(text).analysis.project.objects;
    const keys = object?.properties.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(
      expect.arrayContaining(type.directives.filter(({ required }) => required).map((one) => one.name)),
    );
    if (type.nameDirective !== undefined) expect(keys[0]).toBe(type.nameDirective);
  });
});

describe('snippets', () => {
  test('where an object can begin', () => {
    check('$0', ['define host template', 'spare set', 'module webui2']);
    check('spare $0', ['spare set', 'spare poller']);
    check('define $0', ['host template', 'service foreach'], ['spare set']);
  });
  test('and nowhere else', () => {
    const nowhere = ['spare set', 'define host template', 'module webui2'];
    check('define host {\n    $0\n}\n', [], nowhere);
    check('define host {\n    alias spare$0\n}\n', [], nowhere);
    check('define host$0 {\n}\n', ['host'], ['host template']);
  });
  test('no second one for a single object', () => {
    expect(labels('$0').filter((label) => label === 'define host')).toHaveLength(1);
  });
  test('a whole main file, as long as there is nothing', () => {
    check('$0', ['shinken.cfg']);
    check('shin$0', ['shinken.cfg']);
    check('log_level=INFO\n$0', [], ['shinken.cfg']);
  });
  test('with stops, or as plain text', () => {
    const template = item('define $0', 'host template');
    expect(template?.detail).toBe('snippet');
    expect(template?.snippet).toMatch(/^host \{\n\tname +\$\{1:generic-host\}\n/);
    expect(template?.insertText).toMatch(/^host \{\n\tname +generic-host\n/);
    expect(item('$0', 'define service template')?.insertText).toMatch(/notification_period +24x7\n/);
    expect(item('$0', 'define service foreach')?.insertText).toContain('$KEY$');
  });
  test('explained', () => {
    expect(help('$0', 'spare set')).toContain('define scheduler {');
    expect(help('define $0', 'host template')).toContain('A template for hosts');
  });
});

describe('the order of directives', () => {
  const host = (n: number, more: string): string => `define host {\n    host_name h${n}\n${more}}\n`;
  const three = (more: string): string => [1, 2, 3].map((n) => host(n, more)).join('');

  test('what similar objects have comes before what people usually write', () => {
    const found = labels(`${three('    icon_set server\n')}define host {\n    $0\n}\n`);
    expect(found.slice(0, 2)).toEqual(['host_name', 'icon_set']);
    expect(labels('define host {\n    $0\n}\n').indexOf('icon_set')).toBeGreaterThan(10);
  });
  test('objects with the same template are the most similar', () => {
    const text = `${three('    use web\n    icon_set server\n')}${three('    use db\n    notes x\n')}`;
    expect(labels(`${text}define host {\n    host_name a\n    use db\n    $0\n}\n`)[0]).toBe('notes');
    expect(labels(`${text}define host {\n    host_name a\n    use web\n    $0\n}\n`)[0]).toBe('icon_set');
  });
  test('two objects are no rule', () => {
    const text = host(1, '    icon_set server\n') + host(2, '    icon_set server\n');
    expect(labels(`${text}define host {\n    host_name a\n    $0\n}\n`)[0]).not.toBe('icon_set');
  });
  test('templates are compared with templates', () => {
    const text = three('    icon_set server\n');
    expect(labels(`${text}define host {\n    name t\n    register 0\n    $0\n}\n`).slice(0, 5)).not.toContain(
      'icon_set',
    );
  });
  test('custom macros that similar objects have', () => {
    check(`${three('    _RACK 3\n')}define host {\n    host_name a\n    $0\n}\n`, ['_RACK']);
    check(`${three('    _RACK 3\n')}define host {\n    _rack 1\n    $0\n}\n`, [], ['_RACK']);
  });
  test('old names are last, crossed out, and give the new one', () => {
    const found = labels('define host {\n    $0\n}\n');
    expect(found.at(-1)).toBe('retry_check_interval');
    expect(item('define host {\n    $0\n}\n', 'criticity')).toMatchObject({
      suffix: ' → business_impact',
      insertText: 'business_impact ',
      deprecated: true,
    });
    expect(help('define host {\n    $0\n}\n', 'criticity')).toContain('`criticity` is an old name');
  });
  test('neither name is offered beside the other', () => {
    check('define host {\n    business_impact 3\n    $0\n}\n', [], ['criticity', 'business_impact']);
    check('define host {\n    criticity 3\n    $0\n}\n', [], ['criticity', 'business_impact']);
  });
  test('what has no effect is crossed out', () => {
    expect(item('define host {\n    $0\n}\n', 'retain_status_information')?.deprecated).toBe(true);
    expect(item('define host {\n    $0\n}\n', 'address')?.deprecated).toBe(false);
    expect(item('$0', 'check_external_commands')?.deprecated).toBe(true);
    expect(item('$0', 'log_level')?.deprecated).toBe(false);
  });
});

describe('details', () => {
  test('are plain text', () => {
    expect(item('define host {\n    $0\n}\n', 'active_checks_enabled')?.detail).toBe('yes or no: 1 or 0');
  });
});

describe('help', () => {
  test.each([
    ['define $0', 'poller', '**define poller**'],
    ['$0', 'define poller', '**define poller**'],
    ['$0', 'log_level', '**log_level** · main file'],
    ['define module {\n    module_type $0\n}\n', 'webui', '**webui**'],
    ['define module {\n    module_type webui\n    $0\n}\n', 'auth_secret', '**auth_secret**'],
    ['define host {\n    check_command $0\n}\n', 'bp_rule', 'No plugin is run'],
    ['define command {\n    command_line $$0\n}\n', '$HOSTADDRESS$', 'address'],
    ['define timeperiod {\n    $0\n}\n', 'monday', 'every week'],
    ['define host {\n    service_overrides A,$0\n}\n', 'check_interval', '**check_interval**'],
  ])('%j: %s', (text, label, wanted) => {
    expect(help(text, label)).toContain(wanted);
  });
  test('is looked up after the list was made, and the text has gone on', () => {
    const { list, scene: before } = complete('define host {\n    $0\n}\n');
    expect(list?.topic).toEqual({ of: 'directives', type: 'host' });
    expect(before.analysis.project.objects).toHaveLength(1);
  });
});

describe('comments', () => {
  test.each([
    '# $0\n',
    '#define ho$0\n',
    '#define host{\n#    host_name a\n#    par$0ents b\n#}\n',
    '#define host{\n#    parents $0\n#}\n',
    'define host {\n    # parents $0\n}\n',
    'define host {\n    #par$0ents x\n}\n',
    'define host {\n    parents x ; and $0\n}\n',
    'define host {\n    parents x ;$0\n}\n',
    'log_level=INFO ; $0\n',
  ])('nothing in %j', (text) => {
    expect(labels(text)).toEqual([]);
  });
});

describe('long lists', () => {
  const hosts = Array.from({ length: 1200 }, (_, n) => `define host {\n    host_name web-${n}\n}\n`).join('');
  const at = (typed: string): string =>
    `define host {\n    host_name zz-top\n}\n${hosts}define host {\n    parents ${typed}$0\n}\n`;

  test('are cut, and asked for anew with each letter', () => {
    const { list } = complete(at(''));
    expect([list?.items.length, list?.incomplete]).toEqual([200, true]);
  });
  test('hold what begins with what is typed, then what holds it, then the rest that fits', () => {
    expect(labels(at('web-99')).slice(0, 3)).toEqual(['web-99', 'web-990', 'web-991']);
    expect(labels(at('top'))).toEqual(['zz-top']);
    expect(labels(at('ztop'))).toEqual(['zz-top']);
  });
  test('a short one is whole', () => {
    expect(complete('define host {\n    parents $0\n}\n').list?.incomplete).toBe(false);
  });
});

describe('characters that accept an item', () => {
  test('a comma, where nothing but the options can stand', () => {
    expect(item('define host {\n    notification_options $0\n}\n', 'd')?.commitCharacters).toEqual([',']);
  });
  test('none where a name may be a new one', () => {
    expect(
      item('define host {\n    parents $0\n}\ndefine host {\n    host_name a\n}\n', 'a')?.commitCharacters,
    ).toBeUndefined();
    expect(item('define host {\n    business_impact $0\n}\n', '3')?.commitCharacters).toBeUndefined();
  });
  test('options without effect are not offered', () => {
    check('define host {\n    flap_detection_options $0\n}\n', ['d', 'u'], ['o']);
  });
});
