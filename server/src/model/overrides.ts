/** `service_overrides` of hosts, once services have all their values (service.py, `override_properties`). */
import { directive } from '../schema';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import { serviceKey } from './collection-rules';
import { convert } from './convert';
import type { HostFacts } from './host-facts';
import type { Item, Origin } from './item';
import { matcherOf } from './exclusion';
import { originsOf } from './places';
import { spanOf } from '../syntax/values';
import { addTo } from '../project/lists';

/** What no host may change about its services. */
const forbidden: ReadonlySet<string> = new Set([
  'host_name',
  'service_description',
  'use',
  'servicegroups',
  'trigger',
  'trigger_name',
]);

export function* overrideServices(build: Build): Steps<void> {
  const overriding = [...build.of('host')].filter((host) => host.list('service_overrides').length > 0);
  if (overriding.length === 0) return;
  const servicesOf = new Map<string, Item[]>();
  yield* withEach(build.of('service').all, (service) => {
    const host = service.text('host_name') ?? '';
    addTo(servicesOf, host, service);
  });
  for (const host of overriding) {
    for (const override of host.list('service_overrides')) {
      applyOverride(build, host, override, servicesOf.get(host.text('host_name') ?? '') ?? []);
    }
  }
}

type BadOverride = HostFacts['bad-override'];

function applyOverride(build: Build, host: Item, text: string, services: readonly Item[]): void {
  const origin = originsOf(host, 'service_overrides').find(({ property }) => property.value.includes(text));
  const fail = (why: BadOverride['why'], name: string, outcome: BadOverride['outcome']): void => {
    if (outcome === 'error') host.fail();
    build.note('bad-override', { item: host, at: placeIn(origin, name), text, why, name, outcome });
  };
  const [, description = '', key = '', value = ''] = /^([^,]+),(\S+)\s+(.*)$/.exec(text) ?? [];
  if (description === '') {
    fail('syntax', text, 'error');
    return;
  }
  if (forbidden.has(key)) {
    fail('forbidden', key, 'error');
    return;
  }
  const chosen = select(build, host, description, services);
  if (chosen === undefined) {
    fail('bad-pattern', description, 'crash');
    return;
  }
  if (chosen.length === 0) {
    fail('unknown-service', description, build.options.dialect === '3.0' ? 'warning' : 'error');
    return;
  }
  const known = directive('service', key);
  if (known?.name !== key || (known.since === '3.0' && build.options.dialect !== '3.0')) {
    fail('unknown-property', key, 'crash');
    return;
  }
  const conversion = convert(known, [value]);
  if ('failure' in conversion) {
    fail('bad-value', value, 'crash');
    return;
  }
  for (const service of chosen) {
    service.props.set(key, conversion.value);
    if (origin) service.origins.set(key, origin);
    else service.origins.delete(key);
  }
}

/** Services of the host that fit; undefined for a pattern that does not compile. */
function select(build: Build, host: Item, description: string, services: readonly Item[]): readonly Item[] | undefined {
  if (description !== '*' && !description.startsWith('r:')) {
    const service = build.of('service').find(serviceKey(host.text('host_name') ?? '', description));
    return service ? [service] : [];
  }
  const matches = matcherOf(description);
  return matches && services.filter((service) => matches(service.text('service_description') ?? ''));
}

function placeIn(origin: Origin | undefined, name: string): BadOverride['at'] {
  if (!origin) return undefined;
  const { value } = origin.property.node;
  const at = Math.max(0, value.text.indexOf(name));
  return { file: origin.property.file, span: spanOf(value, at, Math.min(at + name.length, value.text.length)) };
}
