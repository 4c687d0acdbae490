import type { Place } from '../project/types';
import type { Item } from './item';

/** Facts about who depends on whom: dependency objects, `service_dependencies`, and parents. */
export interface DependencyFacts {
  /** A dependency names a host group that has no member at all, not even an empty `members`: the arbiter dies of it. */
  'dependency-on-empty-group': {
    readonly item: Item;
    readonly key: string;
    readonly name: string;
    readonly at: Place | undefined;
  };
  /** A service dependency without the description of one of its sides: the arbiter dies of it. */
  'undescribed-dependency': { readonly item: Item; readonly key: string };
  /** A service dependency without any host: the arbiter looks for services of a host without a name. */
  'dependency-without-host': { readonly item: Item };
  /** A dependency that has no host on one of its sides, and so is none. */
  'idle-dependency': { readonly item: Item; readonly side: 'depended-on' | 'dependent' };
  /**
   * A service dependency between host groups without `explode_hostgroup`: each host's service depends on that of every host, not on its
   * own host's.
   */
  'dependency-of-all-on-all': { readonly item: Item; readonly hosts: number; readonly at: Place | undefined };
  /** The service is missing on a host that is there: taken for excluded, the arbiter warns and drops the dependency (host.py:923). */
  'dependency-dropped': {
    readonly item: Item;
    readonly key: string;
    readonly host: string;
    readonly description: string;
    readonly at: Place | undefined;
  };
  /** `service_dependencies` whose last host has no description behind it. */
  'unpaired-dependency': { readonly item: Item; readonly name: string; readonly at: Place | undefined };
  /** Hosts or services in a circle. */
  'dependency-loop': {
    readonly items: readonly Item[];
    readonly through: 'parents' | 'dependencies';
    readonly at: Place | undefined;
  };
}
