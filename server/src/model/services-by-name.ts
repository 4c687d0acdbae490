import { remembered } from '../project/lists';
import type { Item } from './item';

/** Of so many hosts at least, and of one in so many of all that have services, are those whose services are kept in a list. */
const SEVERAL = 8;
const ONE_IN = 4;

/**
 * Services by description and host. Many hosts have services of the same descriptions: hosts are numbered, and a description that many of them
 * have is a list in the order of their numbers, which takes a fifth of the room that a map by their names does.
 */
export class ServicesByName {
  /** Numbers by host. */
  private readonly hosts = new Map<string, number>();
  private readonly byDescription = new Map<string, ServicesCalled>();

  find(host: string, description: string): Item | undefined {
    return this.byDescription.get(description)?.get(host);
  }
  /** Those of one description, to look up and to add many. */
  called(description: string): ServicesCalled {
    return remembered(this.byDescription, description, () => new ServicesCalled(this.hosts));
  }
  /** Says whether there was one. */
  delete(host: string, description: string): boolean {
    return this.byDescription.get(description)?.delete(host) === true;
  }
}

/** Services of one description, by host. */
export class ServicesCalled {
  /** By number of the host: a map as long as they are few, as a list would be nearly empty. */
  private items: Map<number, Item> | (Item | undefined)[] = new Map<number, Item>();

  constructor(private readonly hosts: Map<string, number>) {}

  get(host: string): Item | undefined {
    const { items } = this;
    const number = this.hosts.get(host);
    if (number === undefined) return undefined;
    return Array.isArray(items) ? items[number] : items.get(number);
  }
  set(host: string, service: Item): void {
    const { hosts, items } = this;
    let number = hosts.get(host);
    if (number === undefined) hosts.set(host, (number = hosts.size));
    if (Array.isArray(items)) items[number] = service;
    else if (items.set(number, service).size >= SEVERAL && items.size * ONE_IN >= hosts.size)
      this.items = listOf(items);
  }
  /** Says whether there was one. */
  delete(host: string): boolean {
    const { items } = this;
    const number = this.hosts.get(host);
    if (number === undefined) return false;
    if (!Array.isArray(items)) return items.delete(number);
    const had = items[number] !== undefined;
    if (had) items[number] = undefined;
    return had;
  }
}

function listOf(items: ReadonlyMap<number, Item>): (Item | undefined)[] {
  const list: (Item | undefined)[] = [];
  for (const [number, service] of items) list[number] = service;
  return list;
}
