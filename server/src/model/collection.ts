import type { ObjectTypeName } from '../schema/types';
import type { Beginnings, Item } from './item';
import { ServicesByName, type ServicesCalled } from './services-by-name';

/** What a service is found by: the arbiter keeps the pair. */
export interface ServiceName {
  readonly host: string;
  readonly description: string;
}

/** All items of one type while the model is being built, as the arbiter keeps them: in order, and by name with the winner of each name. */
export class Collection {
  /** In order, each at its position; a gap where one has been taken away. */
  private items: (Item | undefined)[] = [];
  private gaps = 0;
  /** Somebody has been given the list, and it must stay as it is. */
  private isGiven = false;
  private readonly byName = new Map<string, Item>();
  private readonly services = new ServicesByName();
  private readonly templateItems = new Set<Item>();
  private readonly templatesByName = new Map<string, Item>();
  /** Some object cannot be found any more by the name that it was indexed under. */
  hasLostNames = false;

  constructor(readonly beginnings: Beginnings) {}

  get type(): ObjectTypeName {
    return this.beginnings.type;
  }

  /** Registered items, in the order in which they were added: those that there are now, whatever comes or goes later. */
  get all(): readonly Item[] {
    if (this.gaps > 0) {
      const items = this.items.filter((item) => item !== undefined);
      for (const [position, item] of items.entries()) item.position = position;
      this.items = items;
      this.gaps = 0;
    }
    this.isGiven = true;
    return this.items as readonly Item[];
  }
  [Symbol.iterator](): IterableIterator<Item> {
    return this.all.values();
  }
  get size(): number {
    return this.items.length - this.gaps;
  }
  get templates(): IterableIterator<Item> {
    return this.templateItems.values();
  }
  /** A service is also found by `host/description`. */
  find(name: string | ServiceName): Item | undefined {
    if (typeof name !== 'string') return this.services.find(name.host, name.description);
    return this.byName.get(name) ?? (this.type === 'service' ? this.findWritten(name) : undefined);
  }
  private findWritten(name: string): Item | undefined {
    // A host may have a slash in its name, and a description, too.
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
      const service = this.find({ host: name.slice(0, at), description: name.slice(at + 1) });
      if (service) return service;
    }
    return undefined;
  }
  findTemplate(name: string): Item | undefined {
    return this.templatesByName.get(name);
  }
  has(item: Item): boolean {
    return this.items[item.position] === item;
  }
  /** Keeps the item; it can be found by name only once it is indexed. */
  add(item: Item): void {
    if (this.has(item)) return;
    this.own();
    item.position = this.items.length;
    this.items.push(item);
  }
  addTemplate(item: Item): void {
    this.templateItems.add(item);
  }
  remove(item: Item): void {
    if (!this.has(item)) return;
    this.own();
    this.items[item.position] = undefined;
    this.gaps++;
  }
  removeTemplate(item: Item): void {
    this.templateItems.delete(item);
  }
  /** Makes the item the one that `name` finds. */
  index(name: string | ServiceName, item: Item): void {
    if (typeof name === 'string') {
      this.byName.set(name, item);
      return;
    }
    this.services.called(name.description).set(name.host, item);
  }
  /** Services of one description by host, to look up and to index many of them. */
  servicesCalled(description: string): ServicesCalled {
    return this.services.called(description);
  }
  indexTemplate(name: string, item: Item): void {
    this.templatesByName.set(name, item);
  }
  unindexTemplate(name: string): void {
    this.templatesByName.delete(name);
  }
  unindex(name: string | ServiceName): void {
    const { byName, services } = this;
    const had = typeof name === 'string' ? byName.delete(name) : services.delete(name.host, name.description);
    if (had) this.hasLostNames = true;
  }

  /** Makes the list one that nobody else has. */
  private own(): void {
    if (this.isGiven) this.items = [...this.items];
    this.isGiven = false;
  }
}
