/** What a project has read, cut where one file ends and the next begins: what is known of the objects of an unchanged file stays known. */
import { Attached } from '../../project/attached';
import { addTo, isSameList, remembered } from '../../project/lists';
import type { Piece } from '../../project/pieces';
import type { FilePath, RawObject } from '../../project/types';
import type { Occurrence, Space } from './occurrence';
import { definersOf } from './scan';
import { scan } from './scanned';
import { isTemplate } from './written';

/** Names of one space, with the places that define or say them. */
export type Family = ReadonlyMap<string, readonly Occurrence[]>;

export const none: Family = new Map();

/** Where names are looked for: a stretch, or several of them one behind the other. */
export interface Named {
  readonly spaces: Iterable<Space>;
  /** The names that are defined, of one space. */
  definitions(space: Space): Family;
  /** Those that are said. */
  references(space: Space): Family;
  /** The places that define or say one name. */
  find(role: Role, space: Space, name: string): readonly Occurrence[];
}

export type Role = Occurrence['role'];

export const nowhere: readonly Occurrence[] = [];

type Families = ReadonlyMap<Space, Family>;

/** Objects of one file that were read one after the other. */
export class Stretch implements Named {
  /** Space by space: nobody who looks for a host has to wait until all services are looked through. */
  private readonly defined = new Map<Space, Family>();
  private allDefined: Families | undefined;
  private said: Families | undefined;
  private byType: ByType | undefined;

  constructor(
    readonly file: FilePath,
    readonly objects: readonly RawObject[],
  ) {}

  /** Those of which something is defined. */
  get spaces(): Iterable<Space> {
    return this.definedInAll.keys();
  }
  definitions(space: Space): Family {
    return remembered(this.defined, space, () => {
      const families = this.allDefined ?? definedIn(this.objects.filter(definersOf(space)));
      return families.get(space) ?? none;
    });
  }
  references(space: Space): Family {
    return this.allSaid.get(space) ?? none;
  }
  find(role: Role, space: Space, name: string): readonly Occurrence[] {
    return placesIn(this, role, space, name);
  }
  /** Of a type: templates, or all but templates. */
  objectsOf(type: string, templates: boolean): readonly RawObject[] {
    this.byType ??= byTypeOf(this.objects);
    return this.byType[templates ? 'templates' : 'others'].get(type) ?? [];
  }
  /** Finds all names now, those that are defined and those that are said. */
  prepare(): void {
    void this.definedInAll;
    void this.allSaid;
  }

  private get definedInAll(): Families {
    return (this.allDefined ??= definedIn(this.objects));
  }
  private get allSaid(): Families {
    return (this.said ??= families(this.objects, (object) => scan(object).references));
  }
}

function definedIn(objects: readonly RawObject[]): Families {
  return families(objects, (object) => scan(object).definitions);
}

interface ByType {
  readonly templates: ReadonlyMap<string, readonly RawObject[]>;
  readonly others: ReadonlyMap<string, readonly RawObject[]>;
}

function byTypeOf(objects: readonly RawObject[]): ByType {
  const found = { templates: new Map<string, RawObject[]>(), others: new Map<string, RawObject[]>() };
  for (const object of objects) {
    remembered(isTemplate(object) ? found.templates : found.others, object.type, () => []).push(object);
  }
  return found;
}

/** By first object: an unchanged file brings the very objects that it brought before. */
const known = new Attached<RawObject, Stretch>();

/** The stretches in reading order, without the repetitions of a file that was read twice. */
export function stretchesOf(pieces: readonly Piece[]): Stretch[] {
  const found: Stretch[] = [];
  const byFile = new Map<FilePath, Stretch[]>();
  for (const piece of pieces) {
    const { file = '' } = piece[0] ?? {};
    const before = byFile.get(file);
    const own = before ? unseen(piece, before) : piece;
    if (own.length === 0) continue;
    const next = stretch(file, own);
    found.push(next);
    addTo(byFile, file, next);
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
  // Others may be there all the same: the text behind the file may go on with the last one.
  if (before && isSameList(before.objects, objects)) return before;
  const fresh = new Stretch(file, objects);
  if (first) known.set(first, fresh);
  return fresh;
}

/** So many are looked through one after the other. */
const FEW = 16;

/** Few that stand for many: groups of them, and groups of groups. What is known of a group in which nothing has changed stays known. */
export function grouped(parts: readonly Named[]): readonly Named[] {
  if (parts.length <= FEW) return parts;
  const groups: Named[] = [];
  for (let start = 0; start < parts.length; start += FEW) groups.push(group(parts.slice(start, start + FEW)));
  return grouped(groups);
}

/** By first part. */
const groups = new Attached<Named, Group>();

function group(parts: readonly Named[]): Group {
  const [first] = parts;
  const before = first && groups.get(first);
  if (before && isSameList(before.parts, parts)) return before;
  const fresh = new Group(parts);
  if (first) groups.set(first, fresh);
  return fresh;
}

/** So many names are found in the parts before a group is worth being joined: a group in which somebody types lives for a letter. */
const MOST_FOUND = 1000;

class Group implements Named {
  private readonly defined = new Map<Space, Family>();
  private readonly said = new Map<Space, Family>();
  private found = 0;

  constructor(readonly parts: readonly Named[]) {}

  get spaces(): Iterable<Space> {
    return new Set(this.parts.flatMap(({ spaces }) => [...spaces]));
  }
  definitions(space: Space): Family {
    return remembered(this.defined, space, () => merged(this.parts.map((part) => part.definitions(space))));
  }
  references(space: Space): Family {
    return remembered(this.said, space, () => merged(this.parts.map((part) => part.references(space))));
  }
  find(role: Role, space: Space, name: string): readonly Occurrence[] {
    const isJoined = (role === 'definition' ? this.defined : this.said).has(space);
    return isJoined || this.found++ > MOST_FOUND
      ? placesIn(this, role, space, name)
      : findIn(this.parts, role, space, name);
  }
}

/** The places in several parts, in their order. */
export function findIn(parts: readonly Named[], role: Role, space: Space, name: string): readonly Occurrence[] {
  let all = nowhere;
  for (const part of parts) {
    const found = part.find(role, space, name);
    if (found.length > 0) all = all.length > 0 ? [...all, ...found] : found;
  }
  return all;
}

/** The same of what has all names of a space at hand, or is to have them from now on. */
export function placesIn(named: Named, role: Role, space: Space, name: string): readonly Occurrence[] {
  const family = role === 'definition' ? named.definitions(space) : named.references(space);
  return family.get(name) ?? nowhere;
}

/** The occurrences in some things, by space and by name, in their order. */
export function families<From>(all: readonly From[], occurrencesIn: (each: From) => readonly Occurrence[]): Families {
  const bySpace = new Map<Space, Map<string, Occurrence[]>>();
  for (const each of all) {
    for (const occurrence of occurrencesIn(each)) {
      const family = remembered(bySpace, occurrence.space, () => new Map<string, Occurrence[]>());
      addTo(family, occurrence.name, occurrence);
    }
  }
  return bySpace;
}

/** Families joined in their order. What stands in one of them only is not copied. */
export function merged(parts: readonly Family[]): Family {
  const [only, another] = parts.filter(({ size }) => size > 0);
  if (!another) return only ?? none;
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
