/** The numbers that lenses and hints tell against those of the real arbiter's effective objects. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis';
import { codeLenses } from '../../server/src/features/code-lens';
import { inlayHints, labelOf } from '../../server/src/features/inlay-hints';
import { symbolsOf } from '../../server/src/features/symbols';
import { counted } from '../../server/src/features/markdown';
import { isTemplate, nameProperty, written } from '../../server/src/model/names/written';
import type { RawObject } from '../../server/src/project/types';
import { objectType } from '../../server/src/schema';
import { breathe } from './measure';
import { judge, lineOf, objectSets, oracle, type ObjectsOf, type OracleObject } from './oracle';

if (oracle === undefined) console.log('counts: skipped, there are no labelled configurations beside this checkout');

const root = path.posix.join(oracle ?? '', 'corpus');

/** What the arbiter works with. */
const living = ({ objects }: ObjectsOf, type: string): OracleObject[] =>
  objects.filter((object) => object.type === type && object.expanded !== undefined && object.template !== true);

const listed = (object: OracleObject, key: string): string[] => {
  const value = object.expanded?.[key] ?? [];
  return (typeof value === 'string' ? value.split(',') : [...value]).map((part) => part.trim()).filter(Boolean);
};

const text = (object: OracleObject, key: string): string => listed(object, key).join(',');

const amount = (count: number, what: string): string[] => (count === 0 ? [] : [counted(count, what)]);

/** Hosts and services that fulfil a condition, as a lens names them. */
function users(set: ObjectsOf, isUser: (object: OracleObject) => boolean): string {
  const count = (type: string): number => living(set, type).filter(isUser).length;
  return [...amount(count('host'), 'host'), ...amount(count('service'), 'service')].join(', ');
}

/** Names of templates above an object, as far up as the arbiter asks. */
function templatesOf({ objects }: ObjectsOf, { type, expanded, inherited }: OracleObject): ReadonlySet<string> {
  const usedIn = (properties: OracleObject['expanded']): string[] => [properties?.['use'] ?? []].flat();
  const found = new Set(usedIn(expanded ?? inherited));
  for (const name of found) {
    const template = objects.find((one) => one.template === true && one.type === type && one.name === name);
    for (const above of usedIn(template?.inherited)) found.add(above);
  }
  return found;
}

const calls = ['check_command', 'event_handler', 'snapshot_command'];
const periods = ['check_period', 'notification_period', 'maintenance_period', 'snapshot_period'];

/** What the arbiter's objects make of a definition; undefined where they do not tell. */
function expected(set: ObjectsOf, object: RawObject, place: string): RegExp | undefined {
  const name = nameProperty(object)?.value.trim() ?? '';
  const from = (type: string): OracleObject[] =>
    living(set, type).filter(({ file, line }) => `${file ?? ''}:${String(line ?? '')}` === place);
  const exact = (title: string): RegExp => new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:, |$)`);
  const used = (who: string): RegExp | undefined => (who === '' ? undefined : exact(`used by ${who}`));
  if (object.type === 'service' && !isTemplate(object))
    return exact(`expands to ${counted(from('service').length, 'service')}`);
  if (isTemplate(object)) {
    const count = living(set, object.type).filter((one) => templatesOf(set, one).has(name)).length;
    return count === 0
      ? /^(?!used by \d+ (?:host|service|contact)s?(?:,|$))/
      : exact(`used by ${counted(count, objectType(object.type)?.title ?? '')}`);
  }
  switch (object.type) {
    case 'host':
      return exact(counted(living(set, 'service').filter((one) => text(one, 'host_name') === name).length, 'service'));
    case 'command':
      return used(users(set, (one) => calls.some((key) => text(one, key).split('!')[0] === name)));
    case 'timeperiod':
      return used(users(set, (one) => periods.some((key) => text(one, key) === name)));
    case 'contact':
      return used(users(set, (one) => listed(one, 'contacts').includes(name)));
    case 'hostgroup':
    case 'contactgroup': {
      const kind = object.type === 'hostgroup' ? 'host' : 'contact';
      const all = living(set, kind).map((one) => one.name ?? '');
      const members = new Set(from(object.type).flatMap((one) => listed(one, 'members')));
      const count = members.has('*') && kind === 'host' ? all.length : all.filter((one) => members.has(one)).length;
      return from(object.type).length === 0 ? undefined : exact(counted(count, kind));
    }
    default:
      return undefined;
  }
}

/** Each lens that differs from the arbiter. */
function differences(analysis: Analysis, set: ObjectsOf): { readonly of: number; readonly wrong: readonly string[] } {
  const lines = lineOf(analysis);
  const wrong: string[] = [];
  let of = 0;
  for (const file of analysis.project.files.keys()) {
    for (const object of symbolsOf(analysis.project).objectsIn(file)) {
      if (object.file !== file) continue;
      const { start } = object.node.span;
      const place = `${path.posix.relative(root, file)}:${String(lines(file, start))}`;
      const wanted = expected(set, object, place);
      const kinds = new Set(['usage', 'expansion'] as const);
      const titles = codeLenses(analysis, file, kinds)
        .filter(({ span }) => span.start === start)
        .map((lens) => lens.say().title)
        .filter((title) => !title.startsWith('another '));
      if (!wanted || titles.length === 0) continue;
      of++;
      if (!titles.some((title) => wanted.test(title)))
        wrong.push(`${set.main} ${place} ${String(wanted)}: ${titles.join(' | ')}`);
    }
  }
  return { of, wrong };
}

/** Hosts keep services away, services of one name displace each other, and a macro may generate none: then hosts are no services. */
function tellsHosts({ project }: Analysis): boolean {
  const others = ['service_excludes', 'service_includes', 'definition_order', 'duplicate_foreach'];
  return !project.objects.some((object) => others.some((key) => written(object, key) !== undefined));
}

/** Hosts behind the groups of a service that is for them alone, against the hosts that the arbiter has given it. */
function hintDifferences(
  analysis: Analysis,
  set: ObjectsOf,
): { readonly of: number; readonly wrong: readonly string[] } {
  const lines = lineOf(analysis);
  const wrong: string[] = [];
  let of = 0;
  for (const file of tellsHosts(analysis) ? analysis.project.files.keys() : []) {
    for (const object of symbolsOf(analysis.project).objectsIn(file)) {
      const groups = written(object, 'hostgroup_name');
      const hosts = written(object, 'host_name');
      const forGroups = object.type === 'service' && !isTemplate(object) && groups !== undefined && hosts === undefined;
      const forTemplates = object.type === 'service' && isTemplate(object) && hosts !== undefined;
      if (object.file !== file || !(forGroups || forTemplates)) continue;
      const hint = inlayHints(analysis, { file, span: object.node.span }, new Set(['members'] as const))
        .map(labelOf)
        .find((label) => label.includes('host'));
      if (hint === undefined) continue;
      const place = `${path.posix.relative(root, file)}:${String(lines(file, object.node.span.start))}`;
      const found = living(set, 'service').filter((one) => `${one.file ?? ''}:${String(one.line ?? '')}` === place);
      const wanted = `= ${counted(new Set(found.map((one) => text(one, 'host_name'))).size, 'host')}`;
      of++;
      if (hint !== wanted) wrong.push(`${set.main} ${place} ${wanted}: ${hint}`);
    }
  }
  return { of, wrong };
}

describe.skipIf(oracle === undefined)("the arbiter's objects", { timeout: 600_000 }, () => {
  test.each([
    ['lenses', differences],
    ['hints', hintDifferences],
  ])('are what %s count', async (what, compare) => {
    let of = 0;
    const wrong: string[] = [];
    for (const set of objectSets()) {
      await breathe();
      const found = compare(judge(root, set, '2.4'), set);
      of += found.of;
      wrong.push(...found.wrong);
    }
    console.log(`${what} equal to the arbiter's objects: ${String(of - wrong.length)} of ${String(of)}`);
    expect(wrong).toEqual([]);
  });
});
