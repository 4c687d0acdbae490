/** What hosts and services want of the daemons of their realm: checks of pollers, notifications and event handlers of reactionners. */
import { type CommandCall, type Item, placeOf } from '../model/item';
import { realmOfMonitored } from '../model/realms';
import type { Model } from '../model/types';
import type { Place } from '../project/types';
import { complete, type Steps, withEach } from '../steps';

/** Work with one tag for the daemons of one realm. */
export interface Need {
  readonly kind: 'poller' | 'reactionner';
  readonly realm: string;
  /** `None` for work without a tag. */
  readonly tag: string;
  /** Where the tag is written; nothing but a default for what has none. */
  readonly writers: ReadonlyMap<Item | undefined, Place | undefined>;
  /** How many hosts and services wait for it. */
  readonly items: ReadonlySet<Item>;
}

/**
 * All the work there is: a check goes by the `poller_tag` of its host or service, else of its command (commandcall.py:83-87), and a
 * notification or event handler by the `reactionner_tag` of its command alone.
 */
export function needsOf(model: Model): readonly Need[] {
  return complete(findingNeeds(model));
}

/** The same, step by step. */
export function* findingNeeds(model: Model): Steps<readonly Need[]> {
  const known = needs.get(model);
  if (known) return known;
  const demand = new Demand();
  for (const type of ['host', 'service'] as const)
    yield* withEach(model.items(type), (item) => addDemand(model, demand, item, type));
  const all = demand.needs();
  needs.set(model, all);
  return all;
}

/** Tags of the work that there is for the pollers or reactionners of a realm, in the alphabet's order. */
export function tagsNeeded(model: Model, kind: Need['kind'], realm: string): readonly string[] {
  let index = tags.get(model);
  if (!index) {
    index = new Map();
    for (const need of needsOf(model)) {
      const key = `${need.kind} ${need.realm}`;
      index.set(key, [...(index.get(key) ?? []), need.tag].sort());
    }
    tags.set(model, index);
  }
  return index.get(`${kind} ${realm}`) ?? [];
}

const tags = new WeakMap<Model, Map<string, readonly string[]>>();

const needs = new WeakMap<Model, readonly Need[]>();

/** A need that is still growing. */
interface OpenNeed extends Need {
  readonly writers: Map<Item | undefined, Place | undefined>;
  readonly items: Set<Item>;
}

class Demand {
  private readonly byKey = new Map<string, OpenNeed>();
  /** The same by realm, and by who writes the tag: there are few of either, and hosts and services in thousands. */
  private readonly byWriter = {
    poller: new Map<Item, Map<Item | undefined, OpenNeed>>(),
    reactionner: new Map<Item, Map<Item | undefined, OpenNeed>>(),
  };
  /** What tells the contacts of a list, which thousands of hosts or services share; those of hosts, and those of services. */
  private readonly tellers = {
    host: new Map<unknown, readonly Item[]>(),
    service: new Map<unknown, readonly Item[]>(),
  };

  needs(): readonly Need[] {
    return [...this.byKey.values()];
  }
  /** The commands, each once, that tell the contacts of a host or service. */
  tellersOf(item: Item, type: 'host' | 'service'): readonly Item[] {
    const contacts = item.links.get('contacts') ?? [];
    let known = this.tellers[type].get(contacts);
    if (!known) {
      const ways = new Set(contacts.flatMap((contact) => contact.links.get('notificationways') ?? []));
      const calls = [...ways].flatMap((way) => way.calls.get(`${type}_notification_commands`) ?? []);
      known = commandsOf(calls);
      this.tellers[type].set(contacts, known);
    }
    return known;
  }
  /** Work of a host or service in a realm, with the tag that `writer` writes. */
  add(kind: Need['kind'], realm: Item, item: Item, writer: Item | undefined): void {
    let ofRealm = this.byWriter[kind].get(realm);
    if (!ofRealm) this.byWriter[kind].set(realm, (ofRealm = new Map<Item | undefined, OpenNeed>()));
    let need = ofRealm.get(writer);
    if (!need) ofRealm.set(writer, (need = this.needOf(kind, realm.name, writer)));
    need.items.add(item);
  }
  private needOf(kind: Need['kind'], realm: string, writer: Item | undefined): OpenNeed {
    const key = `${kind}_tag`;
    const tag = writer?.text(key) ?? 'None';
    const id = `${kind} ${realm}\0${tag}`;
    let need = this.byKey.get(id);
    if (!need) this.byKey.set(id, (need = { kind, realm, tag, writers: new Map(), items: new Set() }));
    need.writers.set(writer, writer && placeOf(writer, key));
    return need;
  }
}

function addDemand(model: Model, demand: Demand, item: Item, type: 'host' | 'service'): void {
  const realm = realmOfMonitored(model, item);
  if (!realm) return;
  const check = item.calls.get('check_command')?.[0]?.command;
  if (check?.source && item.flag('active_checks_enabled', true))
    demand.add('poller', realm, item, written(item, 'poller_tag') ?? written(check, 'poller_tag'));
  for (const key of handlers) {
    for (const command of commandsOf(item.calls.get(key) ?? []))
      demand.add('reactionner', realm, item, written(command, 'reactionner_tag'));
  }
  if (!item.flag('notifications_enabled', true)) return;
  for (const command of demand.tellersOf(item, type))
    demand.add('reactionner', realm, item, written(command, 'reactionner_tag'));
}

/** The object, if it writes the directive. */
function written(writer: Item, key: string): Item | undefined {
  return writer.text(key) !== undefined && writer.origins.has(key) ? writer : undefined;
}

const handlers = ['event_handler', 'snapshot_command'] as const;

/** Those that somebody has defined. */
function commandsOf(calls: readonly CommandCall[]): readonly Item[] {
  if (calls.length === 0) return [];
  return [...new Set(calls.flatMap(({ command }) => (command?.source ? [command] : [])))];
}
