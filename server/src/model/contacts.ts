/** Contacts and their notification ways (contact.py, notificationway.py). */
import type { Build } from './build';
import { addIndexed } from './collection-rules';
import type { Item } from './item';
import { Linker } from './linker';

/** Facts about contacts and notification ways. */
export interface ContactFacts {
  /** A way of notifying lacks what it needs: the arbiter refuses it. `contact`: the one that it was made for. */
  'incomplete-notificationway': { readonly item: Item; readonly contact: Item | undefined; readonly key: string };
  /** A contact that has no way of being notified. */
  'contact-never-notified': { readonly item: Item };
  /**
   * A contact is notified in the way that was made for another one: both have their `notificationways` from one template, whose very
   * list the arbiter adds to.
   */
  'foreign-notificationway': { readonly item: Item; readonly owner: Item };
}

/** Properties of a contact that make a way of notifying of its own (contact.py:38-43). */
const simpleProperties = [
  'service_notification_period',
  'host_notification_period',
  'service_notification_options',
  'host_notification_options',
  'service_notification_commands',
  'host_notification_commands',
  'min_business_impact',
] as const;

/**
 * Makes a notification way of its own for each contact that says how it is notified (contact.py:277-300). Its name joins a list that
 * the contact may share with a template.
 */
export function makeInnerNotificationways(build: Build): void {
  for (const contact of build.of('contact')) {
    const given = simpleProperties.filter((key) => contact.props.has(key));
    if (given.length === 0) continue;
    const way = build.create('notificationway');
    for (const key of given) {
      way.props.set(key, contact.props.get(key) ?? null);
      const origin = contact.origins.get(key);
      if (origin) way.origins.set(key, origin);
    }
    const name = `${contact.text('contact_name') ?? contact.text('alias') ?? ''}_inner_notificationway`;
    way.props.set('notificationway_name', name);
    way.setLinks('contact', [contact]);
    addIndexed(build, way);
    const names = contact.props.get('notificationways');
    if (Array.isArray(names)) names.push(name);
    else contact.props.set('notificationways', [name]);
  }
}

/** The contact that a notification way was made for; undefined for one that was written. */
export function ownerOf(way: Item): Item | undefined {
  return way.links.get('contact')?.[0];
}

/** A way that only says `n` notifies of nothing, and the arbiter does not look at it any closer (notificationway.py:152-158). */
function isNull(way: Item): boolean {
  return (['service', 'host'] as const).every((of) => {
    const options = way.list(`${of}_notification_options`);
    return options.length === 1 && options[0] === 'n';
  });
}

/** Links and verifies every notification way. */
export function linkNotificationways(build: Build): void {
  const link = new Linker(build);
  for (const way of build.of('notificationway')) {
    const silent = isNull(way);
    const contact = ownerOf(way);
    for (const of of ['service', 'host'] as const) {
      const period = `${of}_notification_period`;
      const commands = `${of}_notification_commands`;
      link.name(way, period, 'timeperiod', silent ? 'error-line' : 'error');
      link.calls(way, commands, silent ? 'silent' : 'error');
      if (silent) continue;
      if (!way.has(commands)) build.note('incomplete-notificationway', { item: way, contact, key: commands });
      if ((way.text(period) ?? '') === '')
        build.note('incomplete-notificationway', { item: way, contact, key: period });
    }
  }
}

/** Links contacts with their ways; a way that does not exist is passed over without a word (contact.py:226-239). */
export function linkContacts(build: Build): void {
  const link = new Linker(build);
  for (const contact of build.of('contact')) {
    const ways = link.list(contact, 'notificationways', 'notificationway', 'silent');
    for (const way of ways) {
      const owner = ownerOf(way);
      if (owner && owner !== contact) build.note('foreign-notificationway', { item: contact, owner });
    }
    if (ways.length === 0) build.note('contact-never-notified', { item: contact });
  }
}

/**
 * Contacts without `contact_name` (contact.py:168-203): refused when they have no way of being notified, else called by their alias. It
 * comes after the check of characters, which the alias is spared.
 */
export function checkContacts(build: Build): void {
  for (const contact of build.of('contact')) {
    if (contact.has('contact_name')) continue;
    const refused = (contact.links.get('notificationways') ?? []).length === 0;
    build.note('unnamed', { item: contact, directive: 'contact_name', outcome: refused ? 'error' : 'silent' });
    contact.props.set('contact_name', contact.text('alias') ?? 'none');
  }
}
