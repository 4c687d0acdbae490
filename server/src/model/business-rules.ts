/** Business rules: what `check_command bp_rule!…` of hosts and services stands for (schedulingitem.py:1531-1568). */
import type { Place } from '../project/types';
import { strip } from '../syntax/blanks';
import { spanOf } from '../syntax/values';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { parseRule, type RuleLeaf, type RuleNode, type RuleSlip } from './business-rule';
import type { Item } from './item';
import { namePlace, originsOf } from './places';
import { resolveRuleMacros } from './rule-macros';
import { RuleMemberFinder } from './rule-members';

/** Facts about business rules. */
export interface BusinessRuleFacts {
  /**
   * A rule that the arbiter refuses, or dies of: a pattern that fits nothing or does not compile, a part without members; nothing at
   * all, `&` mixed with `|` on one level, more than one comma in a pattern. `text` is the part in question.
   */
  'bad-business-rule': {
    readonly item: Item;
    readonly at: Place | undefined;
    readonly why: 'no-match' | 'invalid-pattern' | 'no-members' | 'empty' | 'mixed-operators' | 'too-many-parts';
    readonly text: string;
    readonly crashes: boolean;
  };
  /** Something in a rule that the arbiter passes over or takes for something else. */
  'business-rule-slip': {
    readonly item: Item;
    readonly at: Place | undefined;
    readonly why: RuleSlip['kind'] | 'part-ignored' | 'not-a-rule';
    readonly text: string;
  };
}

const key = 'check_command';
const command = 'bp_rule';

/** Builds the rules of all hosts, then of all services. Members are linked as `business_rule`. */
export function* createBusinessRules(build: Build): Steps<void> {
  const finder = new RuleMemberFinder(build);
  for (const type of ['host', 'service'] as const) {
    yield* withEach(build.of(type).all, (item) => {
      const call = item.calls.get(key)?.[0]?.text;
      if (call?.startsWith(command) !== true) return;
      const [name = ''] = call.split('!', 1);
      if (name === command) createRule(build, finder, item, call);
      else if (strip(name) === command) {
        build.note('business-rule-slip', { item, at: namePlace(item, key, ''), why: 'not-a-rule', text: name });
      }
    });
  }
}

/** One rule while it is understood. */
interface Context {
  readonly build: Build;
  readonly finder: RuleMemberFinder;
  readonly item: Item;
  /** Where a stretch of the expression stands; the whole value where macros moved it. */
  readonly place: (start: number, end: number) => Place | undefined;
  readonly text: string;
  readonly members: Set<Item>;
}

function createRule(build: Build, finder: RuleMemberFinder, item: Item, call: string): void {
  const written = call.slice(command.length + 1);
  const host = item.type === 'service' ? build.of('host').find(item.text('host_name') ?? '') : undefined;
  const text = resolveRuleMacros(written, host ? [host, item] : [item]);
  if (text === undefined) return;
  const place = placer(item, call, text === strip(written) ? call.length - written.trimStart().length : undefined);
  if (text === '') {
    build.note('bad-business-rule', { item, at: place(0, 0), why: 'empty', text, crashes: true });
    return;
  }
  const { root, slips, mixedAt } = parseRule(text);
  const context: Context = { build, finder, item, place, text, members: new Set() };
  if (mixedAt !== undefined) {
    const at = place(mixedAt, mixedAt + 1);
    build.note('bad-business-rule', { item, at, why: 'mixed-operators', text, crashes: true });
  }
  for (const { kind, start, end } of slips) {
    build.note('business-rule-slip', { item, at: place(start, end), why: kind, text: text.slice(start, end) });
  }
  collect(context, root);
  item.setLinks('business_rule', [...context.members]);
  build.ruled[item.type === 'host' ? 'host' : 'service'].push(item);
}

function placer(item: Item, call: string, offset: number | undefined): Context['place'] {
  const property = originsOf(item, key).at(-1)?.property;
  if (!property || offset === undefined || property.node.value.text !== call) return () => namePlace(item, key, '');
  const { file, node } = property;
  return (start, end) =>
    end > start ? { file, span: spanOf(node.value, offset + start, offset + end) } : namePlace(item, key, '');
}

function collect(context: Context, node: RuleNode): void {
  if (node.kind === 'group') {
    if (node.sons.length === 0) noteBad(context, node, 'no-members', false);
    for (const son of node.sons) collect(context, son);
  } else if (node.expands) expand(context, node);
  else findOne(context, node);
}

function noteBad(
  { build, item, place, text }: Context,
  { start, end }: { readonly start: number; readonly end: number },
  why: 'no-match' | 'invalid-pattern' | 'no-members' | 'too-many-parts',
  crashes: boolean,
): void {
  build.note('bad-business-rule', { item, at: place(start, end), why, text: text.slice(start, end), crashes });
}

/** A part that stands for every match. */
function expand(context: Context, leaf: RuleLeaf): void {
  const [host = '', service, ...more] = leaf.parts;
  if (more.length > 0) {
    noteBad(context, leaf, 'too-many-parts', true);
    return;
  }
  const members = context.finder.expand(host === '' ? (context.item.text('host_name') ?? '') : host, service);
  if (members.kind === 'invalid-pattern') noteBad(context, leaf, 'invalid-pattern', false);
  else if (members.kind === 'members') {
    for (const item of members.items) context.members.add(item);
    if (members.items.length === 0) noteBad(context, leaf, 'no-match', false);
  }
}

/** One host, or one service; a third part is passed over. */
function findOne(context: Context, leaf: RuleLeaf): void {
  const { build, finder, item, members, place } = context;
  const [written = '', service, ...more] = leaf.parts;
  const host = written === '' ? (item.text('host_name') ?? '') : written;
  const found = service === undefined ? finder.host(host) : finder.service(host, service);
  if (more.length > 0) {
    const at = place(leaf.start, leaf.end);
    build.note('business-rule-slip', { item, at, why: 'part-ignored', text: more.join(',') });
  }
  if (found) {
    members.add(found);
    return;
  }
  const hostIsMissing = service === undefined || !finder.host(host);
  build.note('unknown-reference', {
    item,
    key,
    at: place(leaf.start, leaf.end),
    target: hostIsMissing ? 'host' : 'service',
    name: hostIsMissing ? host : service,
    ...(!hostIsMissing && { host }),
    outcome: 'error',
  });
}
