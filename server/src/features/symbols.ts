/**
 * Every name of a project: where it is defined and where it is said. It rests on the raw objects alone, so it is there while the text
 * is half written and the model has nothing to say. Families are put together when they are asked for, from what is known of each file.
 */
import { Attached } from '../project/attached';
import { remembered } from '../project/lists';
import { piecesOf } from '../project/pieces';
import type { FilePath, Place, Project, RawObject, RawSetting } from '../project/types';
import { daemonTypes } from '../schema';
import type { Steps } from '../steps';
import { contains, touches, type FilePosition } from './feature';
import type { Occurrence, Space } from '../model/names/occurrence';
import { scan } from '../model/names/scanned';
import { isWhole } from '../model/names/written';
import { type NameList, nameList } from '../model/names/name-list';
import { settingOccurrences } from '../model/names/scan';
import {
  families,
  type Family,
  findIn,
  grouped,
  merged,
  type Named,
  none,
  nowhere,
  placesIn,
  type Role,
  type Stretch,
  stretchesOf,
} from '../model/names/stretches';

export type { CustomOwner, Occurrence, Space } from '../model/names/occurrence';

export class Symbols {
  private readonly stretches: readonly Stretch[];
  /** In objects. */
  private readonly parts: readonly Named[];
  /** In settings, and the names of triggers' files: behind all objects. */
  private beside: Named | undefined;
  private readonly joined = new Map<Space, Family>();
  private readonly places = {
    definition: new Map<Space, Map<string, readonly Occurrence[]>>(),
    reference: new Map<Space, Map<string, readonly Occurrence[]>>(),
  };
  private objects: ReadonlyMap<FilePath, readonly RawObject[]> | undefined;

  constructor(private readonly project: Project) {
    this.stretches = stretchesOf(piecesOf(project));
    this.parts = grouped(this.stretches);
  }

  /** Looks through all files beforehand, for those who must not keep others waiting. */
  *preparing(): Steps<void> {
    for (const stretch of this.stretches) {
      stretch.prepare();
      yield;
    }
  }

  /** Looks for the names that people complete most, so that the first who does need not wait for it. */
  *preparingCompletion(): Steps<void> {
    for (const space of completedMost) {
      for (const section of this.sections()) {
        section.definitions(space);
        yield;
      }
      this.nameLists(space);
      yield;
    }
  }

  /** Defined names of a family with the places that define them; a daemon of any kind is a satellite. */
  names(space: Space): Family {
    if (space === 'satellite') return new Map(daemonTypes.flatMap((type) => [...this.names(type)]));
    return remembered(this.joined, space, () => merged(this.everywhere().map((part) => part.definitions(space))));
  }

  /** The same names, file by file: without a look at what has become of the files that have not changed. */
  nameLists(space: Space): readonly NameList[] {
    const prefix = prefixOf(space);
    return this.sections().map((section) => nameList(section.definitions(space), prefix));
  }

  /** More than so many names are defined in a space. */
  hasMoreNames(space: Space, number: number): boolean {
    const found = new Set<string>();
    for (const { names } of this.nameLists(space)) {
      for (const name of names) if (found.add(name).size > number) return true;
    }
    return false;
  }

  definitions(space: Space, name: string): readonly Occurrence[] {
    if (space === 'satellite') return daemonTypes.flatMap((type) => this.definitions(type, name));
    return this.placesOf('definition', space, name);
  }

  /** Families in which something is defined, in the order of `all`. */
  spaces(): ReadonlySet<Space> {
    return new Set<Space>(this.parts.flatMap(({ spaces }) => [...spaces])).add('macro').add('trigger');
  }

  /** The smallest parts that names are looked for in, in their order: those of unchanged files stay the same. */
  sections(): readonly Named[] {
    return [...this.stretches, this.besideObjects];
  }

  /** Every definition, family by family. */
  *all(): Generator<readonly [Space, string, readonly Occurrence[]]> {
    for (const space of this.spaces()) {
      for (const [name, places] of this.names(space)) yield [space, name, places];
    }
  }

  /** Where others say the name, in reading order. */
  references(space: Space, name: string): readonly Occurrence[] {
    const found = this.placesOf('reference', space, name);
    const daemon = (daemonTypes as readonly string[]).includes(space);
    return daemon ? [...found, ...this.placesOf('reference', 'satellite', name)] : found;
  }

  /** Those in one file, found without a look at the others. */
  referencesIn(file: FilePath, space: Space, name: string): readonly Occurrence[] {
    const isOfDaemon = (daemonTypes as readonly string[]).includes(space);
    const own: Occurrence[] = [];
    const ofSatellites: Occurrence[] = [];
    for (const one of this.inFile(file)) {
      if (one.role !== 'reference' || one.name !== name) continue;
      if (one.space === space) own.push(one);
      else if (isOfDaemon && one.space === 'satellite') ofSatellites.push(one);
    }
    return [...own, ...ofSatellites];
  }

  /** Of one name, without a look at the others of its family: after a keystroke, few names are asked for. */
  private placesOf(role: Role, space: Space, name: string): readonly Occurrence[] {
    const joined = role === 'definition' && this.joined.get(space);
    if (joined) return joined.get(name) ?? nowhere;
    const byName = remembered(this.places[role], space, () => new Map());
    return remembered(byName, name, () => findIn(this.everywhere(), role, space, name));
  }

  private everywhere(): readonly Named[] {
    return [...this.parts, this.besideObjects];
  }

  private get besideObjects(): Named {
    return (this.beside ??= new Beside(this.project));
  }

  /** Objects of a file, in the order of the text; once each, however often the file is included. */
  objectsIn(file: FilePath): readonly RawObject[] {
    this.objects ??= byFile(this.stretches);
    return this.objects.get(file) ?? [];
  }

  /** Objects of a type, templates or all but templates, those of one file apart from the others; each in reading order. */
  objectsOf(
    type: string,
    templates: boolean,
    file: FilePath,
  ): { readonly own: readonly RawObject[]; readonly others: Iterable<RawObject> } {
    const { stretches } = this;
    const own = stretches.filter((one) => one.file === file).flatMap((one) => one.objectsOf(type, templates));
    return { own, others: elsewhere() };

    function* elsewhere(): Generator<RawObject> {
      for (const one of stretches) if (one.file !== file) yield* one.objectsOf(type, templates);
    }
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
    const objects = this.objectsIn(file)
      .filter((object) => mayReach(object, file, offset))
      .filter(({ properties }) =>
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

/** Hosts are completed as often, but there may be so many that to know all their names takes room. Of templates, only templates are looked at. */
const completedMost: readonly Space[] = ['template host', 'template service', 'hostgroup', 'command'];

/** What stands before the names of a space where an object has them. */
export function prefixOf(space: Space): string {
  return space.startsWith('custom ') ? '_' : '';
}

/** False where no line of the object is at a place: it stands elsewhere, and nothing of it outside of its braces. */
function mayReach(object: RawObject, at: FilePath, offset: number): boolean {
  return object.file !== at || !isWhole(object) || touches(object.node.span, offset);
}

/** What settings say, and the names of triggers' files. */
class Beside implements Named {
  private readonly defined: ReadonlyMap<Space, Family>;
  private readonly said: ReadonlyMap<Space, Family>;

  constructor(project: Project) {
    const inSettings = [...once(project.settings)].flatMap(settingOccurrences);
    const all = [...inSettings, ...triggerNames(project)];
    this.defined = families(all, (one) => (one.role === 'definition' ? [one] : []));
    this.said = families(all, (one) => (one.role === 'reference' ? [one] : []));
  }

  get spaces(): Iterable<Space> {
    return this.defined.keys();
  }
  definitions(space: Space): Family {
    return this.defined.get(space) ?? none;
  }
  references(space: Space): Family {
    return this.said.get(space) ?? none;
  }
  find(role: Role, space: Space, name: string): readonly Occurrence[] {
    return placesIn(this, role, space, name);
  }
}

const cache = new Attached<Project, Symbols>();

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
    if (!last || isWhole(last)) continue;
    const files = new Set(last.properties.map((property) => property.file));
    for (const other of files) if (other !== file) add(other, [last]);
  }
  return found;
}
