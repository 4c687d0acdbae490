/**
 * Which of several things of one name a text means, and what else means the same. Whose service a name is of is in `hosts-meant.ts`.
 */
import type { Analysis } from '../analysis';
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
import type { FilePath } from '../project/types';
import { daemonTypes } from '../schema';
import { Namesakes, sharesHost } from './hosts-meant';
import { Places } from './places';
import { symbolsOf, type CustomOwner, type Occurrence, type Space, type Symbols } from './symbols';

type Name = Pick<Occurrence, 'space' | 'name'>;

/** Definitions and references of a name, definitions first; of a service's, those that may speak of the same one. */
function occurrencesOf({ project }: Analysis, { space, name }: Name, file?: FilePath): readonly Occurrence[] {
  const symbols = symbolsOf(project);
  const families = familiesOf(symbols, { space, name });
  const [first = [], ...more] = families.map((one) => [
    ...symbols.definitions(one, name),
    ...(file === undefined ? symbols.references(one, name) : symbols.referencesIn(file, one, name)),
  ]);
  const all = more.length > 0 ? [first, ...more].flat() : first;
  return unique(file === undefined ? all : all.filter(({ at }) => at.file === file));
}

/** Definitions alone, for the references may be a hundred thousand. */
function definitionsNamed({ project }: Analysis, { space, name }: Name): readonly Occurrence[] {
  const symbols = symbolsOf(project);
  return unique(familiesOf(symbols, { space, name }).flatMap((one) => symbols.definitions(one, name)));
}

/** A satellite map names a daemon of any kind. */
function familiesOf(symbols: Symbols, { space, name }: Name): readonly Space[] {
  if (space !== 'satellite') return [space];
  const spaces = daemonTypes.filter((type) => symbols.definitions(type, name).length > 0);
  return spaces.length > 0 ? spaces : [space];
}

/** The definitions that a text stands for: itself, where it is one. None where nothing has the name. */
export function definitionsOf(analysis: Analysis, occurrence: Occurrence): readonly Occurrence[] {
  if (occurrence.space !== 'service') return definitionsNamed(analysis, occurrence);
  const services = servicesNamed(analysis, occurrence.name);
  return services.all.length > 1 ? services.meant(occurrence) : services.all;
}

const namesakes = new Attached<Model, Map<string, Namesakes>>();

/** The definitions of services of a name: those that mean the same are found without a look at all of them. */
function servicesNamed(analysis: Analysis, name: string): Namesakes {
  const { model } = analysis;
  let known = namesakes.get(model);
  if (!known) namesakes.set(model, (known = new Map()));
  let services = known.get(name);
  if (!services) {
    services = new Namesakes(model, definitionsNamed(analysis, { space: 'service', name }));
    known.set(name, services);
  }
  return services;
}

/** Every place that means what this text means, definitions first; of one file, where that is given: the others are then not looked at. */
export function mentionsOf(analysis: Analysis, occurrence: Occurrence, file?: FilePath): readonly Occurrence[] {
  const all = occurrencesOf(analysis, occurrence, file);
  if (occurrence.space !== 'service') {
    const twins = twinsOf(analysis, occurrence).filter(({ space }) => space !== occurrence.space);
    return twins.length > 0 ? unique([...all, ...twins.flatMap((twin) => occurrencesOf(analysis, twin, file))]) : all;
  }
  const services = servicesNamed(analysis, occurrence.name);
  const meant = new Set(services.meant(occurrence));
  if (meant.size === 0) return all.filter((one) => sharesHost(analysis, one, occurrence));
  return all.filter((one) =>
    one.role === 'definition' ? meant.has(one) : services.meant(one).some((definition) => meant.has(definition)),
  );
}

/**
 * Every place whose text has to change with this one, so that each still means what it means: all that means the same, and what else those
 * places mean. The other configurations that read a definition of it have their own places.
 */
export function boundTo(
  analysis: Analysis,
  occurrence: Occurrence,
  others: readonly Analysis[] = [],
): readonly Occurrence[] {
  const own = boundWithin(analysis, occurrence);
  const definitions = own.filter(({ role }) => role === 'definition');
  const elsewhere = others
    .filter(({ project }) => project !== analysis.project)
    .flatMap((other) => {
      const known = new Set<Occurrence>();
      for (const { at, space } of definitions) {
        const same = symbolsOf(other.project).at({ file: at.file, offset: at.span.start });
        if (same?.space === space && !known.has(same)) for (const one of boundWithin(other, same)) known.add(one);
      }
      return [...known];
    });
  return unique([...own, ...elsewhere]).sort((a, b) => Number(a.role === 'reference') - Number(b.role === 'reference'));
}

function boundWithin(analysis: Analysis, start: Occurrence): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const families = new Set<string>();
  const pending = [start];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const family = `${next.space}\0${next.name}`;
    if (families.has(family)) continue;
    families.add(family);
    const all = next.space === 'service' ? servicesBoundTo(analysis, next) : occurrencesOf(analysis, next);
    for (const one of all) {
      found.push(one);
      // A name of a daemon may stand in a satellite map, where it is any daemon's.
      if (one.space !== next.space) pending.push(one);
      pending.push(...twinsOf(analysis, one));
    }
  }
  return found;
}

/** What means the same service, or one that something means which also means that, and so on. */
function servicesBoundTo(analysis: Analysis, start: Occurrence): readonly Occurrence[] {
  const all = occurrencesOf(analysis, start);
  const services = servicesNamed(analysis, start.name);
  const meant = new Map(all.map((one) => [one, services.meant(one)]));
  const bound = new Set(services.meant(start));
  if (bound.size === 0) return mentionsOf(analysis, start);
  for (let size = 0; size !== bound.size;) {
    size = bound.size;
    for (const some of meant.values()) if (some.some((one) => bound.has(one))) for (const one of some) bound.add(one);
  }
  return all.filter((one) => bound.has(one) || meant.get(one)?.some((definition) => bound.has(definition)));
}

/** The same text as a name of another family: a macro modulation gives its macros to hosts, services and contacts. */
function twinsOf({ project }: Analysis, { space, name, at, object }: Occurrence): readonly Occurrence[] {
  if (!space.startsWith('custom ') || object?.type !== 'macromodulation') return [];
  const owners: readonly CustomOwner[] = ['host', 'service', 'contact'];
  return owners
    .flatMap((owner) => symbolsOf(project).definitions(`custom ${owner}`, name))
    .filter((one) => one.at.file === at.file && one.at.span.start === at.span.start);
}

/** Each place once: of several that stand at the same one, the first. */
function unique(occurrences: readonly Occurrence[]): Occurrence[] {
  const places = new Places();
  return occurrences.filter(({ at }) => places.add(at));
}
