/** What the arbiter fills in: from the host, and of its own (service.py, `apply_implicit_inheritance`; config.py, `fill_default`). */
import { isDaemonType, objectType, type Directive, type ObjectTypeName } from '../schema';
import { complete, type Steps, withEach } from '../steps';
import type { Build } from './build';
import { convert } from './convert';
import { Alike } from './alike';
import type { PropValue } from './item';
import type { Dialect } from './types';

/** Directives that a service takes from its host when neither it nor its templates have them. */
export const impliedByHost = [
  'contacts',
  'contact_groups',
  'notification_interval',
  'notification_period',
  'resultmodulations',
  'business_impact_modulations',
  'escalations',
  'poller_tag',
  'reactionner_tag',
  'check_period',
  'business_impact',
  'maintenance_period',
] as const;

export function* inheritFromHosts(build: Build): Steps<void> {
  const hosts = build.of('host');
  const lackedBy = new Alike((item) => new Set<string>(impliedByHost.filter((key) => !item.props.has(key))));
  const givenBy = new Alike((item) => impliedByHost.filter((key) => item.props.has(key)));
  const handedOver = new Map<ReadonlySet<string>, Map<readonly string[], readonly string[]>>();
  yield* withEach(build.of('service').all, (service) => {
    const lacked = lackedBy.of(service);
    const host = lacked.size > 0 && hosts.find(service.text('host_name') ?? '');
    if (!host) return;
    const given = givenBy.of(host);
    let ofLacked = handedOver.get(lacked);
    if (!ofLacked) handedOver.set(lacked, (ofLacked = new Map<readonly string[], readonly string[]>()));
    let keys = ofLacked.get(given);
    if (!keys) ofLacked.set(given, (keys = given.filter((key) => lacked.has(key))));
    for (const key of keys) {
      const value = host.props.get(key);
      if (value === undefined) continue;
      service.props.set(key, value);
      const origin = host.origins.get(key);
      if (origin) service.origins.set(key, origin);
    }
  });
}

/** Defaults of everything but daemons and realms, which get theirs once missing ones have been invented. */
export function* fillObjectDefaults(build: Build): Steps<void> {
  for (const { type } of build.collections) {
    if (!isDaemonType(type) && type !== 'realm' && type !== 'module') yield* fillingDefaults(build, type);
  }
  yield* withEach(build.of('host').all, (host) => {
    const name = host.text('host_name');
    if (name === undefined) return;
    for (const key of ['address', 'alias']) if (!host.has(key)) host.props.set(key, name);
  });
}

/** Gives every registered item of a type the arbiter's defaults. Once is enough; doing it again covers items that have come since. */
export function fillDefaults(build: Build, type: ObjectTypeName): void {
  complete(fillingDefaults(build, type));
}

function* fillingDefaults(build: Build, type: ObjectTypeName): Steps<void> {
  const defaults = defaultsOf(type, build.options.dialect);
  yield* withEach(build.of(type).all, (item) => {
    item.fillDefaults(defaults);
  });
}

const cache = new Map<string, ReadonlyMap<string, PropValue>>();

/** The arbiter's defaults of a type, by directive. */
function defaultsOf(type: ObjectTypeName, dialect: Dialect): ReadonlyMap<string, PropValue> {
  const key = `${type} ${dialect}`;
  let defaults = cache.get(key);
  if (!defaults) {
    defaults = new Map(
      (objectType(type)?.directives ?? [])
        .filter(({ internal, since }) => !internal && (since !== '3.0' || dialect === '3.0'))
        .flatMap((directive) => defaultOf(directive)),
    );
    cache.set(key, defaults);
  }
  return defaults;
}

function defaultOf(directive: Directive): [string, PropValue][] {
  const { name, value, default: text } = directive;
  if (text === undefined) return [];
  if (text === '') {
    if (value === 'list' || value === 'integerList') return [[name, []]];
    return [[name, value === 'dictionary' ? new Map<string, string>() : '']];
  }
  const conversion = convert(directive, [text]);
  return 'value' in conversion ? [[name, conversion.value]] : [];
}
