import type { Place } from '../project/types';
import type { Item } from './item';

/** Facts about groups and their members. */
export interface GroupFacts {
  /**
   * A group reached twice while its members are gathered: because groups contain each other, or (`diamond`) because two groups contain
   * it. The arbiter calls both a loop, and accepts both.
   */
  'group-loop': { readonly item: Item; readonly at: Place | undefined; readonly diamond: boolean };
  /** `!name` among the members of a group: the arbiter looks for an object of that very name. */
  'excluded-member': { readonly item: Item; readonly name: string; readonly at: Place | undefined };
  /** A group that the arbiter made because an object says to be in it. */
  'group-created': { readonly item: Item; readonly by: Item; readonly key: string; readonly at: Place | undefined };
  /** An empty name in a list of groups: the arbiter makes a group without a name, and refuses it. */
  'empty-group-name': { readonly item: Item; readonly by: Item; readonly key: string; readonly at: Place | undefined };
  /** `members` of a service group that is not made of pairs. */
  'unpaired-member': {
    readonly item: Item;
    readonly name: string;
    readonly at: Place | undefined;
    readonly refused: boolean;
  };
  /** A service among the members of a service group whose host does not have it. The arbiter takes it for excluded and only warns. */
  'member-taken-for-excluded': {
    readonly item: Item;
    readonly host: string;
    readonly description: string;
    readonly at: Place | undefined;
  };
}
