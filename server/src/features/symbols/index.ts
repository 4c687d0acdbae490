/**
 * Every name of a project: where it is defined and where it is said. It rests on the raw objects alone, so it is there while the text
 * is half written and the model has nothing to say. Built once a project, on first use.
 */
import type { FilePath, Place, Project, RawObject, RawSetting } from '../../project/types';
import { daemonTypes } from '../../schema';
import { contains, touches, type FilePosition } from '../feature';
import type { Occurrence, Space } from './occurrence';
import { definitionsIn, referencesIn, settingOccurrences } from './scan';

export type { CustomOwner, Occurrence, Space } from './occurrence';

type Family = ReadonlyMap<string, readonly Occurrence[]>;

const none: Family = new Map();

export class Symbols {
  private readonly defined: ReadonlyMap<Space, Family>;
  private said: ReadonlyMap<Space, Family> | undefined;
  private objects: ReadonlyMap<FilePath, readonly RawObject[]> | undefined;

  constructor(private readonly project: Project) {
    this.defined = families(definitions(project));
  }

  /** Defined names of a family with the places that define them; a daemon of any kind is a satellite. */
  names(space: Space): Family {
    if (space !== 'satellite') return this.defined.get(space) ?? none;
    return new Map(daemonTypes.flatMap((type) => [...this.names(type)]));
  }

  definitions(space: Space, name: string): readonly Occurrence[] {
    return space === 'satellite'
      ? daemonTypes.flatMap((type) => this.definitions(type, name))
      : (this.defined.get(space)?.get(name) ?? []);
  }

  /** Every definition, family by family. */
  *all(): Generator<readonly [Space, string, readonly Occurrence[]]> {
    for (const [space, family] of this.defined) for (const [name, places] of family) yield [space, name, places];
  }

  /** Where others say the name, in reading order. */
  references(space: Space, name: string): readonly Occurrence[] {
    this.said ??= families(references(this.project));
    const found = this.said.get(space)?.get(name) ?? [];
    const daemon = (daemonTypes as readonly string[]).includes(space);
    return daemon ? [...found, ...(this.said.get('satellite')?.get(name) ?? [])] : found;
  }

  /** Objects of a file, in the order of the text; once each, however often the file is included. */
  objectsIn(file: FilePath): readonly RawObject[] {
    this.objects ??= byFile(this.project);
    return this.objects.get(file) ?? [];
  }

  /** Every name that the text of a file says, in no particular order. */
  inFile(file: FilePath): Occurrence[] {
    const inObjects = this.objectsIn(file).flatMap((object) => [
      ...scan(object).definitions,
      ...scan(object).references,
    ]);
    const inSettings = this.project.settings.filter((setting) => setting.file === file).flatMap(settingOccurrences);
    return [...inObjects, ...inSettings].filter(({ at }) => at.file === file);
  }

  /** The name under the cursor: the narrowest, where one stands in another. */
  at({ file, offset }: FilePosition): Occurrence | undefined {
    const objects = this.objectsIn(file).filter(({ properties }) =>
      properties.some((property) => property.file === file && touches(property.node.span, offset)),
    );
    const settings = this.project.settings.filter(
      (setting) => setting.file === file && touches(setting.node.span, offset),
    );
    const found = [
      ...objects.flatMap((object) => [...scan(object).definitions, ...scan(object).references]),
      ...settings.flatMap(settingOccurrences),
    ].filter(({ at, reach }) => at.file === file && touches(reach ?? at.span, offset));
    return found.reduce<Occurrence | undefined>(
      (best, next) => (best && contains(next.at.span, best.at.span) ? best : next),
      undefined,
    );
  }
}

const cache = new WeakMap<Project, Symbols>();

export function symbolsOf(project: Project): Symbols {
  const found = cache.get(project) ?? new Symbols(project);
  cache.set(project, found);
  return found;
}

interface Scanned {
  readonly definitions: readonly Occurrence[];
  readonly references: readonly Occurrence[];
}

/** By node, so that the objects of unchanged files are looked through once, however often the project is read again. */
const scanned = new WeakMap<RawObject['node'], Scanned & { readonly file: FilePath }>();

function scan(object: RawObject): Scanned {
  const { node, file, properties } = object;
  const known = scanned.get(node);
  const whole = properties.length === node.properties.length;
  if (known?.file === file && whole) return known;
  const found = {
    file,
    definitions: definitionsIn(object),
    references: properties.flatMap((property) => referencesIn(object, property)),
  };
  if (whole) scanned.set(node, found);
  return found;
}

function* definitions({ objects, settings, triggers }: Project): Generator<Occurrence> {
  for (const object of once(objects)) yield* scan(object).definitions;
  for (const setting of once(settings)) yield* settingOccurrences(setting).filter(({ role }) => role === 'definition');
  for (const file of triggers) {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.trig$/, '');
    yield { role: 'definition', space: 'trigger', name, at: topOf(file) };
  }
}

function* references({ objects, settings }: Project): Generator<Occurrence> {
  for (const object of once(objects)) yield* scan(object).references;
  for (const setting of once(settings)) yield* settingOccurrences(setting).filter(({ role }) => role === 'reference');
}

/** What was read, without the repetitions of a file that was read twice. */
function* once<Read extends RawObject | RawSetting>(all: readonly Read[]): Generator<Read> {
  const seen = new Set<Read['node']>();
  for (const one of all) {
    if (seen.has(one.node)) continue;
    seen.add(one.node);
    yield one;
  }
}

function families(occurrences: Iterable<Occurrence>): Map<Space, Map<string, Occurrence[]>> {
  const found = new Map<Space, Map<string, Occurrence[]>>();
  for (const occurrence of occurrences) {
    const family = found.get(occurrence.space) ?? new Map<string, Occurrence[]>();
    found.set(occurrence.space, family);
    const same = family.get(occurrence.name);
    if (same) same.push(occurrence);
    else family.set(occurrence.name, [occurrence]);
  }
  return found;
}

/** The very beginning of a file. */
export function topOf(file: FilePath): Place {
  return { file, span: { start: 0, end: 0 } };
}

function byFile({ objects }: Project): Map<FilePath, RawObject[]> {
  const found = new Map<FilePath, RawObject[]>();
  for (const object of once(objects)) {
    for (const file of new Set([object.file, ...object.properties.map((property) => property.file)])) {
      const inFile = found.get(file);
      if (inFile) inFile.push(object);
      else found.set(file, [object]);
    }
  }
  return found;
}
