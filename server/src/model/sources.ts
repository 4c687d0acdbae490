/** From a `define` to what the arbiter makes of it: looked up once for a whole model, however many ask. */
import { Attached } from '../project/attached';
import { addTo } from '../project/lists';
import type { RawObject } from '../project/types';
import { objectTypeList } from '../schema';
import type { Item } from './item';
import type { Model } from './types';

type Sources = ReadonlyMap<RawObject['node'], readonly Item[]>;

const known = new Attached<Model, Sources>();

/**
 * The items that an object became, in the model's order: one, or for a service one a host; the template itself and the services that it
 * brings to hosts, for a template of services. None for what the arbiter dropped.
 */
export function itemsFrom(model: Model, { node }: RawObject): readonly Item[] {
  let sources = known.get(model);
  if (!sources) known.set(model, (sources = sourcesOf(model)));
  return sources.get(node) ?? [];
}

function sourcesOf(model: Model): Sources {
  const found = new Map<RawObject['node'], Item[]>();
  const add = (item: Item): void => {
    if (!item.source) return;
    addTo(found, item.source.node, item);
  };
  for (const { name } of objectTypeList) {
    for (const template of model.templates(name)) add(template);
    for (const item of model.items(name)) add(item);
  }
  return found;
}
