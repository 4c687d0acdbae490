import { describe, expect, test } from 'vitest';
import { analysisOf } from '../support/analysis';
import { fixed, judged, problemLines } from '../support/problems';

describe('what is said of a line outside any object', () => {
  test.each<[line: string, ...problems: string[]]>([
    ['log_level=INFO'],
    ['$USER1$=/usr/lib/plugins'],
    ['cfg_file_foo=a', 'warning arbiter/unknown-setting ‹cfg_file_foo›', 'error arbiter/failed-include ‹a›'],
    ['triggers_dir=.'],

    ['log_level INFO', 'error arbiter/malformed-setting ‹log_level INFO›'],
    ['host_name web-1', 'error arbiter/malformed-setting ‹host_name web-1›'],
    ['{', 'error arbiter/malformed-setting ‹{›'],
    ['log_level=', 'error arbiter/setting-without-value ‹log_level=›'],
    ['=', 'error arbiter/setting-without-value ‹=›'],
    ['=INFO', 'error arbiter/setting-without-name ‹=INFO›'],
    ['cfg_dir', 'error arbiter/failed-include ‹cfg_dir›'],

    ['enable_notifications=maybe', 'error arbiter/bad-setting-value ‹maybe›'],
    ['enable_notifications= 1', 'error arbiter/bad-setting-value ‹ 1›'],
    ['enable_notifications=TRUE'],
    ['interval_length=abc', 'error arbiter/bad-setting-value ‹abc›'],
    ['interval_length=inf', 'error arbiter/bad-setting-value ‹inf›'],
    ['interval_length= 60'],
    ['interval_length=1.9'],
    ['CLÉ=1', 'error arbiter/foreign-setting ‹CLÉ›', 'warning arbiter/unknown-setting ‹CLÉ›'],
    ['$CLÉ$=1', 'error arbiter/foreign-setting ‹$CLÉ$›'],

    ['log_levl=INFO', 'warning arbiter/unknown-setting ‹log_levl›'],
    ['log_level = INFO', 'warning arbiter/unknown-setting ‹log_level ›'],
    ['hash=1', 'warning arbiter/unknown-setting ‹hash›'],
    ['nagios_user=me', 'warning arbiter/old-setting-name ‹nagios_user›'],
    ['use_regexp_matching=1', 'error arbiter/regexp-matching ‹use_regexp_matching=1›'],
    ['use_regexp_matching=0'],

    ['log_level=info', 'warning silent/unknown-log-level ‹info›'],
    ['log_level=20', 'warning silent/unknown-log-level ‹20›'],
    ['workdir= /var', 'warning silent/blank-in-setting-value ‹ /var›'],
    ['$USER1$= /usr', 'warning silent/blank-in-setting-value ‹ /usr›'],
    ['$USER1$ =/usr', 'warning silent/broken-macro-definition ‹$USER1$ ›'],
    ['$USER1=/usr', 'warning silent/broken-macro-definition ‹$USER1›'],
    ['check_result_path=/var', 'hint silent/ignored-setting ‹check_result_path=/var›'],
    ['modules_dir=modules', 'information silent/relative-modules-dir ‹modules›'],
    ['ocsp_command=nope!1', 'warning silent/unknown-global-command ‹nope!1›'],
    ['ocsp_command=_echo!1'],
    ['log_level=INFO\nlog_level=DEBUG', 'warning silent/overridden-setting ‹log_level=INFO›'],
    ['log_level=INFO\nlog_level=INFO', 'information silent/overridden-setting ‹log_level=INFO›'],
    // Only the line that counts is converted.
    ['flap_history=x\nflap_history=1', 'warning silent/overridden-setting ‹flap_history=x›'],
    ['flap_history=1\nflap_history=', 'error arbiter/setting-without-value ‹flap_history=›'],
    [
      'define module\n  module_name x\n\n  # more\n  module_type y\n',
      'warning syntax/missing-open ‹define module›',
      'error arbiter/malformed-setting ‹module_name x\n\n  # more\n  module_type y›',
    ],
  ])('%s', (line, ...problems) => {
    const own = problemLines(`${line}\n`).filter((problem) => !/unnamed/.test(problem));
    expect(own).toEqual(problems);
  });
});

describe('how such a line is mended', () => {
  test.each([
    ['arbiter/malformed-setting', 'log_level INFO', 'log_level=INFO'],
    ['arbiter/malformed-setting', '$USER1$   /usr/lib x', '$USER1$=/usr/lib x'],
    ['arbiter/malformed-setting', 'host_name web-1', undefined],
    ['arbiter/setting-without-value', 'a=1\nlog_level=\nb=2', 'a=1\nb=2'],
    ['arbiter/bad-setting-value', 'flap_history=20 # note', 'flap_history=20'],
    ['arbiter/bad-setting-value', 'enable_notifications= yes', 'enable_notifications=yes'],
    ['arbiter/bad-setting-value', 'enable_notifications=2', 'enable_notifications=1'],
    ['arbiter/unknown-setting', 'log_levl=INFO', 'log_level=INFO'],
    ['arbiter/unknown-setting', 'log_level = INFO', 'log_level=INFO'],
    ['arbiter/unknown-setting', 'surely_nothing_like_it=1', undefined],
    ['arbiter/old-setting-name', 'nagios_group=me', 'shinken_group=me'],
    ['arbiter/old-setting-name', 'nagios_group=me\nshinken_group=you', 'shinken_group=you'],
    ['arbiter/regexp-matching', 'use_regexp_matching=1\n', ''],
    ['silent/unknown-log-level', 'log_level=Warnin', 'log_level=WARNING'],
    ['silent/unknown-log-level', 'log_level= INFO', 'log_level=INFO'],
    ['silent/broken-macro-definition', '$A =1', '$A$=1'],
    ['silent/broken-macro-definition', '$A$ =1', '$A$=1'],
    ['silent/blank-in-setting-value', '$A$=  1 2', '$A$=1 2'],
    ['silent/overridden-setting', '$A$=1\n$A$=2', '$A$=2'],
    ['silent/unknown-global-command', 'ochp_command=_ech!a!b', 'ochp_command=_echo!a!b'],
  ])('%s: %s', (code, line, expected) => {
    expect(fixed(line, code)).toBe(expected);
  });
});

test('values are converted, defaults filled in, the last line counts', () => {
  const { model } = judged('flap_history=7.9\nenable_flap_detection=off\nnagios_user=me\n$USER9$=a\n$USER9$=b');
  const settings = ['flap_history', 'enable_flap_detection', 'shinken_user', 'interval_length', 'no_such_thing'];
  expect(settings.map((name) => model.setting(name))).toEqual([7, false, 'me', 60, undefined]);
  expect([...model.macros]).toEqual([['USER9', 'b']]);
});

test('what only 3.0 knows is unknown to 2.4', () => {
  const unknown = (dialect: '2.4' | '3.0'): number =>
    analysisOf('conflict_policy=strict', { dialect }).problems.filter(({ code }) => code === 'arbiter/unknown-setting')
      .length;
  expect([unknown('2.4'), unknown('3.0')]).toEqual([1, 0]);
});
