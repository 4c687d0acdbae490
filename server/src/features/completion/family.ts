/** The names of one family: hosts, templates of contacts, tags, custom macros. */
import type { Project, RawObject } from '../../project/types';
import { isDaemonType, moduleType } from '../../schema';
import { shortDetail, summary } from '../objects';
import { shownValue } from '../secrets';
import { type Occurrence, prefixOf, type Space, type Symbols, symbolsOf } from '../symbols';
import { scan } from '../../model/names/scanned';
import { written } from '../../model/names/written';
import { firstOfSorted } from '../first';
import { choose, type CompletionItem, type CompletionList, CUT_TO, MOST_ITEMS } from './item';
import type { Token } from './token';

/** Every name of a family that is not `taken`, ready to be offered to an object. */
export function familyCompletion(
  project: Project,
  space: Space,
  { typed, span }: Token,
  object?: RawObject,
  taken: ReadonlySet<string> = new Set(),
): CompletionList {
  const symbols = symbolsOf(project);
  const many = chosenOfMany(symbols, space, typed, object, taken);
  const { chosen, incomplete } = many ?? choose(candidates(symbols, space, object, taken), typed);
  const items = chosen.map(({ label, name }) => nameItem(space, label, symbols.definitions(space, name)));
  return { span, items, incomplete, topic: { of: 'objects', space } };
}

interface Candidate {
  readonly label: string;
  readonly name: string;
}

function candidates(
  symbols: Symbols,
  space: Space,
  object: RawObject | undefined,
  taken: ReadonlySet<string>,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [name, places] of symbols.names(space)) {
    const label = labelOf(space, name);
    if (!taken.has(label) && isOthers(places, object)) found.push({ label, name });
  }
  return found;
}

/**
 * What `choose` would choose of these candidates, where they are certainly too many for a list: of ten thousand names, only those that come
 * into it are looked at closely. Undefined where they may not be too many.
 */
function chosenOfMany(
  symbols: Symbols,
  space: Space,
  typed: string,
  object: RawObject | undefined,
  taken: ReadonlySet<string>,
): { readonly chosen: readonly Candidate[]; readonly incomplete: true } | undefined {
  // Of modules, which are offered not to everyone, nobody has as many.
  if (space === 'module' || space === 'satellite' || !object) return undefined;
  // Others' are all names but those that the object alone defines.
  const own = new Set(scan(object).definitions.map(({ name }) => name));
  const left = own.size + taken.size;
  if (!symbols.hasMoreNames(space, MOST_ITEMS + left)) return undefined;
  const isOffered = ({ name, label }: Candidate): boolean =>
    !taken.has(label) && (!own.has(name) || isOthers(symbols.definitions(space, name), object));
  const chosen: Candidate[] = [];
  for (const names of namesByFit(symbols, space, typed)) {
    const room = CUT_TO - chosen.length;
    if (room === 0) break;
    const first = firstNames(names, room + left);
    const offered = first.map((name) => ({ name, label: labelOf(space, name) })).filter(isOffered);
    chosen.push(...offered.slice(0, room));
  }
  return { chosen, incomplete: true };
}

/** The first names of some lists, each once. That most of them come once only spares a look at all. */
function firstNames(lists: readonly (readonly string[])[], count: number): readonly string[] {
  const first = firstOfSorted(lists, count, byName);
  const distinct = new Set(first);
  return distinct.size === first.length
    ? first
    : firstOfSorted([[...new Set(lists.flat())].sort(byName)], count, byName);
}

function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The names that fit what is typed, by how well they do, file by file. */
function namesByFit(symbols: Symbols, space: Space, typed: string): readonly (readonly (readonly string[])[])[] {
  const wanted = typed.toLowerCase();
  const lists = symbols.nameLists(space).map((list) => list.fitting(wanted));
  return ([0, 1, 2] as const).map((fit) => lists.map((list) => list[fit]));
}

function labelOf(space: Space, name: string): string {
  return prefixOf(space) + name;
}

/** Defined by another object, for this one. */
function isOthers(places: readonly Occurrence[], object: RawObject | undefined): boolean {
  return places.some((place) => place.object?.node !== object?.node && fits(place, object));
}

/** A module is offered to those that it is made for: daemons, or other modules; one of which nothing is known, to all. */
function fits({ object: module }: Occurrence, user: RawObject | undefined): boolean {
  const kind = module?.type === 'module' ? moduleType(written(module, 'module_type') ?? '') : undefined;
  if (!kind || !user) return true;
  if (isDaemonType(user.type)) return kind.daemons.includes(user.type);
  const around = user.type === 'module' ? moduleType(written(user, 'module_type') ?? '') : undefined;
  return !around || (kind.within ?? []).includes(around.type);
}

function nameItem(space: Space, label: string, places: readonly Occurrence[]): CompletionItem {
  const last = places.at(-1);
  if (space.startsWith('custom ')) {
    return { label, kind: 'macro', detail: last?.property && shownValue(last.property) };
  }
  if (space === 'poller-tag' || space === 'reactionner-tag') {
    const daemons = new Set(places.map(({ object }) => (object ? summary(object) : '')));
    return { label, kind: 'value', detail: [...daemons].join(', ') };
  }
  const kind = space.startsWith('template ') ? 'template' : 'object';
  return { label, kind, detail: last?.object && shortDetail(last.object) };
}
