/** What the rules about unused objects have in common. */
import type { Space } from '../../model/names/occurrence';
import { nameProperty } from '../../model/names/written';
import { spaceTitle } from '../../model/names/spaces';
import type { Model } from '../../model/types';
import { type Unused, usageOf } from '../../model/usage';
import type { RawObject } from '../../project/types';
import { defineRule, type Fix, MAX_RELATED, type Rule, type RuleCode } from '../rule';
import { removeObjects } from './remove-objects';

interface UnusedRule {
  readonly code: RuleCode;
  readonly title: string;
  readonly explain: string;
  readonly example: Rule['example'];
  /** The families that it is about. */
  includes(space: Space): boolean;
}

/** A rule about objects of some families that nobody uses. */
export function unusedRule({ includes, ...rest }: UnusedRule): Rule {
  return defineRule<Unused>({
    ...rest,
    severity: 'hint',
    off: true,
    check(model, report) {
      const usage = usageOf(model);
      for (const unused of usage?.unused ?? []) {
        const { object, space, name } = unused;
        const property = nameProperty(object);
        if (!usage || !property || !includes(space)) continue;
        const saidBy = usage.saidBy(object);
        const joined = saidBy.some((one) => one.object && !usage.isUnused(one.object));
        const why = joined
          ? ': it has members, but nobody notifies it'
          : saidBy.length > 0
            ? ': what names it is not used either'
            : '';
        report({
          at: { file: property.file, span: property.node.value.span },
          object: { type: object.type, name },
          message: `The ${spaceTitle(space)} ${name} is not used${why}.`,
          related: saidBy.slice(0, MAX_RELATED).map(({ at }) => ({ ...at, message: 'named here' })),
          unnecessary: true,
          data: unused,
        });
      }
    },
    fix: ({ data }, model) => removal(model, data),
  });
}

/** Takes it away with all that names it, so that no name is left that leads nowhere; nothing where something of use names it. */
function removal(model: Model, { object, space, name }: Unused): readonly Fix[] {
  const usage = usageOf(model);
  if (!usage) return [];
  const alike = usage.unused.filter((one) => one.space === space && one.name === name).map((one) => one.object);
  const found = new Set<RawObject>([object, ...alike]);
  const own = found.size;
  for (const each of found) {
    for (const { object: speaker } of usage.saidBy(each)) {
      if (!speaker || !usage.isUnused(speaker)) return [];
      found.add(speaker);
    }
  }
  const change = removeObjects(model, found);
  if (!change) return [];
  const others = found.size - own;
  const more =
    others === 0
      ? ''
      : others === 1
        ? ' and the unused object that names it'
        : ` and ${String(others)} unused objects that name it`;
  return [{ title: `Remove the ${spaceTitle(space)} ${name}${more}`, change }];
}
