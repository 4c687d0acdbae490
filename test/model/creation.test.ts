import { describe, expect, test } from 'vitest';
import { parseFloatAsPython } from '../../server/src/model/convert';
import { codesOf } from '../support/analysis';
import { modelOf, namesOf, valueOf } from '../support/objects';
import { judged, problemLines } from '../support/problems';

const object = (type: string, ...lines: string[]): string =>
  `define ${type} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
const host = (...lines: string[]): string => object('host', 'host_name  web-1', ...lines);

describe('values', () => {
  test.each([
    ['max_check_attempts 3', '3'],
    ['max_check_attempts 3.9', '3'],
    ['max_check_attempts -5', '-5'],
    ['max_check_attempts +7', '7'],
    ['max_check_attempts 1e2', '100'],
    ['active_checks_enabled yes', '1'],
    ['active_checks_enabled OFF', '0'],
    ['parents a, b ,,c', '[a b  c]'],
    ['parents', '[]'],
    ['notes', ''],
    ['notes a ; b', 'a'],
    ['initial_state down', 'd'],
  ])('%s is read as %s', (line, value) => {
    expect(valueOf(host(line), 'host web-1', line.split(' ')[0] ?? '')).toBe(value);
  });

  test.each([
    ['max_check_attempts many', 'error arbiter/bad-value ‹many›'],
    ['max_check_attempts', 'error arbiter/bad-value ‹max_check_attempts›'],
    ['max_check_attempts inf', 'error arbiter/bad-value ‹inf›'],
    ['max_check_attempts nan', 'error arbiter/bad-value ‹nan›'],
    ['active_checks_enabled maybe', 'error arbiter/bad-value ‹maybe›'],
    ['initial_state', 'error arbiter/bad-value ‹initial_state›'],
    ['initial_state x', 'error arbiter/bad-initial-state ‹x›'],
  ])('%s is refused', (line, problem) => {
    expect(problemLines(host(line))).toEqual([problem]);
  });

  test.each([
    ['host', 'host_name  web-1', 'error arbiter/bad-value'],
    ['hostgroup', 'hostgroup_name  web', 'error arbiter/bad-value'],
    ['contact', 'contact_name  alice', 'warning silent/lost-value'],
    ['host', 'name  generic\n    register  0', 'warning silent/lost-value'],
  ])('a bad number in a %s with %s: %s', (type, name, problem) => {
    expect(problemLines(object(type, name, 'definition_order  first')).map((line) => line.split(' ‹')[0])).toContain(
      problem,
    );
  });

  test('the arbiter forgets a bad value of an object that a later one replaces', () => {
    expect(codesOf(judged(host('check_interval often') + host()))).toContain('silent/lost-value');
  });

  test.each([
    ['1', 1],
    [' 1.5 ', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-1e3', -1000],
    ['Infinity', Infinity],
    ['0x10', undefined],
    ['1_000', undefined],
    ['', undefined],
    ['1 2', undefined],
  ])('float(%j)', (text, value) => {
    expect(parseFloatAsPython(text)).toBe(value);
  });
});

describe('directives written twice', () => {
  test.each([
    [host('notes a', 'notes b'), 'host web-1', 'notes', 'b'],
    [host('parents a', 'parents b,c'), 'host web-1', 'parents', '[a b c]'],
    [host('_PORT 1', '_PORT 2'), 'host web-1', '_PORT', '1'],
    [host('_port 1'), 'host web-1', '_PORT', '1'],
    [object('command', 'command_name c', 'command_line a'), 'command c', 'command_line', 'a'],
  ])('%#', (text, name, key, value) => {
    expect(valueOf(text, name, key)).toBe(value);
  });

  test('of the same first word: the last date range', () => {
    const text = object(
      'timeperiod',
      'timeperiod_name t',
      'monday 09:00-12:00',
      'monday 13:00-17:00',
      'day 1 - 2 00:00-24:00',
    );
    const [period] = modelOf(text).items('timeperiod');
    expect(period?.ranges.map((range) => range.text)).toEqual(['monday 13:00-17:00', 'day 1 - 2 00:00-24:00']);
    expect(problemLines(text)).toEqual(['warning silent/repeated-directive ‹monday 09:00-12:00›']);
  });

  test('a second command_line is fatal', () => {
    const text = object('command', 'command_name c', 'command_line a', 'command_line b');
    expect(problemLines(text)).toEqual(['error arbiter/repeated-directive ‹command_line a›']);
  });
});

describe('old names', () => {
  test.each([
    ['criticity 3', 'business_impact', '3'],
    ['normal_check_interval 7', 'check_interval', '7'],
    ['hostgroup a,b', 'hostgroups', '[a b]'],
  ])('%s stands for %s', (line, key, value) => {
    expect(valueOf(host(line), 'host web-1', key)).toBe(value);
  });
  test('the new name wins', () => {
    const text = host('criticity 3', 'business_impact 4');
    expect(valueOf(text, 'host web-1', 'business_impact')).toBe('4');
    expect(problemLines(text)).toEqual(['warning silent/old-name-ignored ‹criticity 3›']);
  });
});

describe('directives that are not there', () => {
  test.each([
    [host('adress 1'), 'warning arbiter/unknown-directive ‹adress›'],
    [host('state DOWN'), 'warning arbiter/running-directive ‹state›'],
    [object('command', 'command_name c', 'command_line a', 'tiemout 3'), 'warning silent/unknown-directive ‹tiemout›'],
    [object('command', 'command_name c', 'command_line a', 'né 3'), 'error arbiter/foreign-directive ‹né›'],
    [object('hosts', 'host_name web-1'), 'warning silent/unknown-type ‹hosts›'],
    [object('command', 'command_name c', 'command_line a', 'use x'), 'warning silent/use-without-effect ‹use x›'],
  ])('%#', (text, problem) => {
    expect(problemLines(text)).toEqual([problem]);
  });
  test('modules may have any, daemons are only asked about slips', () => {
    const text =
      object('module', 'module_name m', 'module_type t', 'whatever 1', 'modul_name x') +
      object('poller', 'poller_name p', 'address 10.0.0.1', 'whatever 1');
    expect(codesOf(judged(text))).not.toContain('silent/unknown-directive');
    expect(problemLines(object('poller', 'poller_name p', 'adress 10.0.0.1'))).toContain(
      'hint silent/unknown-directive ‹adress›',
    );
  });
});

describe('names', () => {
  test.each([
    [object('host', 'address 1'), 'error arbiter/unnamed-object ‹define host›'],
    [object('command', 'command_line x'), 'error arbiter/unnamed-object ‹define command›'],
    [object('timeperiod', 'alias x'), 'warning silent/unnamed-object ‹define timeperiod›'],
    [object('host', 'register 0'), 'warning silent/unnamed-template ‹define host›'],
    [object('host', 'host_name a,b'), 'error arbiter/illegal-name ‹a,b›'],
    [object('host', 'host_name web 1'), undefined],
  ])('%#', (text, problem) => {
    expect(problemLines(text)).toEqual(problem === undefined ? [] : [problem]);
  });

  test('illegal_object_name_chars replaces the forbidden characters', () => {
    expect(problemLines(`illegal_object_name_chars=-\n${object('host', 'host_name a,b')}`)).toEqual([]);
    expect(problemLines(`illegal_object_name_chars=-\n${host()}`)).toEqual(['error arbiter/illegal-name ‹web-1›']);
  });

  test.each([
    ['host', 'host_name', 'warning arbiter/duplicate-name ‹x›'],
    ['command', 'command_name', 'warning silent/duplicate-name ‹x›'],
  ] as const)('of two of one name the later one counts: %s', (type, key, problem) => {
    const text =
      object(type, `${key} x`, 'command_line one', '_N one') + object(type, `${key} x`, 'command_line two', '_N two');
    expect(valueOf(text, `${type} x`, '_N')).toBe('two');
    expect(namesOf(text, type).filter((name) => name === 'x')).toEqual(['x']);
    expect(problemLines(text)).toContain(problem);
  });

  test('or the one with the lower definition_order, and nothing is said', () => {
    const text = host('definition_order 1', 'alias one') + host('alias two');
    expect(valueOf(text, 'host web-1', 'alias')).toBe('one');
    expect(problemLines(text)).toEqual([]);
  });

  test('commands that nobody wrote', () => {
    expect(namesOf('', 'command')).toEqual(['_echo', '_internal_host_up', 'bp_rule']);
  });
});
