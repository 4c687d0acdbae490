import { edits } from '../../rules/edits';
import { useName } from '../../rules/fixes';
import { defineRule, type Report } from '../../rules/rule';
import { suggest } from '../../rules/suggest';
import { addToList } from '../changes';
import { workersFor } from '../dispatch';
import { placeOfDaemon, titleOf, type Topology, topologyOf } from '../topology';
import { findingNeeds, type Need } from '../work';
import { daemonsListed } from '../words';
import { complete } from './complete';

interface Data {
  readonly kind: 'poller' | 'reactionner';
  readonly tag: string;
  /** The active daemons that serve the realm, by name. */
  readonly workers: readonly string[];
  /** A tag of theirs that it resembles. */
  readonly meant: string | undefined;
  /** The tag stands where the problem is, rather than being what untagged work has. */
  readonly isWritten: boolean;
}

export const tagOutOfReach = defineRule<Data>({
  code: 'availability/tag-out-of-reach',
  severity: 'warning',
  title: 'A tag that no active daemon in reach has',
  explain:
    'A check runs only on a poller that has its tag and serves the realm of its host: the `poller_tag` of the host or service, else the one of the command. A notification or event handler goes to a reactionner that has the `reactionner_tag` of its command. What has no tag has the tag `None`. The arbiter looks at neither realms nor spares, nor at the tags of commands and reactionners: where only a spare or a daemon of another realm has the tag, the work is never done, and nobody says so.',
  example: {
    bad: `
      define poller {
          poller_name         poller-master
          address             server1
      }
      define command {
          command_name        check_dmz
          command_line        /bin/true
          poller_tag          DMZ
      }
      define host {
          host_name           web-1
          check_command       check_dmz
          max_check_attempts  3
      }`,
    good: `
      define poller {
          poller_name         poller-master
          address             server1
          poller_tags         None,DMZ
      }
      define command {
          command_name        check_dmz
          command_line        /bin/true
          poller_tag          DMZ
      }
      define host {
          host_name           web-1
          check_command       check_dmz
          max_check_attempts  3
      }`,
  },
  *check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const need of yield* findingNeeds(model)) reportNeed(topology, need, report);
  },
  fix({ file, span, data }, model) {
    const { kind, tag, workers, meant, isWritten } = data;
    const daemons = topologyOf(model)
      .of(kind)
      .filter(({ name }) => workers.includes(name));
    const additions = daemons.flatMap((daemon) => {
      const edit = addToList(model, daemon, `${kind}_tags`, [tag], daemon.tags);
      return edit ? [{ title: `Add the tag ${tag} to the ${titleOf(daemon)}`, change: edits(edit) }] : [];
    });
    return [...(isWritten && meant !== undefined ? [useName({ file, span }, meant)] : []), ...additions];
  },
});

/** `Nobody runs the checks of 3 hosts and services of the realm All: they have no poller_tag`. */
function untagged({ kind, realm, count }: Need): string {
  const who = `${count === 1 ? 'one host or service' : `${String(count)} hosts and services`} of the realm ${realm}`;
  return kind === 'poller'
    ? `Nobody runs the checks of ${who}: there is no poller_tag`
    : `Nobody sends the notifications of ${who}: their commands have no reactionner_tag`;
}

function reportNeed(topology: Topology, need: Need, report: Report<Data>): void {
  const { kind, realm, tag, writers } = need;
  const workers = workersFor(topology, kind, realm);
  // Where nobody at all works, other rules say so.
  const [first] = workers;
  if (!first || topology.schedulers(realm).length === 0 || workers.some(({ tags }) => tags.includes(tag))) return;
  const reached = workers.flatMap(({ tags }) => tags).filter((known) => known !== 'None');
  const data = { kind, tag, workers: workers.map(({ name }) => name), meant: suggest(tag, reached) };
  for (const [writer, place] of writers) {
    // The arbiter itself refuses a poller_tag of a host or service that no poller at all has.
    if (kind === 'poller' && writer?.type !== 'command' && !topology.of(kind).some(({ tags }) => tags.includes(tag)))
      continue;
    if (writer) {
      report({
        at: place,
        object: writer,
        message: `No active ${kind} that serves the realm ${realm} has the tag ${tag}: this is never ${kind === 'poller' ? 'run' : 'sent'} there.${data.meant === undefined ? '' : ` Did you mean ${data.meant}?`}`,
        data: { ...data, isWritten: true },
      });
    } else {
      report({
        at: placeOfDaemon(first, `${kind}_tags`),
        object: first.item,
        message: `${untagged(need)}, and ${daemonsListed(workers)} ${workers.length === 1 ? 'lacks' : 'lack'} the tag None.`,
        data: { ...data, isWritten: false },
      });
    }
  }
}
