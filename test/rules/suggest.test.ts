import { expect, test } from 'vitest';
import { isSure, suggest } from '../../server/src/rules/suggest';

test.each([
  ['wbe', ['web', 'was'], 'web'],
  ['generic_host', ['generic-host', 'generic-service'], 'generic-host'],
  ['europe', ['America', 'Europe'], 'Europe'],
  ['log_levl', ['log_level', 'log_file'], 'log_level'],
  ['check_pingg', ['check_ping', 'check_pings'], 'check_ping'],
  ['x', ['y', 'X'], 'X'],
  ['x', ['y'], undefined],
  ['abc', ['xyz'], undefined],
  ['abc', ['abc', ''], undefined],
  ['something', [], undefined],
])('%s among %j: %s', (name, candidates, expected) => {
  expect(suggest(name, candidates)).toBe(expected);
});

test.each([
  ['web-l', 'web-1', ['web-1', 'db-1'], true],
  ['web-l', 'web-1', ['web-1', 'web-2'], false],
  ['web-3', 'web-1', ['web-1'], false],
  ['wbe-1', 'web-1', ['web-1', 'web-1'], true],
  ['europe', 'Europe', ['America', 'Europe', 'Eurove'], true],
])('%s is surely meant for %s among %j: %s', (name, suggestion, candidates, expected) => {
  expect(isSure(name, suggestion, candidates)).toBe(expected);
});
