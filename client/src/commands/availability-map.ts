import type { MenuContext } from '../views/availability-map/messages';
import type { Tools } from '.';
import { configurationInView } from './configuration-in-view';

/** What {@link showAvailabilityMap} may be told, by a link or another view: whose map, and who is dead in it. */
export interface MapArguments {
  /** URI of a file of the configuration; the one in view by default. */
  readonly uri?: string;
  readonly machines?: readonly string[];
  /** By their ids: `scheduler/scheduler-master`. */
  readonly daemons?: readonly string[];
}

async function showAvailabilityMap({ maps }: Tools, argument: unknown): Promise<void> {
  // From the editor's title the command comes with the file's Uri, an object with neither of these.
  const { uri, machines, daemons } = (argument ?? {}) as MapArguments;
  const configuration = uri ?? (await configurationInView());
  if (configuration !== undefined)
    await maps.show(configuration, machines || daemons ? { machines, daemons } : undefined);
}

const toggle = ({ maps }: Tools, argument: unknown): Promise<void> => maps.run('toggle', argument as MenuContext);

export const availabilityMapCommands = {
  'shinken.showAvailabilityMap': showAvailabilityMap,
  'shinken.exportAvailabilityMap': ({ maps }: Tools): Promise<void> => maps.exportSvg(),
  'shinken.availabilityMap.kill': toggle,
  'shinken.availabilityMap.revive': toggle,
  'shinken.availabilityMap.open': ({ maps }: Tools, argument: unknown): Promise<void> =>
    maps.run('open', argument as MenuContext),
} as const;
