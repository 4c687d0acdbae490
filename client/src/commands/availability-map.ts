import { type ShowMapArguments, showMapCommand } from '../../../server/src/lsp/requests';
import type { MenuContext } from '../views/availability-map/messages';
import type { Tools } from '.';
import { configurationInView } from './configuration-in-view';

async function showAvailabilityMap(tools: Tools, argument: unknown): Promise<void> {
  // From the editor's title the command comes with the file's Uri, an object with neither of these.
  const { uri, machines, daemons } = (argument ?? {}) as ShowMapArguments;
  const configuration = uri ?? (await configurationInView(tools));
  if (configuration !== undefined)
    await tools.maps.show(configuration, machines || daemons ? { machines, daemons } : undefined);
}

const toggle = ({ maps }: Tools, argument: unknown): Promise<void> => maps.run('toggle', argument as MenuContext);

export const availabilityMapCommands = {
  [showMapCommand]: showAvailabilityMap,
  'shinken.exportAvailabilityMap': ({ maps }: Tools): Promise<void> => maps.exportSvg(),
  'shinken.availabilityMap.kill': toggle,
  'shinken.availabilityMap.revive': toggle,
  'shinken.availabilityMap.open': ({ maps }: Tools, argument: unknown): Promise<void> =>
    maps.run('open', argument as MenuContext),
} as const;
