import type { ObjectTypeName } from '../schema/types';
import type { Item } from './item';

/** All items of one type while the model is being built, as the arbiter keeps them: by number, and by name with the winner of each name. */
export class Collection {
  private readonly byId = new Map<number, Item>();
  private readonly byName = new Map<string, Item>();
  private readonly templatesById = new Map<number, Item>();
  private readonly templatesByName = new Map<string, Item>();

  constructor(readonly type: ObjectTypeName) {}

  /** Registered items, in the order in which they were added. */
  *[Symbol.iterator](): IterableIterator<Item> {
    yield* this.byId.values();
  }
  get size(): number {
    return this.byId.size;
  }
  get templates(): IterableIterator<Item> {
    return this.templatesById.values();
  }
  find(name: string): Item | undefined {
    return this.byName.get(name);
  }
  findTemplate(name: string): Item | undefined {
    return this.templatesByName.get(name);
  }
  has(item: Item): boolean {
    return this.byId.has(item.id);
  }
  /** Keeps the item; it can be found by name only once it is indexed. */
  add(item: Item): void {
    this.byId.set(item.id, item);
  }
  addTemplate(item: Item): void {
    this.templatesById.set(item.id, item);
  }
  remove(item: Item): void {
    this.byId.delete(item.id);
  }
  removeTemplate(item: Item): void {
    this.templatesById.delete(item.id);
  }
  /** Makes the item the one that `name` finds. */
  index(name: string, item: Item): void {
    this.byName.set(name, item);
  }
  indexTemplate(name: string, item: Item): void {
    this.templatesByName.set(name, item);
  }
  unindexTemplate(name: string): void {
    this.templatesByName.delete(name);
  }
  unindex(name: string): void {
    this.byName.delete(name);
  }
  names(): IterableIterator<string> {
    return this.byName.keys();
  }
}
