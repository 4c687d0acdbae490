import { expect, test } from 'vitest';
import { suggest } from '../../server/src/rules/suggest';

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
