import type { Build } from './build';
import type { Item } from './item';

/** A copy of a service, in no collection yet. Its description becomes the displayed name where there is none (service.py:572). */
export function copyService(build: Build, service: Item): Item {
  const copy = build.copy(service);
  const description = service.text('service_description');
  if (description !== undefined && (service.text('display_name') ?? '') === '')
    copy.props.set('display_name', description);
  return copy;
}
