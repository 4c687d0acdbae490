/** Objects, templates and macros of all configurations, looked for by letters of their names. */
import type { Analysis } from '../analysis';
import type { Place } from '../project/types';
import { objectType, objectTypeList } from '../schema';
import type { SymbolKind } from './document-symbols';
import { objectItem } from './object-item';
import { spaceTitle } from '../model/names/spaces';
import { symbolsOf, type Occurrence, type Space } from './symbols';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** What it is, for a reader. */
  readonly container: string;
  readonly at: Place;
}

/** Nobody reads on further than this. */
const limit = 500;

/**
 * What fits a query, best first: names that are the letters, begin with them, have a word that does, hold them, or hold them one behind
 * the other with others between. `host:web` asks for one type, by its name or the beginning of it, `template:` and `macro:` for those;
 * names then come back as `host:web-1`, since an editor compares them with what was typed.
 */
export function workspaceSymbols(analyses: readonly Pick<Analysis, 'project'>[], query: string): WorkspaceSymbol[] {
  const { isWanted, prefix, letters } = read(query);
  const ranks: WorkspaceSymbol[][] = [[], [], [], [], []];
  const seen = new Set<string>();
  for (const { project } of analyses) {
    for (const [space, name, places] of symbolsOf(project).all()) {
      const kind = kindOf(space);
      if (kind === undefined || !isWanted(space)) continue;
      for (const place of places) {
        const { file, span } = place.at;
        const key = `${space}\0${file}\0${span.start}`;
        const title = titleOf(place, name);
        const rank = Math.min(rankOf(name, letters), rankOf(title, letters));
        if (rank >= ranks.length || seen.has(key)) continue;
        seen.add(key);
        ranks[rank]?.push({ name: prefix + title, kind, container: spaceTitle(space), at: place.at });
      }
    }
  }
  const order = (a: WorkspaceSymbol, b: WorkspaceSymbol): number =>
    a.name.length - b.name.length || (a.name < b.name ? -1 : Number(a.name > b.name));
  const best: WorkspaceSymbol[] = [];
  for (const rank of ranks) if (best.length < limit) best.push(...rank.sort(order));
  return best.slice(0, limit);
}

/** A service with its host, where the text says one. */
function titleOf({ space, object }: Occurrence, name: string): string {
  if (space !== 'service' || !object) return name;
  const item = objectItem(object);
  return item.kind === 'service' ? item.name : name;
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

/** 0 is the very name, 4 holds the letters in their order, 5 does not. */
function rankOf(name: string, letters: string): number {
  const text = name.toLowerCase();
  if (letters === '' || text === letters) return 0;
  if (text.startsWith(letters)) return 1;
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 2;
  }
  if (text.includes(letters)) return 3;
  let at = 0;
  for (const letter of letters.replace(/\s+/g, '')) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return 5;
  }
  return 4;
}

function kindOf(space: Space): SymbolKind | undefined {
  if (space.startsWith('template ')) return 'template';
  if (space === 'macro') return 'macro';
  return objectType(space)?.name;
}
