/** `contact_groups` become `contacts` (item.py, `explode_contact_groups_into_contacts`). */
import { Attached } from '../project/attached';
import type { Place } from '../project/types';
import { strip } from '../syntax/blanks';
import { spanOf } from '../syntax/scanner';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { membersOf } from './groups';
import type { Item, PropValue } from './item';
import { namePlace, originsOf } from './places';

/** Groups whose members a list already has. The arbiter adds them again and again, which makes no difference but to its speed. */
const added = new Attached<string[], Set<Item>>();

/** Lists of groups, and the list of contacts to which they have nothing to add any more. Thousands of services share both. */
const settled = new Attached<readonly string[], readonly string[]>();

/** Lists of groups, and all their members: one list for all who share the groups and have no contacts besides. */
const given = new Attached<readonly string[], { readonly build: Build; readonly contacts: string[] }>();

/**
 * Adds the members of an item's contact groups to its contacts. The list is the one that the item shares with the template it was
 * inherited from: every other heir gets these contacts too, without a word.
 */
export function growContacts(build: Build, item: Item): void {
  const groups = item.props.get('contact_groups');
  if (groups === undefined || groups === null) return;
  const before = item.props.get('contacts');
  if (isSettled(groups, before) || (before === undefined && shareGiven(build, item, groups))) return;
  let changed = false;
  let failed = false;
  for (const name of new Set(item.list('contact_groups').map(strip))) {
    if (name === '') continue;
    const group = build.of('contactgroup').find(name);
    if (!group) {
      item.fail();
      failed = true;
      changed = true;
      // A template keeps the `+` of its list for those who inherit it: only of a service that is a copy of it that is an error.
      if (name === '+' && item.isTemplate) continue;
      const outcome = item.isTemplate ? 'silent' : 'error';
      if (!build.isNews(item, `contact_groups ${name} ${outcome}`)) continue;
      const at = name === '+' ? plusPlace(item) : namePlace(item, 'contact_groups', name);
      build.note('unknown-reference', { item, key: 'contact_groups', at, target: 'contactgroup', name, outcome });
      continue;
    }
    const members = membersOf(group);
    if (members.length === 0) continue;
    const contacts = item.props.get('contacts');
    if (!Array.isArray(contacts)) item.props.set('contacts', [...members]);
    else if (!grow(contacts, group, members)) continue;
    changed = true;
  }
  const contacts = item.props.get('contacts');
  if (!Array.isArray(groups) || !Array.isArray(contacts)) return;
  if (!changed) settled.set(groups, contacts);
  else if (before === undefined && !failed && !item.isTemplate) {
    given.set(groups, { build, contacts });
    settled.set(groups, contacts);
  }
}

/**
 * Gives an item the very list that another one with the same groups has got, if there is one. Of a template, it may become longer through its
 * heirs.
 */
function shareGiven(build: Build, item: Item, groups: PropValue): boolean {
  const same = Array.isArray(groups) && !item.isTemplate ? given.get(groups) : undefined;
  if (same?.build !== build) return false;
  item.props.set('contacts', same.contacts);
  return true;
}

function isSettled(groups: PropValue, contacts: PropValue | undefined): boolean {
  return Array.isArray(groups) && Array.isArray(contacts) && settled.get(groups) === contacts;
}

/** Where the list begins with the `+` that has become a name. */
function plusPlace(item: Item): Place | undefined {
  const line = originsOf(item, 'contact_groups').find(({ property }) => property.value.startsWith('+'))?.property;
  return line ? { file: line.file, span: spanOf(line.node.value, 0, 1) } : namePlace(item, 'contact_groups', '+');
}

/** Says whether there was anything to add. */
function grow(contacts: string[], group: Item, members: readonly string[]): boolean {
  const groups = added.get(contacts) ?? new Set();
  if (groups.has(group)) return false;
  added.set(contacts, groups.add(group));
  contacts.push(...members);
  return true;
}

/** Hosts and their templates (host.py, `explode`). Services do it while they are expanded. */
export function* growHostContacts(build: Build): Steps<void> {
  for (const template of build.of('host').templates) growContacts(build, template);
  yield* withEach(build.of('host').all, (host) => {
    growContacts(build, host);
  });
}
