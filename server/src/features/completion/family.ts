/** The names of one family: hosts, templates of contacts, tags, custom macros. */
import type { Project, RawObject } from '../../project/types';
import { isDaemonType, moduleType } from '../../schema';
import { shortDetail, summary } from '../objects';
import { shownValue } from '../secrets';
import { type Occurrence, type Space, type Symbols, symbolsOf } from '../symbols';
import { scan } from '../../model/names/scanned';
import { written } from '../../model/names/written';
import { choose, MOST_ITEMS, type CompletionItem, type CompletionList } from './item';
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
  const { chosen, incomplete } =
    firstChosen(symbols, space, typed, object, taken) ?? choose(candidates(symbols, space, object, taken), typed);
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
 * What `choose` would choose of these candidates, where they are too many for a list and enough of them begin with what is typed: of ten
 * thousand hosts, the first five hundred are found without a look at the others. Undefined where that is not so.
 */
function firstChosen(
  symbols: Symbols,
  space: Space,
  typed: string,
  object: RawObject | undefined,
  taken: ReadonlySet<string>,
): { readonly chosen: readonly Candidate[]; readonly incomplete: true } | undefined {
  // An object may keep from the list what it defines itself; of modules, which are offered not to everyone, nobody has as many.
  const own = new Set(object && scan(object).definitions.map(({ name }) => name));
  if (space === 'module' || space === 'satellite' || !object) return undefined;
  if (symbols.leastNames(space) <= MOST_ITEMS + own.size + taken.size) return undefined;
  const wanted = typed.toLowerCase();
  const chosen: Candidate[] = [];
  for (const name of symbols.sortedNames(space)) {
    const label = labelOf(space, name);
    if (!label.toLowerCase().startsWith(wanted) || taken.has(label)) continue;
    if (own.has(name) && !isOthers(symbols.definitions(space, name), object)) continue;
    chosen.push({ label, name });
    if (chosen.length === MOST_ITEMS) return { chosen, incomplete: true };
  }
  return undefined;
}

function labelOf(space: Space, name: string): string {
  return space.startsWith('custom ') ? `_${name}` : name;
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
