/** Descriptions of services: of given hosts, where the text says which. */
import type { Project, RawObject } from '../../project/types';
import { shortDetail } from '../objects';
import { servicesOf } from '../services-of';
import { symbolsOf } from '../symbols';
import { written } from '../../model/names/written';
import { choose, type CompletionList } from './item';
import type { Token } from './token';

/** So many hosts are looked at for the services that they share. */
const MOST_HOSTS = 20;

/** The hosts of these names that there are. */
export function hostsNamed(project: Project, names: readonly string[]): readonly RawObject[] {
  const symbols = symbolsOf(project);
  return names.slice(0, MOST_HOSTS).flatMap((name) => symbols.definitions('host', name.trim()).at(-1)?.object ?? []);
}

/** The services of some hosts, those that all of them have before the others; every service where that leaves none. */
export function serviceCompletion(
  project: Project,
  hosts: readonly RawObject[],
  { typed, span }: Token,
  taken?: ReadonlySet<string>,
): CompletionList {
  const found = new Map<string, { readonly object: RawObject | undefined; count: number }>();
  for (const host of hosts.slice(0, MOST_HOSTS)) {
    for (const [name, object] of servicesOf(project, host)) {
      const known = found.get(name);
      if (known) known.count++;
      else found.set(name, { object, count: 1 });
    }
  }
  if (found.size === 0) {
    for (const [name, places] of symbolsOf(project).names('service')) {
      found.set(name, { object: places.at(-1)?.object, count: hosts.length });
    }
  }
  const candidates = [...found]
    .filter(([label]) => !taken?.has(label))
    .map(([label, { object, count }]) => ({ label, object, rank: count < hosts.length ? 1 : 0 }));
  const { chosen, incomplete } = choose(candidates, typed);
  const items = chosen.map(({ label, object, rank }) => {
    const detail = rank === 1 ? 'not on all of the hosts' : object && shortDetail(object);
    return { label, kind: 'object' as const, detail, rank };
  });
  const host = hosts.length === 1 && hosts[0] ? written(hosts[0], 'host_name')?.trim() : undefined;
  return { span, items, incomplete, topic: { of: 'objects', space: 'service', ...(host !== undefined && { host }) } };
}
