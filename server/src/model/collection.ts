import type { ObjectTypeName } from '../schema/types';
import type { Item } from './item';

/** All items of one type while the model is being built, as the arbiter keeps them: in order, and by name with the winner of each name. */
export class Collection {
  private readonly items = new Set<Item>();
  private readonly byName = new Map<string, Item>();
  private readonly templateItems = new Set<Item>();
  private readonly templatesByName = new Map<string, Item>();

  constructor(readonly type: ObjectTypeName) {}

  /** Registered items, in the order in which they were added. */
  [Symbol.iterator](): IterableIterator<Item> {
    return this.items.values();
  }
  get size(): number {
    return this.items.size;
  }
  get templates(): IterableIterator<Item> {
    return this.templateItems.values();
  }
  find(name: string): Item | undefined {
    return this.byName.get(name);
  }
  findTemplate(name: string): Item | undefined {
    return this.templatesByName.get(name);
  }
  has(item: Item): boolean {
    return this.items.has(item);
  }
  /** Keeps the item; it can be found by name only once it is indexed. */
  add(item: Item): void {
    this.items.add(item);
  }
  addTemplate(item: Item): void {
    this.templateItems.add(item);
  }
  remove(item: Item): void {
    this.items.delete(item);
  }
  removeTemplate(item: Item): void {
    this.templateItems.delete(item);
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
