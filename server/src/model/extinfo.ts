/** `hostextinfo` and `serviceextinfo` fill gaps of hosts and services (hostextinfo.py, serviceextinfo.py). */
import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { serviceKey } from './collection-rules';
import { type Item, placeOf } from './item';

const ofHosts = ['notes', 'notes_url', 'icon_image', 'icon_image_alt', 'vrml_image', 'statusmap_image'] as const;
const ofServices = ['notes', 'notes_url', 'icon_image', 'icon_image_alt'] as const;

export function mergeHostInfo(build: Build): void {
  for (const info of build.of('hostextinfo')) {
    const name = info.text('host_name');
    const host = build.of('host').find(name ?? 'UNNAMEDHOST');
    if (host) merge(host, info, ofHosts);
    else if (name !== undefined) noteIdle(build, info, name, 'silent');
  }
}

export function mergeServiceInfo(build: Build): void {
  for (const info of build.of('serviceextinfo')) {
    const description = info.text('service_description');
    if (description === undefined) {
      noteIdle(build, info, '', 'crash');
      continue;
    }
    for (const host of (info.text('host_name') ?? 'UNNAMEDHOST').split(',')) {
      const service = build.of('service').find(serviceKey(host, description));
      if (service) merge(service, info, ofServices);
      else noteIdle(build, info, serviceKey(strip(host), description), 'silent');
    }
  }
}

function noteIdle(build: Build, item: Item, name: string, outcome: 'silent' | 'crash'): void {
  build.note('idle-extinfo', { item, name, at: placeOf(item, 'host_name'), outcome });
}

function merge(item: Item, info: Item, keys: readonly string[]): void {
  for (const key of keys) {
    const value = info.text(key) ?? '';
    if (item.get(key) !== '' || value === '') continue;
    item.props.set(key, value);
    const origin = info.origins.get(key);
    if (origin) item.origins.set(key, origin);
  }
}
