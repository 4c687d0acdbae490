/**
 * Every name of a project: where it is defined and where it is said. It rests on the raw objects alone, so it is there while the text
 * is half written and the model has nothing to say. Families are put together when they are asked for, from what is known of each file.
 */
import type { FilePath, Place, Project, RawObject, RawSetting } from '../project/types';
import { daemonTypes } from '../schema';
import type { Steps } from '../steps';
import { contains, touches, type FilePosition } from './feature';
import type { Occurrence, Space } from '../model/names/occurrence';
import { scan } from '../model/names/scanned';
import { settingOccurrences } from '../model/names/scan';
import { familyOf, merged, type Stretch, stretchesOf } from '../model/names/stretches';

export type { CustomOwner, Occurrence, Space } from '../model/names/occurrence';

type Family = ReadonlyMap<string, readonly Occurrence[]>;

const none: Family = new Map();

export class Symbols {
  private readonly stretches: readonly Stretch[];
  private readonly defined = new Map<Space, Family>();
  private readonly said = new Map<Space, Family>();
  private ofSettings: readonly Occurrence[] | undefined;
  private objects: ReadonlyMap<FilePath, readonly RawObject[]> | undefined;

  constructor(private readonly project: Project) {
    this.stretches = stretchesOf(project.objects);
  }

  /** Looks through all files beforehand, for those who must not keep others waiting. */
  *preparing(): Steps<void> {
    for (const stretch of this.stretches) {
      stretch.prepare();
      yield;
    }
  }

  /** Defined names of a family with the places that define them; a daemon of any kind is a satellite. */
  names(space: Space): Family {
    if (space === 'satellite') return new Map(daemonTypes.flatMap((type) => [...this.names(type)]));
    const known = this.defined.get(space);
    if (known) return known;
    const parts = this.stretches.map((stretch) => stretch.definitions.get(space) ?? none);
    const others = [...this.settingNames('definition'), ...triggerNames(this.project)];
    const family = merged([...parts, familyOf(others.filter((one) => one.space === space))]);
    this.defined.set(space, family);
    return family;
  }

  definitions(space: Space, name: string): readonly Occurrence[] {
    if (space === 'satellite') return daemonTypes.flatMap((type) => this.definitions(type, name));
    return this.names(space).get(name) ?? [];
  }

  /** Every definition, family by family. */
  *all(): Generator<readonly [Space, string, readonly Occurrence[]]> {
    const spaces = new Set(this.stretches.flatMap(({ definitions }) => [...definitions.keys()]));
    for (const space of spaces.add('macro').add('trigger')) {
      for (const [name, places] of this.names(space)) yield [space, name, places];
    }
  }

  /** Where others say the name, in reading order. */
  references(space: Space, name: string): readonly Occurrence[] {
    const found = this.saidNames(space).get(name) ?? [];
    const daemon = (daemonTypes as readonly string[]).includes(space);
    return daemon ? [...found, ...(this.saidNames('satellite').get(name) ?? [])] : found;
  }

  private saidNames(space: Space): Family {
    const known = this.said.get(space);
    if (known) return known;
    const parts = this.stretches.map((stretch) => stretch.references.get(space) ?? none);
    const family = merged([...parts, familyOf(this.settingNames('reference').filter((one) => one.space === space))]);
    this.said.set(space, family);
    return family;
  }

  private settingNames(role: Occurrence['role']): readonly Occurrence[] {
    this.ofSettings ??= [...once(this.project.settings)].flatMap(settingOccurrences);
    return this.ofSettings.filter((one) => one.role === role);
  }

  /** Objects of a file, in the order of the text; once each, however often the file is included. */
  objectsIn(file: FilePath): readonly RawObject[] {
    this.objects ??= byFile(this.stretches);
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
    // A macro may say two names, a host and its service: the cursor is on one of them, or on the macro.
    const said = found.filter(({ at }) => touches(at.span, offset));
    return (said.length > 0 ? said : found).reduce<Occurrence | undefined>(
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

function triggerNames({ triggers }: Project): Occurrence[] {
  return triggers.map((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.trig$/, '');
    return { role: 'definition', space: 'trigger', name, at: topOf(file) };
  });
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

/** The very beginning of a file. */
export function topOf(file: FilePath): Place {
  return { file, span: { start: 0, end: 0 } };
}

function byFile(stretches: readonly Stretch[]): Map<FilePath, readonly RawObject[]> {
  const found = new Map<FilePath, readonly RawObject[]>();
  const add = (file: FilePath, objects: readonly RawObject[]): void => {
    const before = found.get(file);
    found.set(file, before ? [...before, ...objects] : objects);
  };
  for (const { file, objects } of stretches) {
    add(file, objects);
    // An object that is left open goes on in the files read next: only the last one can.
    const last = objects.at(-1);
    const files = new Set(last?.properties.map((property) => property.file));
    for (const other of files) if (last && other !== file) add(other, [last]);
  }
  return found;
}
