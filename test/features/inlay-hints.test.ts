import { describe, expect, test } from 'vitest';
import { type HintKind, hintKinds, type InlayHint, inlayHints, labelOf } from '../../server/src/features/inlay-hints';
import { edits } from '../../server/src/rules/edits';
import { cfg, inEditor } from '../availability/support';
import { analysisOf, applied } from '../support/analysis';
import { ROOT } from '../support/workspace';

const MAIN = `${ROOT}/shinken.cfg`;
const noLink = (): string => '';
const whole = { start: 0, end: 1_000_000 };

function hintsIn(lines: string, kinds: readonly HintKind[] = hintKinds): readonly InlayHint[] {
  return inlayHints(analysisOf(cfg(lines)), { file: MAIN, span: whole }, new Set(kinds));
}

/** The first definition as an editor shows it, hints marked `‹so›`. */
function shown(lines: string, kinds?: readonly HintKind[]): string {
  const text = cfg(lines);
  const hints = [...hintsIn(lines, kinds)].reverse();
  const all = hints.reduce(
    (rest, hint) => `${rest.slice(0, hint.offset)}‹${labelOf(hint)}›${rest.slice(hint.offset)}`,
    text,
  );
  return all.slice(0, all.indexOf('}') + 1);
}

/** Labels of the first definition's hints of one kind. */
function labels(lines: string, kind: HintKind): string[] {
  return [...shown(lines, [kind]).matchAll(/‹(.*?)›/g)].map(([, label]) => label ?? '');
}

const spare = 'poller other server3 spare=1';

test('stand on the line of the define, and behind the name', () => {
  expect(shown(`broker one server1\n${spare}\nrealm All default=1`)).toBe(
    [
      'define broker {‹spare 0›‹port 7772›‹given up within 180 s›',
      '    broker_name        one‹realm All›‹manage_arbiters 0›',
      '    address            server1',
      '}',
    ].join('\n'),
  );
});

test('are not for what is written', () => {
  const all =
    'port=7772 spare=0 realm=All manage_sub_realms=1 manage_arbiters=1 check_interval=60 max_check_attempts=3';
  expect(hintsIn(`broker one server1 ${all}\n${spare} ${all}\nrealm All default=1 realm_members=B\nrealm B`)).toEqual(
    [],
  );
});

test.each<[string, HintKind, string[]]>([
  ['poller one', 'spare', []],
  [`poller one\n${spare}`, 'spare', ['spare 0']],
  ['arbiter one', 'port', ['port 7770']],
  ['receiver one', 'port', ['port 7772']],
  ['scheduler one port=1', 'port', []],
  ['scheduler one\nrealm Europe default=1', 'realm', ['realm Europe']],
  ['scheduler one', 'realm', ['realm Default']],
  ['scheduler one\nrealm A', 'realm', []],
  ['arbiter one\nrealm Europe default=1', 'realm', []],
  ['broker one', 'manageArbiters', ['manage_arbiters 0']],
  ['poller one', 'manageArbiters', []],
])('%s: %s', (lines, kind, wanted) => {
  expect(labels(lines, kind)).toEqual(wanted);
});

describe('the time until others take over', () => {
  test.each([
    ['arbiter one server1\narbiter two server3 spare=1', ['takeover after 180 s']],
    ['arbiter one server1 check_interval=10\narbiter two server3 spare=1', ['takeover after 30 s']],
    ['arbiter one server1 check_interval=10 max_check_attempts=3\narbiter two server3 spare=1', []],
    // Nobody waits for it: there is no other.
    [`arbiter one server1\n${spare}`, []],
    ['arbiter two server3 spare=1\narbiter one server1', []],
    [`scheduler one server1\n${spare}`, ['given up within 60 s']],
    [`scheduler one server1 check_interval=60\n${spare}`, []],
    [`poller one server1\n${spare}`, ['given up within 180 s']],
    [`poller one server1 max_check_attempts=5\n${spare}`, ['given up within 300 s']],
    ['poller one server1', []],
    [`${spare}\npoller one server1`, []],
  ])('%s', (lines, wanted) => {
    expect(labels(lines, 'timers')).toEqual(wanted);
  });
  test('is explained', () => {
    const [hint] = hintsIn(`poller one server1 max_check_attempts=5\n${spare}`, ['timers']);
    expect(hint?.tooltip(noLink)).toContain('`check_interval 60` × `max_check_attempts 5`');
    expect(hint?.tooltip(noLink)).toContain('240 to 300 seconds');
    expect(hint?.tooltip(noLink)).toContain('Not written: `check_interval`.');
  });
});

describe('the realms below', () => {
  const realms = 'realm World default=1 realm_members=Europe,Asia\nrealm Europe\nrealm Asia';
  test.each([
    [`poller one realm=World\n${realms}`, ['manage_sub_realms 1']],
    [`poller one\n${realms}`, ['manage_sub_realms 1']],
    [`poller one realm=Asia\n${realms}`, []],
    // Nobody asks a scheduler.
    [`scheduler one realm=World\n${realms}`, []],
    ['poller one realm=World\nrealm World default=1', []],
  ])('%s', (lines, wanted) => {
    expect(labels(lines, 'subRealms')).toEqual(wanted);
  });
  test('are named, behind the realm', () => {
    const lines = `poller one realm=World\n${realms}`;
    expect(shown(lines, ['subRealms'])).toContain('World‹manage_sub_realms 1›\n');
    expect(hintsIn(lines, ['subRealms'])[0]?.tooltip(noLink)).toContain('the realms Europe and Asia');
  });
});

describe('a hint', () => {
  const lines = `arbiter one server1\narbiter two server3 spare=1`;
  test('writes itself down', () => {
    const [hint] = hintsIn(lines, ['timers']);
    const files = applied(new Map([[MAIN, cfg(lines)]]), edits(...(hint?.edits() ?? [])));
    expect(files.get(MAIN)).toMatch(/server1\n {4}(?:check_interval|max_check_attempts) .*\n {4}\S+ +\d+\n}/);
    const after = analysisOf(files.get(MAIN) ?? '');
    expect(inlayHints(after, { file: MAIN, span: whole }, new Set(['timers']))).toEqual([]);
  });
  test('leads to the realm', () => {
    const text = cfg('scheduler one\nrealm Europe default=1');
    const target = hintsIn('scheduler one\nrealm Europe default=1', ['realm'])[0]?.label[0]?.target?.span;
    expect(text.slice(target?.start, target?.end)).toBe('define realm');
  });
  test('is given for the part of the file that is on the screen', () => {
    const analysis = analysisOf(cfg('poller one\npoller two\npoller three'));
    const start = cfg('poller one\npoller two\npoller three').indexOf('two');
    const found = inlayHints(analysis, { file: MAIN, span: { start: start - 1, end: start + 3 } }, new Set(hintKinds));
    expect(found.map(labelOf)).toEqual(['realm Default']);
  });
});

test('there are none where the other daemons are not known', () => {
  const pack = '#- pollers/one.cfg\ndefine poller {\n    poller_name one\n}\n';
  const file = `${ROOT}/pollers/one.cfg`;
  const hintsOf = (declaration: string): number =>
    inlayHints(inEditor(declaration), { file, span: whole }, new Set(hintKinds)).length;
  expect(hintsOf(pack)).toBe(0);
  expect(hintsOf(`cfg_dir=schedulers\n${pack}`)).toBe(0);
  expect(hintsOf(`cfg_dir=pollers\n${pack}`)).toBeGreaterThan(0);
});
