/** `hostextinfo` and `serviceextinfo` fill gaps of hosts and services (hostextinfo.py, serviceextinfo.py). */
import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { serviceKey } from './collection-rules';
import { type Item, placeOf } from './item';

/** Finds the hosts that additional information is for. It is shown, never judged, and so it is linked and not merged. */
export function linkHostInfo(build: Build): void {
  for (const info of build.of('hostextinfo')) {
    const name = info.text('host_name');
    const host = build.of('host').find(name ?? '');
    if (host) info.setLinks('host_name', [host]);
    else if (name !== undefined) noteIdle(build, info, name, 'silent');
  }
}

/** Finds the services; the arbiter dies of information without a description. */
export function linkServiceInfo(build: Build): void {
  for (const info of build.of('serviceextinfo')) {
    const description = info.text('service_description');
    if (description === undefined) {
      noteIdle(build, info, '', 'crash');
      continue;
    }
    const services: Item[] = [];
    for (const host of (info.text('host_name') ?? '').split(',')) {
      const service = build.of('service').find(serviceKey(host, description));
      if (service) services.push(service);
      else if (host !== '') noteIdle(build, info, `${strip(host)}/${description}`, 'silent');
    }
    info.setLinks('service_description', services);
  }
}

function noteIdle(build: Build, item: Item, name: string, outcome: 'silent' | 'crash'): void {
  build.note('idle-extinfo', { item, name, at: placeOf(item, 'host_name'), outcome });
}
