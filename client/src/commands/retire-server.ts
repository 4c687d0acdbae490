import { type QuickPickItem, type Uri, window, workspace, WorkspaceEdit as Change } from 'vscode';
import { DeleteFile, type WorkspaceEdit } from 'vscode-languageclient';
import type { Fate } from '../../../server/src/availability/retire';
import {
  type AvailabilityParams,
  type OrphanedSpare,
  type RetirableServer,
  type RetireParams,
  type RetirePlan,
  retireRequests,
  type RetireServerArguments,
} from '../../../server/src/lsp/requests';
import type { Tools } from '.';
import { applyChange } from './apply-change';
import { configurationInView } from './configuration-in-view';
import { outlookReport, section } from './report';

type Fates = NonNullable<RetireParams['fates']>;

/**
 * Asks which server goes for good and what becomes of the spares that stood in only for it, shows what the simulation says of the rest,
 * and takes all of its daemons out of the configuration once that is confirmed. It may be told the configuration and the server.
 */
export async function retireServer(tools: Tools, argument?: unknown): Promise<void> {
  const asked: RetireServerArguments = argument ?? {};
  const uri = asked.uri ?? (await configurationInView(tools));
  if (!uri) return;
  const server = asked.server ?? (await chooseServer(tools, uri));
  if (server === undefined) return;
  const proposed = await planFor(tools, { uri, server });
  const fates = proposed.orphans.length > 0 ? await chooseFates(proposed.orphans) : {};
  if (!fates) return;
  const params: RetireParams = { uri, server, fates };
  const plan = await planFor(tools, params);
  const label = `Without ${server}`;
  await tools.views.show(`${label}.md`, report(plan));
  const consent = await confirm(plan);
  if (!consent) return;
  const edit = await tools.server.request<WorkspaceEdit | null>(retireRequests.edit, params);
  if (!edit) throw new Error(`no daemon is on ${server} any more.`);
  const gone = await onlyDeleted(tools, edit);
  const written = await applyChange(tools, edit, consent === 'preview' ? { label, existing: uri } : undefined);
  if (written && gone.length > 0) void offerUndo(server, gone);
}

type DeletedFile = readonly [uri: Uri, content: Uint8Array];

/** The files of a change that does nothing but delete: no editor is left in which one could undo it. */
async function onlyDeleted({ server }: Tools, { documentChanges = [] }: WorkspaceEdit): Promise<DeletedFile[]> {
  const deletions = documentChanges.filter((part) => DeleteFile.is(part));
  if (deletions.length < documentChanges.length) return [];
  const uris = deletions.map(({ uri }) => server.convert.asUri(uri));
  return Promise.all(uris.map(async (uri): Promise<DeletedFile> => [uri, await workspace.fs.readFile(uri)]));
}

async function offerUndo(server: string, gone: readonly DeletedFile[]): Promise<void> {
  const undo = 'Undo';
  if ((await window.showInformationMessage(`${server} is out of the configuration.`, undo)) !== undo) return;
  const back = new Change();
  for (const [uri, contents] of gone) back.createFile(uri, { contents, ignoreIfExists: true });
  await workspace.applyEdit(back);
}

async function chooseServer(tools: Tools, uri: string): Promise<string | undefined> {
  const params: AvailabilityParams = { uri };
  const servers = await tools.server.request<RetirableServer[]>(retireRequests.servers, params);
  if (servers.length === 0) throw new Error('no daemon is defined here.');
  const picked = await window.showQuickPick(
    servers.map(({ machine, daemons }) => ({ label: machine, detail: daemons.join(', ') })),
    { title: 'Retire Server', placeHolder: 'The server that goes for good', matchOnDetail: true, ignoreFocusOut: true },
  );
  return picked?.label;
}

async function planFor(tools: Tools, params: RetireParams): Promise<RetirePlan> {
  const plan = await tools.server.request<RetirePlan | null>(retireRequests.plan, params);
  if (!plan) throw new Error(`no daemon is on ${params.server} any more.`);
  return plan;
}

const words: Readonly<Record<Fate, string>> = {
  promote: 'becomes active',
  remove: 'goes, too',
  keep: 'stays a spare',
};

const described = ({ kind, name, machine }: OrphanedSpare): string => `${kind} ${name} on ${machine}`;

/** Spares that stood in only for the server: what is proposed for each, one answer for all of them, or one by one. */
async function chooseFates(orphans: readonly OrphanedSpare[]): Promise<Fates | undefined> {
  const all = (fate: Fate): Fates => Object.fromEntries(orphans.map(({ id }) => [id, fate]));
  const promoted = orphans.filter(({ fate }) => fate === 'promote');
  const items: (QuickPickItem & { readonly fates?: Fates })[] = [
    ...(promoted.length > 0
      ? [{ label: 'Make them active', detail: promoted.map(described).join(', '), fates: {} }]
      : []),
    { label: 'Remove them, too', detail: orphans.map(described).join(', '), fates: all('remove') },
    { label: 'Leave them as spares', detail: 'Where only spares are left, none of them works.', fates: all('keep') },
    { label: 'Choose one by one…' },
  ];
  const picked = await window.showQuickPick(items, {
    title: 'Spares That Lose Their Masters',
    placeHolder: `${String(orphans.length)} ${orphans.length === 1 ? 'spare elsewhere stands' : 'spares elsewhere stand'} in only for what goes`,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  if (picked.fates) return picked.fates;
  const chosen: Record<string, Fate> = {};
  for (const orphan of orphans) {
    const fate = await chooseFate(orphan);
    if (!fate) return undefined;
    chosen[orphan.id] = fate;
  }
  return chosen;
}

async function chooseFate(orphan: OrphanedSpare): Promise<Fate | undefined> {
  const order = [orphan.fate, ...(['promote', 'remove', 'keep'] as const).filter((fate) => fate !== orphan.fate)];
  const picked = await window.showQuickPick(
    order.map((fate) => ({ label: `It ${words[fate]}`, fate })),
    {
      title: described(orphan),
      placeHolder: `Stands in for ${orphan.masters.join(', ')}`,
      ignoreFocusOut: true,
    },
  );
  return picked?.fate;
}

async function confirm({
  machine,
  removed,
  refused,
  undone,
  outlook,
}: RetirePlan): Promise<'write' | 'preview' | undefined> {
  const bad = refused || undone.length > 0;
  const what = `${String(removed.length)} ${removed.length === 1 ? 'definition' : 'definitions'}`;
  const picked = await window.showQuickPick(
    [
      { label: `Remove ${what}${bad ? ' all the same' : ''}`, consent: 'write' as const },
      { label: 'Show every change first', consent: 'preview' as const },
    ],
    {
      title: `Retire ${machine}`,
      placeHolder: refused
        ? 'The arbiter would refuse the configuration that is left.'
        : (undone[0] ?? outlook.verdict),
      ignoreFocusOut: true,
    },
  );
  return picked?.consent;
}

/** What goes, what becomes of the rest, and what is left to do, in Markdown. */
function report({ machine, removed, orphans, kept, notes, outlook, undone, refused, problems }: RetirePlan): string {
  const fates = orphans.map(
    (orphan) => `\`${orphan.name}\` (${orphan.kind} on ${orphan.machine}) ${words[orphan.fate]}`,
  );
  return [
    `# Without ${machine}`,
    '',
    ...(refused ? ['**The arbiter would refuse the configuration that is left.**', ''] : []),
    ...section('Nobody would do any more', undone),
    ...outlookReport(outlook),
    ...section('What goes', removed),
    ...section('Spares that lose their masters', fates),
    ...section('What stays', kept),
    ...section('New problems', problems),
    ...section('Left to do by hand', notes),
  ].join('\n');
}
