import type { Item } from '../model/item';
import { ancestors, subRealms } from '../model/realms';

/** Nobody writes as many ways down by hand; a bound keeps a lattice of realms from growing without one. */
const MOST_WAYS = 16;

/**
 * The realms above each realm as the dispatcher lists them: in the order of their definitions, and once for every way down from each
 * (realm.py:346-361), so that what stands in one that is reached in two ways counts twice. A loop kills the arbiter; where there is one,
 * each realm counts once.
 */
export function higherRealms(realms: readonly Item[]): ReadonlyMap<Item, readonly Item[]> {
  if (realms.some(isBelowItself)) return new Map(realms.map((realm) => [realm, ancestors(realm)]));
  const parents = new Map<Item, Item[]>(realms.map((realm) => [realm, []]));
  for (const realm of realms) for (const below of subRealms(realm)) parents.get(below)?.push(realm);
  const above = new Map<Item, Item[]>(realms.map((realm) => [realm, []]));
  for (const top of realms) {
    if (subRealms(top).length === 0) continue;
    const ways = waysFrom(top, parents);
    for (const realm of realms) for (let way = 0; way < ways(realm); way++) above.get(realm)?.push(top);
  }
  return above;
}

/** How many ways lead down from a realm to another. */
function waysFrom(top: Item, parents: ReadonlyMap<Item, readonly Item[]>): (realm: Item) => number {
  const known = new Map<Item, number>();
  const ways = (realm: Item): number => {
    let count = known.get(realm);
    if (count === undefined) {
      count = (parents.get(realm) ?? []).reduce((sum, parent) => sum + (parent === top ? 1 : ways(parent)), 0);
      known.set(realm, (count = Math.min(count, MOST_WAYS)));
    }
    return count;
  };
  return ways;
}

function isBelowItself(realm: Item): boolean {
  const seen = new Set<Item>();
  const waiting = [...subRealms(realm)];
  for (const next of waiting) {
    if (next === realm) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...subRealms(next));
  }
  return false;
}
