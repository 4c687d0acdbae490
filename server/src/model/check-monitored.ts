/** What the verdict asks of every host and service itself; their references are checked where they are linked (host.py, service.py, `is_correct`). */
import { directive, objectType, type ObjectTypeName } from '../schema';
import { strip } from '../syntax/blanks';
import { type Steps, withEach } from '../steps';
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

export function* checkMonitored(build: Build): Steps<void> {
  yield* withEach(build.of('host').all, (host) => {
    checkKind(build, host);
    checkFilters(build, host);
  });
  yield* withEach(build.of('service').all, (service) => {
    checkKind(build, service);
  });
}

/** Asks nothing but what is the same for all of the item's kind. */
function checkKind(build: Build, item: Item): void {
  const { kind } = item;
  if (kind?.isSound) return;
  const answers = [checkRequired(build, item), checkInitialState(build, item), checkNotified(build, item)];
  if (kind) kind.isSound = !answers.includes(false);
}

/** Whether all is there. */
function checkRequired(build: Build, item: Item): boolean {
  const missing = requiredOf(item.type).filter((name) => !item.has(name));
  for (const name of missing) if (build.isNews(item, name)) build.note('missing-property', { item, key: name });
  return missing.length === 0;
}

const required = new Map<ObjectTypeName, readonly string[]>();

function requiredOf(type: ObjectTypeName): readonly string[] {
  let known = required.get(type);
  if (!known) {
    const directives = objectType(type)?.directives ?? [];
    // A host without name has been noted as such.
    known = directives.filter(({ name, required }) => required && !special.has(name)).map(({ name }) => name);
    required.set(type, known);
  }
  return known;
}

/** The first letter of `initial_state` must be a state (schedulingitem.py, `set_initial_state`). */
function checkInitialState(build: Build, item: Item): boolean {
  const value = item.text('initial_state') ?? '';
  const { choices = [] } = directive(item.type, 'initial_state') ?? {};
  if (value === '' || choices.some((choice) => choice.value === value)) return true;
  build.note('bad-initial-state', { item, value });
  return false;
}

/** Whether somebody is told of problems, or nobody is meant to be. */
function checkNotified(build: Build, item: Item): boolean {
  if (!item.flag('notifications_enabled', true) || (item.links.get('contacts') ?? []).length > 0) return true;
  const written = (key: string): boolean => item.list(key).some((name) => strip(name) !== '');
  const why = written('contacts') ? 'unknown' : written('contact_groups') ? 'empty-groups' : 'none';
  if (build.isNews(item, `contacts ${why}`)) build.note('nobody-notified', { item, why });
  return false;
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

/** Made of the characters that nearly all names are made of. */
function isPlain(name: string): boolean {
  return /^[\w.-]*$/.test(name);
}

/** Names of hosts, services and contacts (host.py, service.py, contact.py). */
export function* checkNames(build: Build): Steps<void> {
  const setting = build.settings.get('illegal_object_name_chars');
  const illegal = new Set(typeof setting === 'string' ? setting : ILLEGAL);
  const isPlainLegal = ![...illegal].some(isPlain);
  const named = { host: 'host_name', service: 'service_description', contact: 'contact_name' } as const;
  for (const [type, key] of Object.entries(named)) {
    yield* withEach(build.of(type as keyof typeof named).all, (item) => {
      const name = item.text(key) ?? '';
      if (isPlain(name) && isPlainLegal) return;
      const characters = [...new Set(name)].filter((character) => illegal.has(character));
      if (characters.length > 0) build.note('illegal-name', { item, key, characters });
    });
  }
}
