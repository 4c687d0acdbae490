/** Escalations, and the host and service escalations that become some (escalation.py, hostescalation.py, serviceescalation.py). */
import { type ObjectTypeName, objectType } from '../schema';
import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { addIndexed, serviceKey } from './collection-rules';
import { growContacts } from './contact-groups';
import { convert } from './convert';
import { isExpression, parseExpression } from './expression';
import { HostSelector } from './host-selector';
import type { Item, PropValue } from './item';
import { Linker } from './linker';

/** Facts about escalations. */
export interface EscalationFacts {
  /** An escalation without the numbers of notifications, or the times, between which it works: the arbiter refuses it. */
  'incomplete-escalation': { readonly item: Item; readonly key: string; readonly timeBased: boolean };
  /** `host_name` or `service_description` twice in an escalation, where they are no directives: the arbiter dies of it. */
  'repeated-escalation-name': { readonly item: Item; readonly key: string };
  /** `+` before the contacts of a host or service escalation: they are lost on the way to the escalation. */
  'lost-escalation-contacts': { readonly item: Item; readonly key: string };
  /** An escalation that reaches nobody. */
  'escalation-to-nobody': { readonly item: Item };
}

/** Makes an escalation of each host and service escalation. Directives that an escalation does not have, such as `host_name`, go along. */
export function generateEscalations(build: Build): void {
  generate(build, 'serviceescalation', (number) => `Generated-Serviceescalation-${number}`);
  generate(build, 'hostescalation', (number, host) => `Generated-Hostescalation-${number}-${host}`);
}

function generate(build: Build, type: ObjectTypeName, nameOf: (number: string, host: string) => string): void {
  if (build.of(type).size === 0) return;
  const sources = build.project.objects.filter((object) => object.type === type);
  const numbers = new Map(sources.map((object, index) => [object, String(index + 1)]));
  const keys = (objectType(type)?.directives ?? []).map(({ name }) => name).filter((name) => !own.has(name));
  for (const item of build.of(type)) {
    const escalation = build.create('escalation', item.source);
    const number = (item.source && numbers.get(item.source)) ?? '';
    const host = item.text('host_name') ?? item.text('hostgroup_name') ?? '';
    escalation.props.set('escalation_name', nameOf(number, host));
    for (const key of keys) {
      const value = item.props.get(key);
      if (value === undefined) continue;
      const origin = item.origins.get(key);
      if (origin) escalation.origins.set(key, origin);
      give(build, escalation, key, value);
    }
    addIndexed(build, escalation);
  }
}

/** What an escalation does not take over. */
const own: ReadonlySet<string> = new Set(['use', 'name', 'register', 'definition_order', 'imported_from']);

function give(build: Build, escalation: Item, key: string, value: PropValue): void {
  const directive = objectType('escalation')?.directives.find(({ name }) => name === key);
  if (directive?.value !== 'list' || typeof value !== 'string') {
    escalation.props.set(key, value);
    return;
  }
  const conversion = convert(directive, [value]);
  const list = 'value' in conversion && Array.isArray(conversion.value) ? conversion.value : [];
  if (list[0]?.startsWith('+')) build.note('lost-escalation-contacts', { item: escalation, key });
  else escalation.props.set(key, list);
}

/** Finds the hosts of escalations through host groups, and contacts through contact groups (escalation.py:244-252). */
export function expandEscalations(build: Build): void {
  const selector = new HostSelector(build);
  const link = new Linker(build);
  for (const item of build.of('escalation')) {
    for (const key of ['host_name', 'service_description'] as const) {
      if (!Array.isArray(item.props.get(key))) continue;
      build.note('repeated-escalation-name', { item, key });
      item.props.delete(key);
    }
    item.props.set('host_name', [...hostsOf(build, selector, link, item)].join(','));
    growContacts(build, item);
  }
}

/** As for services: the groups' hosts, then the written ones, `!name` taking away (item.py, `explode_host_groups_into_hosts`). */
function hostsOf(build: Build, selector: HostSelector, link: Linker, item: Item): Set<string> {
  const names: string[] = [];
  const groups = item
    .list('hostgroup_name')
    .map(strip)
    .filter((name) => name !== '');
  const expression = item.text('hostgroup_name') ?? '';
  if (isExpression(expression)) {
    names.push(...parseExpression(expression).evaluate((name) => selector.membersOf(name)));
  } else {
    const unknown = groups.filter((name) => !build.of('hostgroup').find(name));
    for (const name of unknown) link.unknown(item, 'hostgroup_name', 'hostgroup', name, 'error');
    if (unknown.length === 0) for (const name of groups) names.push(...selector.writtenMembersOf(name));
  }
  const hosts = new Set<string>();
  for (const name of [...names, ...(item.text('host_name') ?? '').split(',').map(strip)]) {
    if (name === '*') for (const host of selector.allHosts) hosts.add(host);
    else if (name.startsWith('!')) hosts.delete(strip(name.slice(1)));
    else if (name !== '') hosts.add(name);
  }
  return hosts;
}

/** Links escalations with what they name, and hosts and services with the escalations that name them (escalation.py:196-241). */
export function linkEscalations(build: Build): void {
  const link = new Linker(build);
  for (const item of build.of('escalation')) {
    link.name(item, 'escalation_period', 'timeperiod', 'error');
    const contacts = link.list(item, 'contacts', 'contact', 'error', { fromGroups: true });
    if (contacts.length === 0) build.note('escalation-to-nobody', { item });
    for (const object of escalated(build, link, item)) {
      object.setLinks('escalations', [...(object.links.get('escalations') ?? []), item]);
    }
  }
}

/** The hosts, or the services, that an escalation names. What is not there is passed over. */
function escalated(build: Build, link: Linker, item: Item): Item[] {
  const found: Item[] = [];
  const description = strip(item.text('service_description') ?? '');
  for (const hostName of new Set((item.text('host_name') ?? '').split(',').map(strip))) {
    if (hostName === '') continue;
    const host = build.of('host').find(hostName);
    if (!host) link.unknown(item, 'host_name', 'host', hostName, 'silent');
    else if (description === '') found.push(host);
    else if (description === '*') found.push(...servicesOf(build, hostName));
    else {
      for (const name of new Set(description.split(',').map(strip))) {
        const service = name === '' ? undefined : build.of('service').find(serviceKey(hostName, name));
        if (service) found.push(service);
        else if (name !== '') link.unknown(item, 'service_description', 'service', name, 'silent', { host: hostName });
      }
    }
  }
  return found;
}

function servicesOf(build: Build, host: string): Item[] {
  return [...build.of('service')].filter((service) => service.text('host_name') === host);
}

/** Verifies what every escalation must have (escalation.py:150-192). */
export function checkEscalations(build: Build): void {
  for (const item of build.of('escalation')) {
    const timeBased = item.has('first_notification_time') || item.has('last_notification_time');
    const keys = timeBased
      ? ['first_notification_time', 'last_notification_time']
      : ['first_notification', 'last_notification'];
    for (const key of keys) if (!item.has(key)) build.note('incomplete-escalation', { item, key, timeBased });
  }
}
