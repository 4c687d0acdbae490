import { describe, expect, test } from 'vitest';
import { parseRule, type RuleNode } from '../../server/src/model/business-rule';
import { judged, problemLines } from '../support/problems';

/** An expression as it was understood. */
function understood(node: RuleNode): string {
  if (node.kind === 'leaf') return `${node.negated ? '!' : ''}${node.parts.join('/')}${node.expands ? '…' : ''}`;
  const of = node.of.length > 0 ? `${node.of.join(',')} of ` : '';
  return `${of}(${node.sons.map(understood).join(` ${node.operator ?? ''} `)})`;
}

test.each([
  ['web-1', 'web-1'],
  ['web-1,Load', 'web-1/Load'],
  [' web-1 , Load ', 'web-1/Load'],
  [',Load', '/Load'],
  ['!web-1', '!web-1'],
  ['a & b & !c', '(a & b & !c)'],
  ['(a | b) & c', '((a | b) & c)'],
  ['!(a | b)', '((a | b))'],
  ['2 of: a & b & c', '2 of (a of b of c)'],
  ['1,50%,-1 of: a | b', '1,50%,-1 of (a of b)'],
  ['a & (1 of: b | c)', '(a & 1 of (b of c))'],
  ['g:web,*', 'g:web/*…'],
  ['*,r:^Lo', '*/r:^Lo…'],
  ['web-1,*', 'web-1/*…'],
  ['*', '*'],
  ['*,Load', '*/Load'],
  ['2 of: g:web', 'g:web…'],
])('%s is read as %s', (expression, expected) => {
  const { root, slips, mixedAt } = parseRule(expression);
  expect([understood(root), slips, mixedAt]).toEqual([expected, [], undefined]);
});

test.each([
  ['a & b | c', 'mixed at 6'],
  ['a & (b | c & d)', 'mixed at 11'],
  ['(a & b', 'unclosed'],
  ['a) & b', 'too-many-closing'],
  ['a !b & c', 'misplaced-not'],
  ['web(1) & b', 'text-before-parenthesis'],
  ['a & 2 of: (b & c)', ''],
])('%s: %s', (expression, expected) => {
  const { slips, mixedAt } = parseRule(expression);
  expect(
    [...slips.map(({ kind }) => kind), ...(mixedAt === undefined ? [] : [`mixed at ${String(mixedAt)}`])].join(),
  ).toBe(expected);
});

const estate = `
  define host {
      host_name   web-1
      hostgroups  web
      labels      front
      use         linux
      _PEER       db-1
  }
  define host {
      name        linux
      register    0
  }
  define host {
      host_name   web-2
      hostgroups  web
  }
  define host {
      host_name   db-1
  }
  define service {
      hostgroup_name        web
      service_description   Http
      servicegroups         pages
      check_command         _echo
      check_interval        5
      retry_interval        1
  }
  define service {
      host_name             web-1
      service_description   Shop
      check_command         bp_rule!`;

const withRule = (rule: string): string => `${estate}${rule}
      check_interval        5
      retry_interval        1
  }`;

describe('members of a rule of web-1/Shop', () => {
  test.each([
    ['web-1 & db-1', 'web-1 db-1'],
    ['g:web', 'web-1 web-2'],
    ['l:front', 'web-1'],
    ['t:linux', 'web-1'],
    ['r:^web', 'web-1 web-2'],
    ['r:.*1$', 'web-1 db-1'],
    ['g:web,Http', 'web-1/Http web-2/Http'],
    ['*,g:pages', 'web-1/Http web-2/Http'],
    ['web-2,*', 'web-2/Http'],
    [',Http', 'web-1/Http'],
    ['$_HOSTPEER$ & $HOSTNAME$', 'db-1 web-1'],
    ['web-1 & web-1', 'web-1'],
  ])('%s', (rule, expected) => {
    const { model, problems } = judged(withRule(rule));
    const members = model.find('service', 'web-1/Shop')?.links.get('business_rule') ?? [];
    expect(members.map(({ name }) => name).join(' ')).toBe(expected);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test.each([
  ['web-3 & db-1', 'error arbiter/unknown-host ‹web-3›'],
  ['web-1,Htpp', 'error arbiter/unknown-service ‹web-1,Htpp›'],
  ['g:webs', 'error arbiter/bad-business-rule ‹g:webs›'],
  ['db-1 | r:[', 'error arbiter/bad-business-rule ‹r:[›'],
  ['*', 'error arbiter/unknown-host ‹*›'],
  ['web-1 & web-2 | db-1', 'error arbiter/bad-business-rule ‹|›'],
  ['g:web,Http,more', 'error arbiter/bad-business-rule ‹g:web,Http,more›'],
  ['&', 'error arbiter/bad-business-rule ‹&›'],
  ['web-1,Http,more', 'warning silent/business-rule-slip ‹web-1,Http,more›'],
  ['(web-1', 'warning silent/business-rule-slip ‹(web-1›'],
  ['$_HOSTNOWHERE$', 'error arbiter/bad-business-rule ‹bp_rule!$_HOSTNOWHERE$›'],
])('%s: %s', (rule, expected) => {
  expect(problemLines(withRule(rule))).toEqual([expected]);
});

test('an empty rule kills the arbiter, a blank before the ! makes no rule', () => {
  expect(problemLines(withRule(''))).toEqual(['error arbiter/bad-business-rule ‹bp_rule!›']);
  expect(problemLines(withRule('x').replace('bp_rule!', 'bp_rule !'))).toEqual([
    'warning silent/business-rule-slip ‹bp_rule !x›',
  ]);
});

test('a rule behind a template is told once, where it is written', () => {
  const template = 'define service {\n name t\n register 0\n check_command bp_rule!nowhere\n}\n';
  const users = ['a', 'b'].map(
    (name) =>
      `define service {\n use t\n host_name web-1\n service_description ${name}\n check_interval 5\n retry_interval 1\n}\n`,
  );
  expect(problemLines(`define host {\n host_name web-1\n}\n${template}${users.join('')}`)).toEqual([
    'error arbiter/unknown-host ‹nowhere›',
  ]);
});

test.each([
  ['', 'db-1'],
  ['modulation_period always', 'web-2'],
])('a macro of the host, modulated “%s”, leads to %s', (period, expected) => {
  const modulation = `
  define timeperiod {
      timeperiod_name       always
      monday                00:00-24:00
  }
  define macromodulation {
      macromodulation_name  night
      _PEER                 db-1
      ${period}
  }`;
  const host = estate.replace('_PEER       db-1', '_PEER       web-2\n      macromodulations night');
  const rule = withRule('$_HOSTPEER$').replace(estate, host);
  const { model } = judged(modulation + rule);
  const members = model.find('service', 'web-1/Shop')?.links.get('business_rule') ?? [];
  expect(members.map(({ name }) => name)).toEqual([expected]);
});
