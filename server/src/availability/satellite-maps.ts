/** `satellitemap`: the addresses by which one daemon sees others. */
import { partsOf } from '../model/places';
import type { Model } from '../model/types';
import { replaceValue } from '../rules/edits';
import { deleteLines } from '../rules/fixes';
import type { TextEdit } from '../rules/rule';
import { addToList } from './changes';
import { type Daemon, topologyOf } from './topology';

/** A daemon that a map should have, where it has one of these. */
export interface Newcomer {
  readonly name: string;
  /** `address:port`. */
  readonly place: string;
  readonly masters: readonly string[];
}

/** Every map that names a master gets its spares, too. */
export function addToMaps(model: Model, newcomers: readonly Newcomer[]): readonly TextEdit[] {
  return topologyOf(model).daemons.flatMap((owner) => {
    const names = namesInMap(owner);
    const entries = newcomers
      .filter(({ name, masters }) => !names.includes(name) && masters.some((master) => names.includes(master)))
      .map(({ name, place }) => `${name}=${place}`);
    if (entries.length === 0) return [];
    return addToList(model, owner, 'satellitemap', entries) ?? [];
  });
}

/** The maps of some daemons lose what they say of others; a map that is then empty goes with its line. */
export function removeFromMaps(
  model: Model,
  owners: readonly Daemon[],
  isGone: (name: string) => boolean,
): readonly TextEdit[] {
  const written = owners.flatMap(({ item }) => item.source?.properties ?? []);
  return written.flatMap((property): TextEdit[] => {
    if (property.key !== 'satellitemap') return [];
    const entries = partsOf(property).map(({ text }) => text);
    const rest = entries.filter((entry) => !isGone(nameOf(entry)));
    if (rest.length === entries.length) return [];
    if (rest.every((entry) => entry === ''))
      return [deleteLines(model.text(property.file) ?? '', property.file, property.node.span)];
    return [replaceValue(property, rest.join(/,\s+\S/.test(property.value) ? ', ' : ','))];
  });
}

/** The names that a daemon's map has. */
function namesInMap({ item }: Daemon): readonly string[] {
  const map = item.get('satellitemap');
  return map instanceof Map ? [...map.keys()] : [];
}

const nameOf = (entry: string): string => entry.replace(/\s*=.*$/, '').trim();
