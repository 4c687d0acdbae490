import type { Place } from '../project/types';
import type { Item } from './item';

/** Facts about how services come to their hosts. */
export interface ServiceFacts {
  /** A service that ends up on no host, and so does not exist. */
  'service-nowhere': {
    readonly item: Item;
    readonly why: 'no-hosts' | 'empty-groups' | 'only-excluded' | 'duplicate-foreach';
    readonly at: Place | undefined;
  };
  /** A service without `service_description`: the arbiter dies of it once it has a host. */
  'undescribed-service': { readonly item: Item; readonly host: Item };
  /** A template of services bound to a name that no host uses as a template. */
  'unused-tag': {
    readonly item: Item;
    readonly name: string;
    readonly at: Place | undefined;
    readonly isHost: boolean;
  };
  /** `!name` that takes nothing away, since the name is not in the list before it. */
  'idle-exclusion': { readonly item: Item; readonly name: string; readonly at: Place | undefined };
  /** Parentheses of an expression that do not pair, or text glued to one. */
  'malformed-expression': { readonly item: Item; readonly key: string; readonly at: Place | undefined };
  /** `&` and `|` on one level, of which the last one counts for all. */
  'mixed-operators': { readonly item: Item; readonly key: string; readonly at: Place | undefined };
  /** A `duplicate_foreach` whose macro a host does not have. */
  'foreach-without-macro': { readonly item: Item; readonly host: Item; readonly macro: string };
  /** A value of a generator macro that the arbiter cannot take apart. */
  'bad-generator': {
    readonly item: Item;
    readonly host: Item;
    readonly macro: string;
    readonly value: string;
    readonly at: Place | undefined;
    readonly crashes: boolean;
  };
  /** Services of `duplicate_foreach` that all get one name, since the description lacks `$KEY$`. */
  'foreach-without-key': { readonly item: Item };
  /** A property of a host or a service that the arbiter requires. */
  'missing-property': { readonly item: Item; readonly key: string };
  /** A letter in `initial_state` that is no state. */
  'bad-initial-state': { readonly item: Item; readonly value: string };
  /** A host or service that would notify and has nobody to notify. */
  'nobody-notified': { readonly item: Item; readonly why: 'none' | 'empty-groups' | 'unknown' };
}
