/** The names of one family: hosts, templates of contacts, tags, custom macros. */
import type { Project, RawObject } from '../../project/types';
import { isDaemonType, moduleType } from '../../schema';
import { shortDetail, summary } from '../objects';
import { shownValue } from '../secrets';
import { symbolsOf, type Occurrence, type Space } from '../symbols';
import { written } from '../../model/names/written';
import { choose, type CompletionItem, type CompletionList } from './item';
import type { Token } from './token';

/** Every name of a family that is not `taken`, ready to be offered to an object. */
export function familyCompletion(
  project: Project,
  space: Space,
  { typed, span }: Token,
  object?: RawObject,
  taken?: ReadonlySet<string>,
): CompletionList {
  const isCustom = space.startsWith('custom ');
  const candidates: { readonly label: string; readonly places: readonly Occurrence[] }[] = [];
  for (const [name, places] of symbolsOf(project).names(space)) {
    const label = isCustom ? `_${name}` : name;
    if (taken?.has(label)) continue;
    if (places.some((place) => place.object?.node !== object?.node && fits(place, object))) {
      candidates.push({ label, places });
    }
  }
  const { chosen, incomplete } = choose(candidates, typed);
  const items = chosen.map(({ label, places }) => nameItem(space, label, places));
  return { span, items, incomplete, topic: { of: 'objects', space } };
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
