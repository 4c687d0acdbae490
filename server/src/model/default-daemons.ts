import type { DaemonType } from '../schema';
import type { Build } from './build';
import { addIndexed } from './collection-rules';
import type { Item, PropValue } from './item';

/** Facts about what the arbiter invents where nothing is defined. */
export interface DefaultDaemonFacts {
  /** No daemon of a kind: the arbiter adds one on this machine (config.py:1622-1650, 1130-1136). */
  'default-daemon': { readonly item: Item; readonly type: DaemonType; readonly port: number };
  /** No realm: the arbiter adds `Default`, for whoever names none. */
  'default-realm': { readonly item: Item };
}

/** The daemons that hold hosts' work, in the order in which the arbiter looks for them. */
const missing = [
  { type: 'scheduler', name: 'Default-Scheduler', port: 7768 },
  { type: 'poller', name: 'Default-Poller', port: 7771 },
  { type: 'reactionner', name: 'Default-Reactionner', port: 7769 },
  { type: 'broker', name: 'Default-Broker', port: 7772 },
] as const;

/** One scheduler, poller, reactionner and broker each on localhost, where none is defined; a receiver is never invented. */
export function addDefaultDaemons(build: Build): void {
  for (const { type, name, port } of missing) {
    if (build.of(type).size > 0) continue;
    const extra: [string, PropValue][] = type === 'broker' ? [['manage_arbiters', true]] : [];
    const item = invent(build, type, [[`${type}_name`, name], ['address', 'localhost'], ['port', port], ...extra]);
    if (!build.project.partial) build.note('default-daemon', { item, type, port });
  }
}

/** The arbiter of a configuration that defines none. */
export function addDefaultArbiter(build: Build): void {
  if (build.of('arbiter').size > 0) return;
  const properties: [string, PropValue][] = [
    ['arbiter_name', 'Default-Arbiter'],
    ['address', 'localhost'],
    ['port', 7770],
    ['spare', false],
  ];
  if (build.options.hostname !== undefined) properties.push(['host_name', build.options.hostname]);
  const item = invent(build, 'arbiter', properties);
  if (!build.project.partial) build.note('default-daemon', { item, type: 'arbiter', port: 7770 });
}

/** The realm `Default` of a configuration that defines none, given to every daemon without the property (config.py:1607-1619). */
export function addDefaultRealm(build: Build): void {
  if (build.of('realm').size > 0) return;
  const item = invent(build, 'realm', [
    ['realm_name', 'Default'],
    ['default', true],
  ]);
  if (!build.project.partial) build.note('default-realm', { item });
  for (const type of ['poller', 'broker', 'reactionner', 'receiver', 'scheduler'] as const) {
    for (const daemon of build.of(type)) if (!daemon.props.has('realm')) daemon.props.set('realm', 'Default');
  }
}

function invent(build: Build, type: DaemonType | 'realm', properties: readonly (readonly [string, PropValue])[]): Item {
  const item = build.create(type);
  for (const [key, value] of properties) item.props.set(key, value);
  addIndexed(build, item);
  return item;
}
