import { commands, Uri } from 'vscode';
import { type GoToArguments, type ShowPlacesArguments, showPlacesRequest } from '../../../server/src/lsp/requests';
import type { Tools } from '.';

/** Opens the one place that a code lens names, or shows all of them for a choice. */
export async function goTo({ server }: Tools, argument: unknown): Promise<void> {
  const { uri, position, locations } = argument as GoToArguments;
  const { convert } = server;
  const [from, places] = [convert.asPosition(position), locations.map((one) => convert.asLocation(one))];
  await commands.executeCommand('editor.action.goToLocations', Uri.parse(uri), from, places, 'peek', 'It is gone.');
}

/** The same for what a code lens counts. */
export async function showPlaces(tools: Tools, argument: unknown): Promise<void> {
  const { uri, position } = argument as ShowPlacesArguments;
  const locations = await tools.server.request<GoToArguments['locations']>(
    showPlacesRequest,
    argument as ShowPlacesArguments,
  );
  const goToArguments: GoToArguments = { uri, position, locations };
  await goTo(tools, goToArguments);
}
