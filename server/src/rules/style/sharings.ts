/** Groups of things that have many lines in common. */

export interface Sharing<Thing> {
  /** In their order. */
  readonly members: readonly Thing[];
  readonly lines: readonly string[];
}

/** Beyond these nobody reads on, and looking for the best takes long. */
const MOST_GROUPS = 10;
const MOST_KINDS = 60;

/** Things that have the very same of the lines that are worth a look. */
interface Kind<Thing> {
  readonly lines: ReadonlySet<string>;
  members: readonly Thing[];
}

/**
 * Groups of at least `leastMembers` things that have at least `leastLines` lines in common, the one that saves the most lines first. A
 * thing is in one group at most.
 */
export function sharings<Thing>(
  linesOf: ReadonlyMap<Thing, readonly string[]>,
  leastMembers: number,
  leastLines: number,
): readonly Sharing<Thing>[] {
  const order = new Map([...linesOf.keys()].map((thing, index) => [thing, index]));
  const kinds = kindsOf(linesOf, leastMembers, leastLines);
  const candidates = intersections(kinds, leastLines);
  const found: Sharing<Thing>[] = [];
  while (found.length < MOST_GROUPS) {
    let best:
      { readonly saved: number; readonly lines: ReadonlySet<string>; readonly kinds: Kind<Thing>[] } | undefined;
    for (const lines of candidates) {
      const having = kinds.filter((kind) => kind.members.length > 0 && isSubset(lines, kind.lines));
      const count = having.reduce((sum, { members }) => sum + members.length, 0);
      const saved = (count - 1) * lines.size;
      if (count >= leastMembers && saved > (best?.saved ?? 0)) best = { saved, lines, kinds: having };
    }
    if (!best) break;
    const members = best.kinds.flatMap((kind) => kind.members);
    found.push({
      members: members.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      lines: [...best.lines],
    });
    for (const kind of best.kinds) kind.members = [];
  }
  return found;
}

/** Only lines that enough things have count; the kinds with the most things come first. */
function kindsOf<Thing>(
  linesOf: ReadonlyMap<Thing, readonly string[]>,
  leastMembers: number,
  leastLines: number,
): Kind<Thing>[] {
  const counts = new Map<string, number>();
  for (const lines of linesOf.values()) for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const kinds = new Map<string, { lines: ReadonlySet<string>; members: Thing[] }>();
  for (const [thing, all] of linesOf) {
    const lines = all.filter((line) => (counts.get(line) ?? 0) >= leastMembers);
    if (lines.length < leastLines) continue;
    const key = JSON.stringify([...lines].sort());
    const kind = kinds.get(key);
    if (kind) kind.members.push(thing);
    else kinds.set(key, { lines: new Set(lines), members: [thing] });
  }
  return [...kinds.values()].sort((a, b) => b.members.length - a.members.length).slice(0, MOST_KINDS);
}

/** What the kinds have, and what every two of them have in common, once each. */
function intersections<Thing>(kinds: readonly Kind<Thing>[], leastLines: number): ReadonlySet<string>[] {
  const found = new Map<string, ReadonlySet<string>>();
  for (const [index, { lines }] of kinds.entries()) {
    for (const other of kinds.slice(index)) {
      const common = [...lines].filter((line) => other.lines.has(line));
      if (common.length >= leastLines) found.set(JSON.stringify([...common].sort()), new Set(common));
    }
  }
  return [...found.values()];
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  for (const line of part) if (!whole.has(line)) return false;
  return true;
}
