import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import { folderProblem, type SyncSchedule, timeProblem } from '../../../server/src/availability/sync-job';
import {
  type ConfigurationParams,
  copyRequests,
  type SyncJob,
  type SyncJobParams,
  type SyncProposal,
  type SyncRequest,
} from '../../../server/src/lsp/copy-requests';
import type { Tools } from '.';
import { askForServer } from './ask-for-server';
import { configurationInView } from './configuration-in-view';

/** Asks what is to be copied where and when, and writes what an administrator then installs. Nothing is copied from here. */
export async function writeSyncJob(tools: Tools): Promise<void> {
  const uri = await configurationInView(tools);
  if (!uri) return;
  const params: ConfigurationParams = { uri };
  const proposal = await tools.server.request<SyncProposal>(copyRequests.proposal, params);
  const request = await askForJob(proposal);
  if (!request) return;
  const wanted: SyncJobParams = { uri, request };
  const job = await tools.server.request<SyncJob>(copyRequests.job, wanted);
  const isDone = await (await askForPlace())?.(job);
  if (isDone) await tools.views.show(`Copy to ${request.server}.md`, report(job, request));
}

async function askForJob({
  server: likely,
  folder: open,
  time: usual,
}: SyncProposal): Promise<SyncRequest | undefined> {
  const server = await askForServer('The server of the spare arbiter, as ssh knows it', likely);
  if (server === undefined) return undefined;
  const folder = await ask(
    'The folder to copy: where the configuration is installed, on both servers',
    open,
    folderProblem,
  );
  if (folder === undefined) return undefined;
  const schedule = await window.showQuickPick(schedules, {
    title: 'What starts the copy every day',
    ignoreFocusOut: true,
  });
  if (!schedule) return undefined;
  const time = await ask('The time of day', usual, timeProblem);
  return time === undefined ? undefined : { server, folder, schedule: schedule.schedule, time };
}

const schedules: readonly (QuickPickItem & { readonly schedule: SyncSchedule })[] = [
  { label: 'A systemd timer', detail: 'Catches up on a copy that was missed', schedule: 'systemd' },
  { label: 'A line for cron', detail: 'Where there is no systemd', schedule: 'cron' },
];

async function ask(
  prompt: string,
  value: string,
  problem: (text: string) => string | undefined,
): Promise<string | undefined> {
  const answer = await window.showInputBox({ prompt, value, validateInput: problem, ignoreFocusOut: true });
  return answer?.trim();
}

/** Does something with the files of a job; false when the user has thought better of it. */
type Place = (job: SyncJob) => Promise<boolean>;

async function askForPlace(): Promise<Place | undefined> {
  const places: readonly (QuickPickItem & { readonly place: Place })[] = [
    { label: 'Open as New Documents', detail: 'Nothing is written', place: openDocuments },
    { label: 'Write to a Folder…', detail: 'No file is overwritten', place: writeFiles },
  ];
  const picked = await window.showQuickPick(places, { title: 'The script and what starts it', ignoreFocusOut: true });
  return picked?.place;
}

async function openDocuments({ files }: SyncJob): Promise<boolean> {
  // The last one shown is the one in front: the script, which is to be read first.
  for (const { text: content, language } of [...files].reverse()) {
    await window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: false });
  }
  return true;
}

async function writeFiles({ files }: SyncJob): Promise<boolean> {
  const options = { canSelectFolders: true, canSelectFiles: false, openLabel: 'Write Here' };
  const [folder] = (await window.showOpenDialog(options)) ?? [];
  if (!folder) return false;
  if (folder.scheme !== 'file')
    throw new Error('a script is written to a folder on a disk only; open it as a new document.');
  const targets = files.map((file) => ({ ...file, uri: Uri.joinPath(folder, file.name) }));
  const taken = targets.filter(({ uri }) => existsSync(uri.fsPath)).map(({ name }) => name);
  if (taken.length > 0) throw new Error(`${taken.join(' and ')} is already there; nothing was written.`);
  for (const { uri, text, executable } of targets) {
    await writeFile(uri.fsPath, text, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
  }
  for (const { uri } of targets.reverse()) await window.showTextDocument(uri, { preview: false });
  return true;
}

/** What is left to do, in Markdown. */
function report({ files, steps }: SyncJob, { server, folder, time }: SyncRequest): string {
  return [
    `# Copy to ${server}`,
    '',
    `Once it is installed, \`${folder}\` is copied to ${server} every day at ${time}. Until then nothing is.`,
    '',
    '## To do by hand',
    '',
    ...steps.map((step, index) => `${String(index + 1)}. ${step}`),
    '',
    '## Files',
    '',
    ...files.map(({ name, path }) => `- \`${name}\` belongs in \`${path}\``),
    '',
  ].join('\n');
}
