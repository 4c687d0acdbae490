import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/code-actions';
import { effectiveObject } from '../../server/src/features/effective-object';
import { signatureHelp } from '../../server/src/features/signature';
import { applied, scene, surroundings } from './support';

describe('code actions', () => {
  const text = 'define host {\n    host_name web-1\n}\ndefine host {\n    host_name db-1\n    parents web$0-2\n}\n';

  test('the fixes of a problem under the cursor', () => {
    const found = scene(text);
    const span = { start: found.at.offset, end: found.at.offset };
    const [fix] = codeActions(found.analysis, { file: found.at.file, span }, surroundings(found));
    expect(fix).toMatchObject({ kind: 'quickfix', problem: { code: 'arbiter/unknown-host' } });
    const change = fix?.change() ?? { edits: [], newFiles: [] };
    expect(applied(found, change)['shinken.cfg']).toBe(text.replace('web$0-2', 'web-1'));
  });
  test('none of problems elsewhere', () => {
    const found = scene(text);
    const codes = codeActions(found.analysis, { file: found.at.file, span: { start: 0, end: 1 } }, surroundings(found));
    expect(codes.map(({ problem }) => problem?.code)).not.toContain('arbiter/unknown-host');
  });
});

describe('signatures', () => {
  const command = 'define command {\n    command_name check\n    command_line x $ARG1$ $ARG3$\n}\n';
  const signature = (value: string): string | undefined => {
    const found = scene(`define host {\n    check_command ${value}\n}\n${command}`);
    const help = signatureHelp(found.analysis, found.at);
    return help && `${help.label} ${help.active}`;
  };

  test('which argument is being written', () => {
    expect(signature('check!$0')).toBe('check!ARG1!ARG2!ARG3 0');
    expect(signature('check!a!b$0')).toBe('check!ARG1!ARG2!ARG3 1');
  });
  test('an exclamation mark in an argument', () => {
    expect(signature('check!a\\!b$0')).toBe('check!ARG1!ARG2!ARG3 0');
  });
  test('none in the name, nor for an unknown command', () => {
    expect(signature('che$0ck!a')).toBeUndefined();
    expect(signature('other!$0')).toBeUndefined();
  });
});

describe('the effective object', () => {
  const objects = 'define host {\n    name t\n    register 0\n    max_check_attempts 5\n}\n';

  test('each value with where it comes from', () => {
    const found = scene(`define host {\n    use t\n    host_name a$0\n    notes x\\;y\n}\n${objects}`);
    const { title, text } = effectiveObject(found.analysis, found.at) ?? { title: '', text: '' };
    expect(title).toBe('host a');
    expect(text).toMatch(/^ {4}host_name +a +; here$/m);
    expect(text).toMatch(/^ {4}notes +x\\;y +; here$/m);
    expect(text).toMatch(/^ {4}max_check_attempts +5 +; from t, shinken\.cfg:9$/m);
    expect(text).toMatch(/^ {4}active_checks_enabled +1 +; default$/m);
  });
  test('of a definition that becomes several, the others are named', () => {
    const found = scene(
      `define host {\n    host_name a\n    max_check_attempts 3\n}\ndefine host {\n    host_name b\n    max_check_attempts 3\n}\ndefine service {\n    host_name a,b\n    service_description S$0\n    check_command _echo\n}\n`,
    );
    const object = effectiveObject(found.analysis, found.at);
    expect(object?.title).toBe('service a/S');
    expect(object?.text).toContain('# also b/S\n');
  });
  test('none outside objects', () => {
    const found = scene('$0\n');
    expect(effectiveObject(found.analysis, found.at)).toBeUndefined();
  });
});
