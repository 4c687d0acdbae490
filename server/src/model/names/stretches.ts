/** What a project has read, cut where one file ends and the next begins: what is known of the objects of an unchanged file stays known. */
import type { FilePath, RawObject } from '../../project/types';
import type { Occurrence, Space } from './occurrence';
import { scan } from './scanned';

type Families = ReadonlyMap<Space, ReadonlyMap<string, readonly Occurrence[]>>;

/** Objects of one file that were read one after the other. */
export class Stretch {
  private defined: Families | undefined;
  private said: Families | undefined;

  constructor(
    readonly file: FilePath,
    readonly objects: readonly RawObject[],
  ) {}

  get definitions(): Families {
    return (this.defined ??= families(this.objects.flatMap((object) => scan(object).definitions)));
  }
  get references(): Families {
    return (this.said ??= families(this.objects.flatMap((object) => scan(object).references)));
  }
  /** Finds all names now, those that are defined and those that are said. */
  prepare(): void {
    void this.definitions;
    void this.references;
  }
}

/** By first object: an unchanged file brings the very objects that it brought before. */
const known = new WeakMap<RawObject, Stretch>();

/** The stretches in reading order, without the repetitions of a file that was read twice. */
export function stretchesOf(objects: readonly RawObject[]): Stretch[] {
  const found: Stretch[] = [];
  const byFile = new Map<FilePath, Stretch[]>();
  for (let start = 0; start < objects.length;) {
    const { file = '', node } = objects[start] ?? {};
    let end = start + 1;
    // A file that is read twice running begins anew with the same node.
    while (end < objects.length && objects[end]?.file === file && objects[end]?.node !== node) end++;
    const before = byFile.get(file);
    const own = before ? unseen(objects.slice(start, end), before) : objects.slice(start, end);
    if (own.length > 0) {
      const next = stretch(file, own);
      found.push(next);
      if (before) before.push(next);
      else byFile.set(file, [next]);
    }
    start = end;
  }
  return found;
}

function unseen(objects: readonly RawObject[], before: readonly Stretch[]): RawObject[] {
  const nodes = new Set(before.flatMap((one) => one.objects.map(({ node }) => node)));
  return objects.filter(({ node }) => !nodes.has(node));
}

function stretch(file: FilePath, objects: readonly RawObject[]): Stretch {
  const [first] = objects;
  const before = first && known.get(first);
  // The last object may be another one all the same: the text behind the file may go on with it.
  if (before?.objects.length === objects.length && before.objects.at(-1) === objects.at(-1)) return before;
  const fresh = new Stretch(file, objects);
  if (first) known.set(first, fresh);
  return fresh;
}

function families(occurrences: readonly Occurrence[]): Families {
  const bySpace = new Map<Space, Occurrence[]>();
  for (const occurrence of occurrences) {
    const same = bySpace.get(occurrence.space);
    if (same) same.push(occurrence);
    else bySpace.set(occurrence.space, [occurrence]);
  }
  return new Map([...bySpace].map(([space, all]) => [space, familyOf(all)]));
}

/** Occurrences of one space by name, in their order. */
export function familyOf(occurrences: readonly Occurrence[]): Map<string, Occurrence[]> {
  const family = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const same = family.get(occurrence.name);
    if (same) same.push(occurrence);
    else family.set(occurrence.name, [occurrence]);
  }
  return family;
}

/** Families joined in their order. What stands in one of them only is not copied. */
export function merged(
  parts: readonly ReadonlyMap<string, readonly Occurrence[]>[],
): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, readonly Occurrence[]>();
  const own = new Set<string>();
  for (const part of parts) {
    for (const [name, places] of part) {
      const before = found.get(name) as Occurrence[] | undefined;
      if (!before) found.set(name, places);
      else if (own.has(name)) for (const place of places) before.push(place);
      else {
        own.add(name);
        found.set(name, [...before, ...places]);
      }
    }
  }
  return found;
}
