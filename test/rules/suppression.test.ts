import { describe, expect, test } from 'vitest';
import { accepted, analyze } from '../../server/src/analysis';
import { ruleOf } from '../../server/src/rules';
import { applied } from '../support/analysis';
import { judged, problemLines } from '../support/problems';
import { ROOT, workspace } from '../support/workspace';

/** A host in a group that nobody defines: `silent/group-created`, which `judged` tells of and `problemLines` does not. */
const codes = (declaration: string): string[] =>
  judged(declaration)
    .problems.map(({ code }) => code as string)
    .filter((code) => /group-created|unknown-host|unknown-directive|idle-suppression/.test(code));

const created = 'silent/group-created';
const idle = 'silent/idle-suppression';
const unknown = 'arbiter/unknown-directive';

describe('a comment silences a rule', () => {
  const host = (above: string, behind = '', group = ''): string =>
    `${above}define host {${behind}\n    host_name a\n${group}    hostgroups g\n}\n`;
  test.each<readonly [string, string, readonly string[]]>([
    ['not without one', host(''), [created]],
    ['above a definition', host(`; shinken-ignore ${created}\n`), []],
    ['as a line of its own in the other manner', host(`# shinken-ignore ${created}\n`), []],
    ['with a reason', host(`; shinken-ignore ${created} -- made elsewhere, so be it\n`), []],
    ['behind the head of a definition', host('', ` ; shinken-ignore ${created}`), []],
    ['above a line', host('', '', `    ; shinken-ignore ${created}\n`), []],
    ['behind a line', host('').replace('hostgroups g', `hostgroups g ; shinken-ignore ${created}`), []],
    ['among other comments', host(`; shinken-ignore ${created}\n# a host\n`), []],
    ['its family', host('; shinken-ignore silent/*\n'), []],
    ['and all others', host('; shinken-ignore *\n'), []],
    [
      'among others',
      host(`; shinken-ignore ${unknown}, ${created}\n`).replace('hostgroups', 'nonsense 1\n    hostgroups'),
      [],
    ],
    [
      'with blanks alone between them',
      host(`; shinken-ignore ${unknown} ${created}\n`).replace('hostgroups', 'nonsense 1\n    hostgroups'),
      [],
    ],
    [
      'in several comments',
      host(`; shinken-ignore ${unknown}\n; shinken-ignore ${created}\n`).replace(
        'hostgroups',
        'nonsense 1\n    hostgroups',
      ),
      [],
    ],
    [
      'in a whole file',
      `; shinken-ignore-file ${created}\n${host('')}${host('').replace(' a', ' b').replace(' g', ' h')}`,
      [],
    ],
    [
      'above lines that go on',
      host('', '', `    ; shinken-ignore ${created}\n`).replace('hostgroups g', 'hostgroups \\\n g'),
      [],
    ],
    ['in CR LF', host(`; shinken-ignore ${created}\n`).replaceAll('\n', '\r\n'), []],
    ['above a setting', `; shinken-ignore ${created}\nx=1\n${host('')}`, [created, idle]],
    [
      'not of the next object',
      host('') + host(`; shinken-ignore ${created}\n`).replace(' a', ' b').replace(' g', ' h'),
      [created],
    ],
    ['not across a blank line', host(`; shinken-ignore ${created}\n\n`), [created, idle]],
    ['not at the end of a file', `${host('')}; shinken-ignore ${created}\n`, [created, idle]],
    [
      'not behind #, which is a part of the value',
      host('').replace('hostgroups g', `hostgroups g # shinken-ignore ${created}`),
      [created],
    ],
    [
      'not behind \\;, which is one, too',
      host('').replace('hostgroups g', `hostgroups g \\; shinken-ignore ${created}`),
      [created],
    ],
    ['of a whole file only at its top', `${host('')}; shinken-ignore-file ${created}\n`, [created, idle]],
    ['in other words', host(`; shinken-ignored ${created}\n`), [created]],
  ])('%s', (_what, declaration, expected) => {
    expect(codes(declaration).sort()).toEqual([...expected].sort());
  });

  test('of one file only', () => {
    expect(codes(`; shinken-ignore-file ${created}\ncfg_file=a.cfg\n#- a.cfg\n${host('')}`).sort()).toEqual([
      created,
      idle,
    ]);
  });
});

describe('what the arbiter refuses', () => {
  const text = (comment: string): string => `${comment}define host {\n    host_name a\n    check_period t\n}\n`;
  test.each([
    '; shinken-ignore arbiter/unknown-timeperiod\n',
    '; shinken-ignore-file *\n',
    '; shinken-ignore arbiter/*\n',
  ])('is said whatever %j says', (comment) => {
    const { problems } = judged(text(comment));
    expect(accepted(problems)).toBe(false);
    expect(problems.map(({ code }) => code)).toContain('arbiter/unknown-timeperiod');
  });
  test('is told of at the comment', () => {
    const [problem] = judged(text('; shinken-ignore arbiter/unknown-timeperiod\n')).problems.filter(
      ({ code }) => code === idle,
    );
    expect(problem?.message).toBe(
      'What arbiter/unknown-timeperiod says here is an error of the arbiter, which cannot be ignored.',
    );
  });
  test('what it only warns of can be ignored', () => {
    const parents = `; shinken-ignore arbiter/unknown-host\ndefine host {\n    host_name a\n    parents b\n}\n`;
    expect(codes(parents)).toEqual([]);
  });
});

describe('a comment that ignores nothing', () => {
  const host = 'define host {\n    host_name a\n}\n';
  test.each([
    [`; shinken-ignore ${created}\n${host}`, `${created}`, `${created} has nothing to say here: this comment can go.`],
    [
      `; shinken-ignore ${created}, arbiter/nobody-notified\n${host}`,
      `${created}`,
      `${created} has nothing to say here: it can be taken out of this comment.`,
    ],
    [
      `; shinken-ignore silent/group-creatd\n${host}`,
      'silent/group-creatd',
      `There is no rule silent/group-creatd. Did you mean ${created}?`,
    ],
    [`; shinken-ignore because I say so\n${host}`, 'because', 'There is no rule because.'],
    [`; shinken-ignore -- quiet\n${host}`, '; shinken-ignore -- quiet', 'This comment names no rule.'],
    [
      `; shinken-ignore ${created}\n\n${host}`,
      `; shinken-ignore ${created}`,
      'This comment has no effect: it stands above nothing.',
    ],
    [
      `${host}; shinken-ignore-file ${created}\n`,
      `; shinken-ignore-file ${created}`,
      'This comment has no effect: what is ignored in a whole file is said at its top.',
    ],
  ])('%j', (declaration, place, message) => {
    const { problems, project } = judged(declaration);
    const [problem] = problems.filter(({ code }) => code === idle);
    expect(problem).toMatchObject({ message, severity: 'hint' });
    expect(project.files.get(`${ROOT}/shinken.cfg`)?.text.slice(problem?.span.start, problem?.span.end)).toBe(place);
  });

  test('is not one where its rule is not run', () => {
    expect(problemLines(`; shinken-ignore availability/copy-differs\n${host}`).join()).not.toContain(idle);
  });
  test('is not one where its rule is switched off', () => {
    const analysis = judged(`; shinken-ignore ${created}\n${host}`);
    const levels = new Map([[created, 'off' as const]]);
    const { problems } = analyze(analysis.project, { ...analysis.model.options, levels });
    expect(problems.map(({ code }) => code)).not.toContain(idle);
  });
  test('cannot itself be ignored', () => {
    expect(codes(`; shinken-ignore-file ${idle}\n; shinken-ignore ${created}\n${host}`)).toEqual([idle, idle]);
  });

  const host2 = host.replace('}', '    hostgroups g\n}');
  test.each([
    [`; shinken-ignore ${created}\n${host}`, host],
    [`; shinken-ignore silent/group-creatd\n${host2}`, `; shinken-ignore ${created}\n${host2}`],
    [`; shinken-ignore ${unknown}, ${created}\n${host2}`, `; shinken-ignore ${created}\n${host2}`],
    [`; shinken-ignore ${created}, ${unknown}  -- why\n${host2}`, `; shinken-ignore ${created}  -- why\n${host2}`],
    [host.replace(' a', ` a  ; shinken-ignore ${created}`), host],
  ])('goes: %j', (declaration, expected) => {
    const { problems, model } = judged(declaration);
    const problem = problems.find(({ code }) => code === idle);
    const [fix] = (problem && ruleOf(idle)?.fix?.(problem, model)) ?? [];
    const { files } = workspace(declaration);
    expect(fix && applied(files, fix.change).get(`${ROOT}/shinken.cfg`)).toBe(expected);
  });
});
