/** From a line of the text to what has a value from it: looked up once for a whole model and directive, however many ask. */
import type { Item } from '../model/item';
import { originsOf } from '../model/places';
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
import type { RawProperty } from '../project/types';
import type { ObjectTypeName } from '../schema';

type Line = RawProperty['node'];
type ByLine = ReadonlyMap<Line, readonly Item[]>;

const none: readonly Item[] = [];

const indexes = new Attached<Model, Map<string, ByLine>>();

/** Items of a type whose value of a directive is written in the line, or put together from it and others; in the model's order. */
export function itemsByLine(model: Model, type: ObjectTypeName, key: string, line: Line): readonly Item[] {
  return indexOf(model, `${type} ${key}`, key, () => model.items(type)).get(line) ?? none;
}

/** The same of those that the arbiter has dropped because others have their names. */
export function lostItemsByLine(model: Model, type: ObjectTypeName, key: string, line: Line): readonly Item[] {
  const lost = (): readonly Item[] =>
    model.facts('duplicate-name').flatMap((fact) => (fact.lost.type === type ? [fact.lost] : []));
  return indexOf(model, `lost ${type} ${key}`, key, lost).get(line) ?? none;
}

function indexOf(model: Model, what: string, key: string, items: () => readonly Item[]): ByLine {
  let ofModel = indexes.get(model);
  if (!ofModel) indexes.set(model, (ofModel = new Map()));
  let index = ofModel.get(what);
  if (!index) ofModel.set(what, (index = byLine(items(), key)));
  return index;
}

function byLine(items: readonly Item[], key: string): ByLine {
  const found = new Map<Line, Item[]>();
  for (const item of items) {
    for (const { property } of originsOf(item, key)) {
      const same = found.get(property.node);
      if (!same) found.set(property.node, [item]);
      else if (same.at(-1) !== item) same.push(item);
    }
  }
  return found;
}
