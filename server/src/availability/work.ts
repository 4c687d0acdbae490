/** What hosts and services want of the daemons of their realm: checks of pollers, notifications and event handlers of reactionners. */
import { type CommandCall, type Item, placeOf } from '../model/item';
import type { Kind } from '../model/kinds';
import { realmOfMonitored } from '../model/realms';
import type { Model } from '../model/types';
import { Attached } from '../project/attached';
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
  readonly count: number;
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
    yield* withEach(model.items(type), (item) => demand.add(model, item));
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

const tags = new Attached<Model, Map<string, readonly string[]>>();

const needs = new Attached<Model, readonly Need[]>();

/** A need that is still growing. */
interface OpenNeed extends Need {
  readonly writers: Map<Item | undefined, Place | undefined>;
  count: number;
}

/** Needs by realm, then by calls, then by kind: there are few of these, and hosts and services in thousands. */
type KnownNeeds = Map<Item, Map<Item['calls'], Map<Kind, ReadonlySet<OpenNeed>>>>;

class Demand {
  private readonly byKey = new Map<string, OpenNeed>();
  /** Of those whose checks go by a tag of their own, and of the others. */
  private readonly alike: { readonly tagged: KnownNeeds; readonly others: KnownNeeds } = {
    tagged: new Map(),
    others: new Map(),
  };
  private readonly tags = new Map<Kind, boolean>();

  needs(): readonly Need[] {
    return [...this.byKey.values()];
  }
  add(model: Model, item: Item): void {
    const realm = realmOfMonitored(model, item);
    if (!realm) return;
    const isTagged = this.mayBeTagged(item) && written(item, 'poller_tag') !== undefined;
    const alike = isTagged ? this.alike.tagged : this.alike.others;
    const known = item.kind && alike.get(realm)?.get(item.calls)?.get(item.kind);
    for (const need of known ?? this.findNeeds(alike, realm, item, isTagged)) need.count++;
    if (isTagged && checkOf(item.calls)) this.needOf('poller', realm.name, item).count++;
  }

  /** Who writes the tag is no matter of the kind. */
  private mayBeTagged(item: Item): boolean {
    const known = item.kind && this.tags.get(item.kind);
    if (known !== undefined) return known;
    const may = item.flag('active_checks_enabled', true) && item.text('poller_tag') !== undefined;
    if (item.kind) this.tags.set(item.kind, may);
    return may;
  }
  private findNeeds(alike: KnownNeeds, realm: Item, item: Item, isTagged: boolean): ReadonlySet<OpenNeed> {
    const needs = new Set(this.find(realm, item, isTagged));
    const { calls, kind } = item;
    if (!kind) return needs;
    let ofRealm = alike.get(realm);
    if (!ofRealm) alike.set(realm, (ofRealm = new Map<Item['calls'], Map<Kind, ReadonlySet<OpenNeed>>>()));
    const ofCalls = ofRealm.get(calls);
    if (ofCalls) ofCalls.set(kind, needs);
    else ofRealm.set(calls, new Map([[kind, needs]]));
    return needs;
  }
  private *find(realm: Item, item: Item, isTagged: boolean): Iterable<OpenNeed> {
    const { calls, type, links } = item;
    const check = !isTagged && item.flag('active_checks_enabled', true) ? checkOf(calls) : undefined;
    if (check) yield this.needOf('poller', realm.name, written(check, 'poller_tag'));
    const contacts = item.flag('notifications_enabled', true) ? (links.get('contacts') ?? []) : [];
    const ways = contacts.flatMap((contact) => contact.links.get('notificationways') ?? []);
    const told = [...new Set(ways)].flatMap((way) => way.calls.get(`${type}_notification_commands`) ?? []);
    const handled = handlers.flatMap((key) => calls.get(key) ?? []);
    for (const command of commandsOf([...handled, ...told]))
      yield this.needOf('reactionner', realm.name, written(command, 'reactionner_tag'));
  }
  /** Work with the tag that `writer` writes. */
  private needOf(kind: Need['kind'], realm: string, writer: Item | undefined): OpenNeed {
    const key = `${kind}_tag`;
    const tag = writer?.text(key) ?? 'None';
    const id = `${kind} ${realm}\0${tag}`;
    let need = this.byKey.get(id);
    if (!need) this.byKey.set(id, (need = { kind, realm, tag, writers: new Map(), count: 0 }));
    need.writers.set(writer, writer && placeOf(writer, key));
    return need;
  }
}

/** The object, if it writes the directive. */
function written(writer: Item, key: string): Item | undefined {
  const isWritten = writer.text(key) !== undefined && !writer.isDefault(key) && writer.origins.has(key);
  return isWritten ? writer : undefined;
}

/** The command that checks, if somebody has defined it. */
function checkOf(calls: Item['calls']): Item | undefined {
  const command = calls.get('check_command')?.[0]?.command;
  return command?.source && command;
}

const handlers = ['event_handler', 'snapshot_command'] as const;

/** Those that somebody has defined, each once. */
function commandsOf(calls: readonly CommandCall[]): ReadonlySet<Item> {
  return new Set(calls.flatMap(({ command }) => (command?.source ? [command] : [])));
}
