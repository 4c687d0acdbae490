/**
 * What needs what, as callers and callees: a host needs its parents and the hosts it depends on, a service the services it depends on, a
 * realm its daemons and the realms below it, a daemon its spares. Outgoing is what an object needs, incoming is who needs it.
 */
import type { Analysis } from '../analysis';
import { mastersOf, sparesFor } from '../availability/stand-ins';
import { topologyOf } from '../availability/topology';
import type { Item } from '../model/item';
import { namePlace } from '../model/places';
import type { Place, RawObject } from '../project/types';
import { isDaemonType } from '../schema';
import type { Span } from '../syntax/nodes';
import { itemsOf } from './effective';
import type { FilePosition } from './feature';
import { definitionsOf } from './meaning';
import { type ItemKey, objectAt, type ObjectItem, objectItem, objectOfItem } from './object-item';
import { placeText } from './objects';
import { symbolsOf } from './symbols';
import { isTemplate } from '../model/names/written';

export interface Call {
  /** Whom the asked object needs, or who needs it. */
  readonly item: ObjectItem;
  /** Where the one that needs says so, in the file of its own definition. */
  readonly ranges: readonly Span[];
}

/** Where a hierarchy begins: what the name under the cursor stands for, else the object around the cursor. */
export function prepareCallHierarchy(analysis: Analysis, at: FilePosition): ObjectItem[] {
  const occurrence = symbolsOf(analysis.project).at(at);
  const named = occurrence ? definitionsOf(analysis, occurrence).flatMap(({ object }) => object ?? []) : [];
  const around = objectAt(analysis.project, at);
  const subjects = named.some(canNeed) ? named : around ? [around] : [];
  return [...new Set(subjects)].filter(canNeed).map((object) => objectItem(object));
}

function canNeed(object: RawObject): boolean {
  const { type } = object;
  return (type === 'host' || type === 'service' || type === 'realm' || isDaemonType(type)) && !isTemplate(object);
}

/** One object needs another. */
interface Need {
  readonly by: Item;
  readonly of: Item;
  /** In a few words; nothing where it goes without saying. */
  readonly why: string;
  /** The text that says so, wherever it stands; undefined where none does. */
  at(): Place | undefined;
}

/** What an object needs. */
export function outgoingCalls(analysis: Analysis, key: ItemKey): Call[] {
  return calls(
    analysis,
    key,
    ({ by }) => by,
    ({ of }) => of,
  );
}

/** Who needs an object. */
export function incomingCalls(analysis: Analysis, key: ItemKey): Call[] {
  return calls(
    analysis,
    key,
    ({ of }) => of,
    ({ by }) => by,
  );
}

function calls(analysis: Analysis, key: ItemKey, near: (need: Need) => Item, far: (need: Need) => Item): Call[] {
  const object = objectOfItem(analysis.project, key);
  if (!object) return [];
  const items = new Set(itemsOf(analysis, object));
  const found = new Map<RawObject['node'], { readonly other: RawObject; readonly needs: Need[] }>();
  for (const need of needsOf(analysis, object, items)) {
    const other = far(need).source;
    if (!items.has(near(need)) || !other) continue;
    const known = found.get(other.node) ?? { other, needs: [] };
    found.set(other.node, known);
    known.needs.push(need);
  }
  return [...found.values()].map(({ other, needs }) => {
    const why = [...new Set(needs.map((need) => need.why))].filter((text) => text !== '');
    return { item: objectItem(other, why.length > 0 ? why.join(', ') : undefined), ranges: rangesOf(needs) };
  });
}

/** In the file of the one that needs: what is said elsewhere, in a template or a dependency, leaves only its name to show. */
function rangesOf(needs: readonly Need[]): readonly Span[] {
  const spans = new Map<number, Span>();
  for (const { by, at } of needs) {
    if (!by.source) continue;
    const place = at();
    const span = place?.file === by.source.file ? place.span : objectItem(by.source).selection;
    spans.set(span.start, span);
  }
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** Every need that an object has a part in. */
function needsOf(analysis: Analysis, { type }: RawObject, items: ReadonlySet<Item>): Need[] {
  if (type === 'host') {
    return [...parents(analysis, items), ...dependencies(analysis, items, 'hostdependency', 'host_name')];
  }
  if (type === 'service') return dependencies(analysis, items, 'servicedependency', 'service_description');
  return type === 'realm' ? realmNeeds(analysis, items) : daemonNeeds(analysis, items);
}

const nowhere = (): undefined => undefined;

function parents({ model }: Analysis, items: ReadonlySet<Item>): Need[] {
  return model
    .items('host')
    .flatMap((by) =>
      (by.links.get('parents') ?? [])
        .filter((of) => items.has(by) || items.has(of))
        .map((of): Need => ({ by, of, why: 'parent', at: () => namePlace(by, 'parents', of.name) })),
    );
}

function dependencies(
  { model, project }: Analysis,
  items: ReadonlySet<Item>,
  type: 'hostdependency' | 'servicedependency',
  key: 'host_name' | 'service_description',
): Need[] {
  return model.items(type).flatMap((dependency): Need[] => {
    const by = dependency.links.get(`dependent_${key}`)?.[0];
    const of = dependency.links.get(key)?.[0];
    if (!by || !of || !(items.has(by) || items.has(of))) return [];
    const at = namePlace(dependency, key, dependency.text(key) ?? '');
    return [{ by, of, why: at ? `dependency in ${placeText(project, at)}` : 'dependency', at: () => at }];
  });
}

/** A realm needs the realms below it and its daemons: the active ones, and spares that stand in for nobody. */
function realmNeeds({ model }: Analysis, items: ReadonlySet<Item>): Need[] {
  const topology = topologyOf(model);
  const below = model.items('realm').flatMap((by) =>
    by.list('realm_members').flatMap((name): Need[] => {
      const of = model.find('realm', name);
      if (!of || !(items.has(by) || items.has(of))) return [];
      return [{ by, of, why: 'sub-realm', at: () => namePlace(by, 'realm_members', name) }];
    }),
  );
  const daemons = topology.daemons.flatMap((daemon): Need[] => {
    const by = daemon.realm === undefined ? undefined : model.find('realm', daemon.realm);
    const isNeeded = by && items.has(by) && !(daemon.spare && mastersOf(topology, daemon).length > 0);
    return isNeeded ? [{ by, of: daemon.item, why: '', at: nowhere }] : [];
  });
  return [...below, ...daemons];
}

/** A daemon needs its spares; its realm needs it, or those do that it stands in for. */
function daemonNeeds({ model }: Analysis, items: ReadonlySet<Item>): Need[] {
  const topology = topologyOf(model);
  return topology.daemons.flatMap((daemon): Need[] => {
    const { item, realm, spare } = daemon;
    if (!items.has(item)) return [];
    const masters = mastersOf(topology, daemon);
    const over = realm === undefined || masters.length > 0 ? undefined : model.find('realm', realm);
    return [
      ...(over ? [{ by: over, of: item, why: '', at: nowhere }] : []),
      ...masters.map((master) => ({ by: master.item, of: item, why: 'master', at: nowhere })),
      ...(spare ? [] : sparesFor(topology, daemon)).map((of) => ({ by: item, of: of.item, why: 'spare', at: nowhere })),
    ];
  });
}
