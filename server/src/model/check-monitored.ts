/** What the verdict asks of every host and service itself; their references are checked where they are linked (host.py, service.py, `is_correct`). */
import { directive, objectType } from '../schema';
import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { filterOf } from './exclusion';
import type { Item } from './item';
import { namePlace } from './places';

/** Names may not have these, unless `illegal_object_name_chars` says otherwise. */
const ILLEGAL = '`~!$%^&*"|\'<>?,()=';

/** Directives that the check of required ones passes over, since the arbiter asks for them in a way of its own. */
const special: ReadonlySet<string> = new Set([
  'check_period',
  'host_name',
  'hostgroup_name',
  'notification_interval',
  'notification_period',
]);

export function checkMonitored(build: Build): void {
  for (const host of build.of('host')) {
    checkRequired(build, host);
    checkInitialState(build, host);
    checkNotified(build, host);
    checkFilters(build, host);
  }
  for (const service of build.of('service')) {
    checkRequired(build, service);
    checkInitialState(build, service);
    checkNotified(build, service);
  }
}

function checkRequired(build: Build, item: Item): void {
  const required = objectType(item.type)?.directives.filter((directive) => directive.required) ?? [];
  for (const { name } of required) {
    // A host without name has been noted as such.
    if (!special.has(name) && !item.has(name) && build.isNews(item, name))
      build.note('missing-property', { item, key: name });
  }
}

/** The first letter of `initial_state` must be a state (schedulingitem.py, `set_initial_state`). */
function checkInitialState(build: Build, item: Item): void {
  const value = item.text('initial_state') ?? '';
  if (value === '' || directive(item.type, 'initial_state')?.choices?.some((choice) => choice.value === value)) return;
  build.note('bad-initial-state', { item, value });
}

function checkNotified(build: Build, item: Item): void {
  if (!item.flag('notifications_enabled', true) || (item.links.get('contacts') ?? []).length > 0) return;
  const written = (key: string): boolean => item.list(key).some((name) => strip(name) !== '');
  const why = written('contacts') ? 'unknown' : written('contact_groups') ? 'empty-groups' : 'none';
  if (build.isNews(item, `contacts ${why}`)) build.note('nobody-notified', { item, why });
}

function checkFilters(build: Build, host: Item): void {
  for (const key of ['service_includes', 'service_excludes']) {
    const patterns = host.props.get(key);
    if (!Array.isArray(patterns)) continue;
    for (const pattern of filterOf(patterns).bad) {
      build.note('bad-pattern', { item: host, key, pattern, at: namePlace(host, key, pattern) });
    }
  }
}

/** Names of hosts, services and contacts (host.py, service.py, contact.py). */
export function checkNames(build: Build): void {
  const setting = build.settings.get('illegal_object_name_chars');
  const illegal = new Set(typeof setting === 'string' ? setting : ILLEGAL);
  const named = { host: 'host_name', service: 'service_description', contact: 'contact_name' } as const;
  for (const [type, key] of Object.entries(named)) {
    for (const item of build.of(type as keyof typeof named)) {
      const characters = [...new Set(item.text(key) ?? '')].filter((character) => illegal.has(character));
      if (characters.length > 0) build.note('illegal-name', { item, key, characters });
    }
  }
}
