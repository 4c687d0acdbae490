/** The names in `bp_rule!…`: hosts, services, groups and templates between operators. */
import type { Part, Space } from './occurrence';
import { cut, split, strip } from './parts';

export interface RulePart extends Part {
  readonly space: Space;
  /** The host before a service; `''` is the rule's own, undefined a pattern. */
  readonly host?: string;
}

/** Operators, `N of:` counts included, that stand between two nodes of a business rule. */
const ruleOperators = /[&|()!]|(?:^|(?<=\())\s*-?\d+%?,*-?\d*%?,*-?\d*%? *of:/g;

/** What the flags before a `:` make of the name behind it; undefined where it is a pattern or a label. */
function spaceOf(flags: string, half: 'host' | 'service'): Space | undefined {
  if (/[rl]/.test(flags)) return undefined;
  if (flags.includes('g')) return half === 'host' ? 'hostgroup' : 'servicegroup';
  if (flags.includes('t')) return half === 'host' ? 'template host' : undefined;
  return half;
}

/** The names of a business rule, which begins at `at` in the value. */
export function ruleParts(rule: string, at: number): readonly RulePart[] {
  return split(rule, ruleOperators, at).flatMap((node) => {
    const comma = node.text.indexOf(',');
    const before = strip(comma < 0 ? node : cut(node, 0, comma));
    const host = half(before, 'host');
    const service = comma < 0 ? undefined : half(untilComma(cut(node, comma + 1)), 'service');
    const hostName = before.text === '' || host?.space === 'host' ? before.text : undefined;
    return [host, service && { ...service, host: hostName }].flatMap((part) =>
      part && part.text !== '' ? [part] : [],
    );
  });
}

/** What stands behind a second comma is dropped. */
function untilComma(part: Part): Part {
  return cut(part, 0, part.text.search(/,|$/));
}

function half(part: Part, which: 'host' | 'service'): RulePart | undefined {
  const flags = /^\s*([grlt]+):/.exec(part.text);
  const name = strip(flags ? cut(part, flags[0].length) : part);
  const space = spaceOf(flags?.[1] ?? '', which);
  return space === undefined || name.text === '*' ? undefined : { ...name, space };
}

/** The regular expressions of a call to `bp_rule`, by what they are compared with; a service's may have its host beside it. */
export function rulePatterns(call: string): readonly (Part & { half: 'host' | 'service'; host?: string })[] {
  const from = /^\s*bp_rule\s*!/.exec(call)?.[0].length;
  if (from === undefined) return [];
  return split(call.slice(from), ruleOperators, from).flatMap((node) => {
    const comma = node.text.indexOf(',');
    const before = strip(comma < 0 ? node : cut(node, 0, comma));
    const host = before.text === '' || half(before, 'host')?.space === 'host' ? before.text : undefined;
    const found = [
      ...regexOf(before).map((part) => ({ ...part, half: 'host' as const })),
      ...(comma < 0 ? [] : regexOf(strip(cut(node, comma + 1)))).map((part) => ({
        ...part,
        half: 'service' as const,
        host,
      })),
    ];
    return found;
  });
}

function regexOf(part: Part): Part[] {
  const flags = /^[glt]*r[grlt]*:/.exec(part.text);
  return flags && !flags[0].includes('g') ? [cut(part, flags[0].length)] : [];
}
