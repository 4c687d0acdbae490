import type { Project, RawObject } from '../project/types';
import { objectTypeList, type ObjectTypeName } from '../schema';
import { Collection } from './collection';
import type { Maker } from './create-items';
import type { Fact, FactKind, FactKinds, FactLog } from './facts';
import { Beginnings, Item } from './item';
import { Shape } from './shape';
import type { Steps } from '../steps';
import type { ModelOptions } from './types';

/** How objects have been found to be written: which keys they have, one behind the other. True of every model of one dialect. */
export class Habits {
  /** The keys of an item that has none yet. */
  readonly shape = new Shape();
  /** By the name of the type, as it was written. */
  readonly makers = new Map<string, Maker | undefined>();
}

/** What the phases share and change, in the arbiter's order; `model/index.ts` lists them and freezes the result. */
export class Build implements FactLog {
  readonly facts: Fact[] = [];
  /** Settings after conversion, as the arbiter holds them; defaults are put in by the phase that the arbiter does it in. */
  readonly settings = new Map<string, string | number | boolean | readonly string[]>();
  /** `$NAME$` macros by name without dollars. */
  readonly macros = new Map<string, string>();
  /** Those that have a business rule: hardly anybody does, and two phases ask for them. */
  readonly ruled: Readonly<Record<'host' | 'service', Item[]>> = { host: [], service: [] };
  private readonly byType: ReadonlyMap<ObjectTypeName, Collection>;
  private readonly noted = new Map<unknown, Set<string>>();
  private nextId = 1;

  constructor(
    readonly project: Project,
    readonly options: ModelOptions,
    /** Those of a model that has been built with the same options, if any. */
    readonly habits = new Habits(),
  ) {
    const beginnings = (type: ObjectTypeName): Beginnings => new Beginnings(type, habits.shape);
    this.byType = new Map(objectTypeList.map(({ name }) => [name, new Collection(beginnings(name))]));
  }

  /** All collections, by type name. */
  get collections(): IterableIterator<Collection> {
    return this.byType.values();
  }
  of(type: ObjectTypeName): Collection {
    const collection = this.byType.get(type);
    if (!collection) throw new Error(`no such object type: ${type}`);
    return collection;
  }
  /** A new item with the next number, in no collection yet. */
  create(type: ObjectTypeName, source?: RawObject): Item {
    return new Item(this.nextId++, source, this.of(type).beginnings);
  }
  /** A copy of an item with the next number, in no collection yet. */
  copy(item: Item): Item {
    return item.copyAs(this.nextId++);
  }
  /**
   * True the first time that this is asked about the `define` behind an item: what is wrong with a service on a thousand hosts is
   * noted once.
   */
  isNews(item: Item, what: string): boolean {
    const define = item.source ?? item;
    const known = this.noted.get(define);
    if (!known) this.noted.set(define, new Set([what]));
    else if (known.has(what)) return false;
    else known.add(what);
    return true;
  }
  note<K extends FactKind>(kind: K, fact: FactKinds[K]): void {
    this.facts.push({ kind, ...fact } as unknown as Fact);
  }
}

/** One step of the arbiter's between reading and verdict; in steps itself where it has every host or service to look at. */
export type Phase = ((build: Build) => void) | ((build: Build) => Steps<void>);
