/** Objects, templates and macros of all configurations, looked for by letters of their names. */
import type { Analysis } from '../analysis';
import type { Place } from '../project/types';
import { objectType, objectTypeList } from '../schema';
import type { SymbolKind } from './document-symbols';
import { firstOf } from './first';
import { Places } from './places';
import { spaceTitle } from '../model/names/spaces';
import { type Rank, type SymbolTitle, titlesIn } from './symbol-titles';
import { symbolsOf, type Space } from './symbols';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** What it is, for a reader. */
  readonly container: string;
  readonly at: Place;
}

/** Nobody reads on further than this; who types on is answered anew. */
const LIMIT = 500;

/**
 * What fits a query, best first: names that are the letters, begin with them, have a word that does, hold them, or hold them one behind
 * the other with others between. `host:web` asks for one type, by its name or the beginning of it, `template:` and `macro:` for those;
 * names then come back as `host:web-1`, since an editor compares them with what was typed.
 */
export function workspaceSymbols(analyses: readonly Pick<Analysis, 'project'>[], query: string): WorkspaceSymbol[] {
  const { isWanted, prefix, letters } = read(query);
  const ranks = ranked(analyses, isWanted, letters);
  const best: SymbolTitle[] = [];
  for (const rank of ranks) if (best.length < LIMIT) best.push(...firstOf(rank, LIMIT - best.length, byLength));
  return best.flatMap(({ title, definition: { space, at } }) => {
    const kind = kindOf(space);
    return kind === undefined ? [] : [{ name: prefix + title, kind, container: spaceTitle(space), at }];
  });
}

/** What fits, by how well it does: what fits worst is looked for where there is not enough without it. */
function ranked(
  analyses: readonly Pick<Analysis, 'project'>[],
  isWanted: (space: Space) => boolean,
  letters: string,
): readonly (readonly SymbolTitle[])[] {
  const all = analyses.flatMap(({ project }) => {
    const symbols = symbolsOf(project);
    const spaces = [...symbols.spaces()].filter((space) => kindOf(space) !== undefined && isWanted(space));
    return spaces.flatMap((space) => symbols.sections().map((section) => titlesIn(section, space)));
  });
  const ranks: Record<Rank, SymbolTitle[]> = [[], [], [], [], []];
  const isNew = analyses.length > 1 ? onePlaceEach() : () => true;
  const take = (rank: Rank, title: SymbolTitle): void => {
    if (isNew(title)) ranks[rank].push(title);
  };
  for (const titles of all) titles.holding(letters, take);
  const found = ranks[0].length + ranks[1].length + ranks[2].length + ranks[3].length;
  if (found < LIMIT) for (const titles of all) titles.scattering(letters, take);
  return [ranks[0], ranks[1], ranks[2], ranks[3], ranks[4]];
}

/** A file may be a part of several configurations. */
function onePlaceEach(): (title: SymbolTitle) => boolean {
  const seen = new Map<Space, Places>();
  return ({ definition: { space, at } }) => {
    let places = seen.get(space);
    if (!places) seen.set(space, (places = new Places()));
    return places.add(at);
  };
}

function byLength(a: SymbolTitle, b: SymbolTitle): number {
  return a.title.length - b.title.length || (a.title < b.title ? -1 : Number(a.title > b.title));
}

interface Query {
  readonly isWanted: (space: Space) => boolean;
  /** What has to stand before a name. */
  readonly prefix: string;
  readonly letters: string;
}

const types: readonly string[] = [...objectTypeList.map(({ name }) => name), 'template', 'macro'];

function read(query: string): Query {
  const [, type = '', rest = ''] = /^\s*([a-z]+):(.*)$/i.exec(query) ?? [];
  const asked = type.toLowerCase();
  const fitting = types.includes(asked) ? [asked] : types.filter((name) => asked !== '' && name.startsWith(asked));
  if (fitting.length === 0) return { isWanted: () => true, prefix: '', letters: query.trim().toLowerCase() };
  return {
    isWanted: (space) => fitting.includes(space.startsWith('template ') ? 'template' : space),
    prefix: `${type}:`,
    letters: rest.trim().toLowerCase(),
  };
}

function kindOf(space: Space): SymbolKind | undefined {
  if (space.startsWith('template ')) return 'template';
  if (space === 'macro') return 'macro';
  return objectType(space)?.name;
}
