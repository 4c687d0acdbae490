import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  type GenerateSparesArguments,
  type PlannedAmendment,
  type PlannedSpare,
  spareRequests,
  type SparesParams,
  type SparesPlan,
} from '../../../server/src/lsp/requests';
import type { Tools } from '.';
import { applyChange } from './apply-change';
import { askForServer } from './ask-for-server';
import { askForStore } from './ask-for-store';
import { configurationInView } from './configuration-in-view';
import { outlookReport, section } from './report';

/**
 * Asks for a server, shows which daemons would get a spare there, writes the chosen ones, and says what may die then and what is left to
 * do by hand. It may be told the configuration, by the URI of a file or folder of it, and a server to propose.
 */
export async function generateSpares(tools: Tools, argument?: unknown): Promise<void> {
  const asked: GenerateSparesArguments = argument ?? {};
  const uri = asked.uri ?? (await configurationInView(tools));
  if (!uri) return;
  const server = await askForServer('The name or address of the server that will run the spares', asked.server);
  if (server === undefined) return;
  const params: SparesParams = { uri, server };
  const plan = await tools.server.request<SparesPlan>(spareRequests.plan, params);
  if (plan.items.length === 0 && plan.amendments.length === 0) {
    const words = [`Nothing needs a spare on ${server}.`, ...plan.skipped, plan.outlook.verdict];
    await window.showInformationMessage(words.join(' '));
    return;
  }
  const choice = await choose(tools, params, plan);
  if (!choice || choice.files.length + choice.amend.length === 0) return;
  const hasScheduler = plan.items.some(({ kind, file }) => kind === 'scheduler' && choice.files.includes(file));
  const store = plan.forgetful && hasScheduler ? await askForStore(plan.forgetful) : 'keep';
  if (store === undefined) return;
  const { preview, ...chosen } = choice;
  const retention = store === 'keep' ? undefined : { store: store.store, address: store.address };
  const wanted: SparesParams = { ...params, ...chosen, retention };
  const agreed = await tools.server.request<SparesPlan>(spareRequests.plan, wanted);
  const edit = await tools.server.request<WorkspaceEdit>(spareRequests.edit, wanted);
  const label = `Spares on ${server}`;
  const written = await applyChange(tools, edit, preview ? { label, existing: uri } : undefined);
  if (written) await tools.views.show(`${label}.md`, report(agreed, choice.amend, server));
}

type SpareItem = QuickPickItem & { readonly spare?: PlannedSpare; readonly amendment?: PlannedAmendment };

/** What one picks in the list, as the server wants it. */
interface Choice extends Required<Pick<SparesParams, 'files' | 'amend' | 'load'>> {
  readonly preview: boolean;
}

async function choose({ server }: Tools, params: SparesParams, plan: SparesPlan): Promise<Choice | undefined> {
  const { items, amendments } = plan;
  const all: SparesParams = { ...params, amend: amendments.map(({ id }) => id) };
  const { outlook } = amendments.length > 0 ? await server.request<SparesPlan>(spareRequests.plan, all) : plan;
  const preview: SpareItem = { label: 'Show every change before it is written' };
  const load: SpareItem = { label: 'Have the main file read the new files', picked: true };
  const options = items.every(({ loaded }) => loaded) ? [preview] : [load, preview];
  const mended = amendments.length > 0 ? [separator('Spares that are there'), ...amendments.map(amendmentItem)] : [];
  const picked = await window.showQuickPick<SpareItem>([...byRealm(items), ...mended, separator(''), ...options], {
    canPickMany: true,
    title: `Spares on ${params.server}`,
    placeHolder: `What to write. With all of it: ${outlook.verdict}`,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  return {
    files: picked.flatMap(({ spare }) => spare?.file ?? []),
    amend: picked.flatMap(({ amendment }) => amendment?.id ?? []),
    load: picked.includes(load),
    preview: picked.includes(preview),
  };
}

const separator = (label: string): SpareItem => ({
  label,
  kind: QuickPickItemKind.Separator,
});

/** The spares of a realm together, kind by kind; the arbiter, which has none, first. */
function byRealm(items: readonly PlannedSpare[]): readonly SpareItem[] {
  const realms = [...new Set(items.map(({ realm }) => realm))];
  const hasHeads = realms.filter((realm) => realm !== undefined).length > 1;
  return realms.flatMap((realm) => [
    ...(hasHeads ? [separator(realm === undefined ? 'All realms' : `Realm ${realm}`)] : []),
    ...items.filter((spare) => spare.realm === realm).map(itemOf),
  ]);
}

const itemOf = (spare: PlannedSpare): SpareItem => ({
  label: spare.spareName,
  description: `${spare.kind}, stands in for ${spare.masters.join(', ')}`,
  detail: shortPath(spare) + (spare.loaded ? '' : ' (not yet read by the main file)'),
  picked: true,
  spare,
});

const amendmentItem = (amendment: PlannedAmendment): SpareItem => ({
  label: amendment.spareName,
  description: `${amendment.kind}, ${amendment.text}`,
  picked: true,
  amendment,
});

const shortPath = ({ file }: PlannedSpare): string => workspace.asRelativePath(Uri.parse(file));

/** What was written, what may die now, and what is left, in Markdown. */
function report(
  { items, amendments, outlook, notes, skipped }: SparesPlan,
  amended: readonly string[],
  server: string,
): string {
  const files = items.map((spare) => `\`${spare.spareName}\` (${spare.kind}) in \`${shortPath(spare)}\``);
  const mended = amendments
    .filter(({ id }) => amended.includes(id))
    .map(({ spareName, kind, text }) => `\`${spareName}\` (${kind}) ${text}`);
  return [
    `# Spares on ${server}`,
    '',
    ...outlookReport(outlook),
    ...section('Written', [...files, ...mended]),
    'Undo (Ctrl+Z) in one of these files takes all of it back.',
    '',
    ...section('Left to do by hand', notes),
    ...section('No spare', skipped),
  ].join('\n');
}
