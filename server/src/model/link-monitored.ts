import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import type { Item } from './item';
import { Kinds } from './kinds';
import { Linker } from './linker';

/** Facts about what hosts and services name. */
export interface MonitoredFacts {
  /** A check command that is there and empty. A host is refused, of a service the arbiter dies. */
  'empty-check-command': { readonly item: Item; readonly crashes: boolean };
}

/** Links what hosts name (host.py:1436-1460), but for hostgroups and realms. */
export function linkHosts(build: Build): Steps<void> {
  return linkAll(build, 'host', (link, host) => {
    link.list(host, 'parents', 'host', 'warning', { keepEmpty: true });
  });
}

/** Links what services name (service.py:1408-1432), but for hosts and servicegroups. */
export function linkServices(build: Build): Steps<void> {
  return linkAll(build, 'service');
}

/** First what all of a kind lead to, then what each has of its own: the order in which facts are noted is that. */
function linkAll(build: Build, type: 'host' | 'service', linkOwn?: (link: Linker, item: Item) => void): Steps<void> {
  const link = new Linker(build);
  const kinds = new Kinds();
  return withEach(build.of(type).all, (item) => {
    const kind = item.isUnlinked ? kinds.of(item) : undefined;
    item.kind = kind;
    if (kind?.links) item.linkAs(kind.links);
    else {
      const { missed } = link;
      linkKind(link, item);
      if (kind && link.missed === missed) kind.links = { links: item.links, calls: item.calls };
    }
    linkOwn?.(link, item);
    link.call(item, 'check_command', 'error');
    if (item.text('check_command') === '') build.note('empty-check-command', { item, crashes: type === 'service' });
  });
}

/** Nothing but directives of `monitoredKeys`. */
function linkKind(link: Linker, item: Item): void {
  for (const key of ['notification_period', 'check_period', 'maintenance_period', 'snapshot_period']) {
    link.name(item, key, 'timeperiod', 'error');
  }
  link.call(item, 'event_handler', 'error');
  link.call(item, 'snapshot_command', 'silent');
  // By now the members of contact groups are among them.
  link.list(item, 'contacts', 'contact', 'error', { fromGroups: true });
  link.list(item, 'resultmodulations', 'resultmodulation', 'warning');
  link.list(item, 'business_impact_modulations', 'businessimpactmodulation', 'error');
  link.list(item, 'escalations', 'escalation', 'error');
  link.name(item, 'trigger_name', 'trigger', 'error');
  link.list(item, 'checkmodulations', 'checkmodulation', 'error', { keepEmpty: true });
  link.list(item, 'macromodulations', 'macromodulation', 'error', { keepEmpty: true });
}
