import type { OverviewRealm } from '../../../../server/src/availability/overview';

export interface Nested {
  readonly realm: OverviewRealm<unknown>;
  readonly depth: number;
}

/** Each realm once, below the first that lists it; a circle begins at its first realm. */
export function nested(realms: readonly OverviewRealm<unknown>[]): readonly Nested[] {
  const found = new Map<string, Nested>();
  const visit = (realm: OverviewRealm<unknown>, depth: number): void => {
    if (found.has(realm.name)) return;
    found.set(realm.name, { realm, depth });
    for (const name of realm.children) {
      const child = realms.find((other) => other.name === name);
      if (child) visit(child, depth + 1);
    }
  };
  for (const realm of realms) if (realm.parents.length === 0) visit(realm, 0);
  for (const realm of realms) visit(realm, 0);
  return [...found.values()];
}
