import { Alike } from './alike';
import type { CommandCall, Item, PropValue } from './item';
import type { Chain } from './chain';
import type { Shape } from './shape';

/**
 * What hosts, or services, have alike that have written the same keys, share the same values with others, and have the same values of their
 * own for what `monitoredKeys` names. So each key is there for all of them or for none, and what a phase finds of one of them by these is
 * true of all. There are few kinds and a hundred thousand services, so that phases look at one of each kind, and at all of a kind only where
 * they found something to note.
 */
export interface Kind {
  /** What they lead to, but for what each has of its own; undefined where a link was out of the ordinary, or none has been linked yet. */
  links?: { readonly links: Chain<readonly Item[]>; readonly calls: Chain<readonly CommandCall[]> };
  /** The verdict has nothing to say about them. */
  isSound?: boolean;
}

/**
 * Directives whose values decide on the kind: those that are linked, asked about at the verdict, and tell daemons what to do, but for parents,
 * check commands, groups and realms, which are looked at one by one.
 */
export const monitoredKeys = [
  'notification_period',
  'check_period',
  'maintenance_period',
  'snapshot_period',
  'event_handler',
  'snapshot_command',
  'contacts',
  'contact_groups',
  'resultmodulations',
  'business_impact_modulations',
  'escalations',
  'trigger_name',
  'checkmodulations',
  'macromodulations',
  'initial_state',
  'notifications_enabled',
  'active_checks_enabled',
  'poller_tag',
] as const;

/** Items that have the same keys, and the same values of those that they share with others. */
interface Likes {
  /** Where those of the keys stand that each of them has a value of its own for. */
  readonly places: readonly number[];
  readonly kinds: Branch;
}

/** Kinds by own values, one value after the other; the kind itself behind the last. */
class Branch {
  readonly next = new Map<unknown, Branch>();
  kind: Kind | undefined;
}

/** Sorts the hosts, or the services, of a model by kind, at a time when nothing changes their values any more. */
export class Kinds {
  private readonly likes = new Alike((item) => newLikes(item.props.ownShape));
  private readonly lists = new Map<readonly string[], readonly string[]>();
  private readonly byText = new Map<string, readonly string[]>();

  /** Undefined for an item that is like nobody: it has taken back some of what it shared with others. */
  of(item: Item): Kind | undefined {
    if (!item.props.sharedPart) return undefined;
    const { places, kinds } = this.likes.of(item);
    let branch = kinds;
    for (const place of places) {
      const value = this.comparable(item.props.ownAt(place));
      let next = branch.next.get(value);
      if (!next) branch.next.set(value, (next = new Branch()));
      branch = next;
    }
    return (branch.kind ??= {});
  }

  /** The same for lists that say the same. */
  private comparable(value: PropValue | undefined): unknown {
    if (!Array.isArray(value)) return value;
    const known = this.lists.get(value);
    if (known) return known;
    const text = `${String(value.length)} ${value.join('\0')}`;
    const list = this.byText.get(text) ?? value;
    this.byText.set(text, list);
    this.lists.set(value, list);
    return list;
  }
}

function newLikes(shape: Shape): Likes {
  const places = monitoredKeys.map((key) => shape.at(key)).filter((place) => place !== undefined);
  return { places, kinds: new Branch() };
}
