/** What spares leave to people: work that no file shows. */
import type { Model } from '../model/types';
import { asWritten } from '../project/paths';
import type { RetentionSwap } from './share-retention';
import type { SpareDraft } from './spare-draft';
import { storeTitles } from './store-address';
import { isIpAddress } from './server-name';
import { type Daemon, topologyOf } from './topology';
import { unusedModules, unusedNotes } from './used-modules';
import { daemonsListed } from './words';

export interface SpareWork {
  readonly server: string;
  readonly drafts: readonly SpareDraft[];
  /** Spares that are there and change. */
  readonly amended: readonly Daemon[];
  readonly retention: RetentionSwap | undefined;
  /** New files are read by new lines of the main file. */
  readonly isLoaded: boolean;
  /** Schedulers whose states no spare would find. */
  readonly forgetful: readonly Daemon[];
}

/** Sentences for people; none where nothing changes. */
export function spareNotes(model: Model, work: SpareWork): readonly string[] {
  const { drafts, amended, retention } = work;
  if (drafts.length === 0 && amended.length === 0) return retention ? retentionNotes(model, retention) : [];
  return [
    ...loadNotes(work),
    ...hostNameNotes(work),
    ...mapNotes(model, work),
    `Copy the whole configuration folder to ${work.server} now, and again every day (rsync in cron): a spare arbiter that has to start by itself reads its own copy.`,
    ...(drafts.length > 0
      ? [`Open these ports of ${work.server} to the other servers, and theirs to it: ${portsOf(drafts)}.`]
      : []),
    `Install the same Shinken version and the same modules on ${work.server}, keep the clocks in step, then start its daemons and restart the arbiter.`,
    ...(retention ? retentionNotes(model, retention) : forgetfulNotes(work)),
  ];
}

function loadNotes({ drafts, isLoaded }: SpareWork): readonly string[] {
  if (isLoaded) return [];
  return drafts
    .filter(({ loaded }) => !loaded)
    .map(({ file }) => `The main file does not read ${asWritten(file)}: add a line cfg_file= or cfg_dir= for it.`);
}

function hostNameNotes({ server, drafts, amended }: SpareWork): readonly string[] {
  if (![...drafts, ...amended].some(({ kind }) => kind === 'arbiter')) return [];
  return [
    isIpAddress(server)
      ? `Change the spare arbiter's host_name to what \`hostname\` prints on ${server}, or that arbiter will not start.`
      : `Run \`hostname\` on ${server}: it must print ${server}, the spare arbiter's host_name, or that arbiter will not start.`,
  ];
}

/** The addresses by which a master sees others need not be those by which its spare does. */
function mapNotes(model: Model, { server, drafts }: SpareWork): readonly string[] {
  const { daemons } = topologyOf(model);
  return drafts.flatMap((draft) =>
    daemons
      .filter(({ kind, name, item }) => {
        const map = item.get('satellitemap');
        return kind === draft.kind && draft.masters.includes(name) && map instanceof Map && map.size > 0;
      })
      .map(
        ({ name }) =>
          `${name} has a satellitemap: write one for ${draft.name} if ${server} sees the daemons at other addresses, too.`,
      ),
  );
}

function retentionNotes(model: Model, swap: RetentionSwap): readonly string[] {
  const { store, place, isNew, schedulers } = swap;
  const { daemons } = topologyOf(model);
  const after = daemons.map((daemon) => (schedulers.includes(daemon) ? { modules: swap.modulesOf(daemon) } : daemon));
  const masters = schedulers.filter(({ spare }) => !spare);
  const run = isNew ? `Run ${storeTitles[store]} on ${place}` : `See that ${storeTitles[store]} runs on ${place}`;
  return [
    `${run}, where every scheduler reaches it, and install its retention module on their machines.`,
    `What ${daemonsListed(masters)} ${masters.length === 1 ? 'has' : 'have'} kept so far stays where it is: after the change every check begins as PENDING, once.`,
    ...unusedNotes(unusedModules(model, daemons, after)),
  ];
}

function forgetfulNotes({ drafts, forgetful }: SpareWork): readonly string[] {
  return forgetful.length > 0 && drafts.some(({ kind }) => kind === 'scheduler')
    ? [
        'Give the schedulers a retention module that both servers reach (redis, memcache or mongodb): without one the spare starts every check as PENDING.',
      ]
    : [];
}

function portsOf(drafts: readonly SpareDraft[]): string {
  return [...new Set(drafts.map(({ port }) => port))].sort((a, b) => a - b).join(', ');
}
