/** The names in `bp_rule!…`: hosts, services, groups and templates between operators. */
import type { Part, Space } from './occurrence';
import { cut, split, strip } from './parts';

export interface RulePart extends Part {
  readonly space: Space;
  /** The host before a service; `''` is the rule's own. */
  readonly host?: string;
}

/** Operators, `N of:` counts included, that stand between two nodes of a business rule. */
export const ruleOperators = /[&|()!]|(?:^|(?<=\())\s*-?\d+%?,*-?\d*%?,*-?\d*%? *of:/g;

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
    const host = half(comma < 0 ? node : cut(node, 0, comma), 'host');
    const service = comma < 0 ? undefined : half(cut(node, comma + 1), 'service');
    const hostName = host?.space === 'host' ? host.text : '';
    return [host, service && { ...service, host: hostName }].flatMap((part) =>
      part && part.text !== '' ? [part] : [],
    );
  });
}

function half(part: Part, which: 'host' | 'service'): RulePart | undefined {
  const flags = /^\s*([grlt]+):/.exec(part.text);
  const name = strip(flags ? cut(part, flags[0].length) : part);
  const space = spaceOf(flags?.[1] ?? '', which);
  return space === undefined || name.text === '*' ? undefined : { ...name, space };
}
