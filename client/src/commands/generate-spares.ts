import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  type GenerateSparesArguments,
  type PlannedSpare,
  spareRequests,
  type SparesEditParams,
  type SparesPlan,
  type SparesPlanParams,
} from '../../../server/src/lsp/requests';
import type { Tools } from '.';
import { applyChange } from './apply-change';
import { askForServer } from './ask-for-server';
import { configurationInView } from './configuration-in-view';

/**
 * Asks for a server, shows which daemons would get a spare there, writes the chosen ones, and says what is left to do by hand. It may be
 * told the configuration, by the URI of a file or folder of it, and a server to propose.
 */
export async function generateSpares(tools: Tools, argument?: unknown): Promise<void> {
  const asked: GenerateSparesArguments = argument ?? {};
  const uri = asked.uri ?? (await configurationInView());
  if (!uri) return;
  const server = await askForServer('The name or address of the server that will run the spares', asked.server);
  if (server === undefined) return;
  const params: SparesPlanParams = { uri, server };
  const plan = await tools.server.request<SparesPlan>(spareRequests.plan, params);
  if (plan.items.length === 0) {
    await window.showInformationMessage([`Nothing needs a spare on ${server}.`, ...plan.skipped].join(' '));
    return;
  }
  const choice = await choose(plan, server);
  if (!choice || choice.spares.length === 0) return;
  const wanted: SparesEditParams = { ...params, files: choice.spares.map(({ file }) => file) };
  const edit = await tools.server.request<WorkspaceEdit>(spareRequests.edit, wanted);
  const label = `Spares on ${server}`;
  const written = await applyChange(tools, edit, choice.preview ? { label, needsConfirmation: true } : undefined);
  if (written) await tools.views.show(`${label}.md`, report(plan, choice.spares, server));
}

interface SpareItem extends QuickPickItem {
  readonly spare?: PlannedSpare;
}

async function choose(
  plan: SparesPlan,
  server: string,
): Promise<{ readonly spares: readonly PlannedSpare[]; readonly preview: boolean } | undefined> {
  const items: SpareItem[] = plan.items.map((spare) => ({
    label: spare.spareName,
    description: `${spare.kind}, stands in for ${spare.masters.join(', ')}`,
    detail: shortPath(spare) + (spare.loaded ? '' : ' (not yet read by the main file)'),
    picked: true,
    spare,
  }));
  const preview: SpareItem = { label: 'Show every change before it is written' };
  const picked = await window.showQuickPick<SpareItem>(
    [...items, { label: '', kind: QuickPickItemKind.Separator }, preview],
    { canPickMany: true, title: `Spares on ${server}`, placeHolder: 'The spares to write', ignoreFocusOut: true },
  );
  if (!picked) return undefined;
  return { spares: picked.flatMap(({ spare }) => spare ?? []), preview: picked.includes(preview) };
}

const shortPath = ({ file }: PlannedSpare): string => workspace.asRelativePath(Uri.parse(file));

/** What was written and what is left, in Markdown. */
function report(plan: SparesPlan, spares: readonly PlannedSpare[], server: string): string {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`## ${title}`, '', ...lines.map((line) => `- ${line}`), ''] : [];
  const files = spares.map((spare) => `\`${spare.spareName}\` (${spare.kind}) in \`${shortPath(spare)}\``);
  return [
    `# Spares on ${server}`,
    '',
    ...list('Written', files),
    ...list('Left to do by hand', plan.notes),
    ...list('No spare', plan.skipped),
  ].join('\n');
}
