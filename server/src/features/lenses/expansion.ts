/** Above a service that is written for several hosts: how many it becomes. Above a host: how many services it has. */
import type { Analysis } from '../../analysis';
import type { Item } from '../../model/item';
import { isTemplate, lastProperty, written } from '../../model/names/written';
import { itemsFrom } from '../../model/sources';
import type { Model } from '../../model/types';
import { Attached } from '../../project/attached';
import { addTo } from '../../project/lists';
import type { Place, RawObject } from '../../project/types';
import type { LensText } from '../code-lens';
import { inheritedProperty, templatesOf } from '../inheritance';
import { counted } from '../markdown';
import type { LensSource } from './index';
import { onObjects, placeOfName } from './objects';

export const expansion: LensSource = {
  kind: 'expansion',
  lenses: (analysis, file) =>
    onObjects(analysis, file, 'expansion', (object) => {
      if (object.type === 'host' && !isTemplate(object)) return () => aboutHost(analysis, object);
      return object.type === 'service' && isForMany(analysis, object)
        ? () => aboutService(analysis, object)
        : undefined;
    }),
};

/** What is written may come to another number of services than one: read off the text, for the lenses of a file are drawn at once. */
function isForMany({ project }: Analysis, service: RawObject): boolean {
  const hosts = written(service, 'host_name')?.trim() ?? '';
  if (isTemplate(service)) return hosts !== '';
  if (/[,*!]/.test(hosts) || (lastProperty(service, 'hostgroup_name') ?? lastProperty(service, 'hostgroup')))
    return true;
  if (hosts === '') return false;
  const own =
    lastProperty(service, 'duplicate_foreach') ?? inheritedProperty(templatesOf(project, service), 'duplicate_foreach');
  return own !== undefined;
}

/** The services that a definition became. */
function servicesFrom(model: Model, object: RawObject): readonly Item[] {
  return itemsFrom(model, object).filter((item) => item.type === 'service' && !item.isTemplate);
}

function aboutService({ model, project }: Analysis, object: RawObject): LensText {
  const services = servicesFrom(model, object);
  if (services.length === 0 && project.partial) return { title: 'expands to no services in these files' };
  const title = `expands to ${counted(services.length, 'service')}`;
  const hosts = new Set(services.flatMap((service) => model.find('host', service.text('host_name') ?? '') ?? []));
  const tooltip = hosts.size === services.length ? undefined : `On ${counted(hosts.size, 'host')}.`;
  return { title, ...(tooltip === undefined ? {} : { tooltip }), ...shown([...hosts]) };
}

function aboutHost({ model }: Analysis, object: RawObject): LensText {
  const [host] = itemsFrom(model, object);
  if (!host) return { title: 'another host of this name counts' };
  const services = servicesOf(model, host);
  return { title: counted(services.length, 'service'), ...shown(services) };
}

/** A click shows where the objects are defined, each definition once. */
function shown(items: readonly Item[]): Pick<LensText, 'action'> {
  if (items.length === 0) return {};
  return {
    action: {
      does: 'show',
      places: () =>
        [...new Set(items.flatMap(({ source }) => source ?? []))].map((source): Place => placeOfName(source)),
    },
  };
}

const byHost = new Attached<Model, ReadonlyMap<string, readonly Item[]>>();

function servicesOf(model: Model, host: Item): readonly Item[] {
  let services = byHost.get(model);
  if (!services) {
    const found = new Map<string, Item[]>();
    for (const service of model.items('service')) {
      const name = service.text('host_name') ?? '';
      addTo(found, name, service);
    }
    byHost.set(model, (services = found));
  }
  return services.get(host.name) ?? [];
}
