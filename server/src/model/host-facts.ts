import type { Place } from '../project/types';
import type { Item } from './item';
import type { Outcome } from './reading-facts';

/** Facts about what hosts say of their services: `service_overrides`, `service_excludes`, `service_includes`. */
export interface HostFacts {
  'bad-override': {
    readonly item: Item;
    readonly at: Place | undefined;
    readonly text: string;
    readonly why: 'syntax' | 'forbidden' | 'unknown-service' | 'unknown-property' | 'bad-value' | 'bad-pattern';
    /** The service, property or value in question. */
    readonly name: string;
    readonly outcome: Outcome;
  };
  /** A regular expression that does not compile. */
  'bad-pattern': {
    readonly item: Item;
    readonly key: string;
    readonly pattern: string;
    readonly at: Place | undefined;
  };
  /** A name in `service_excludes` or `service_includes` that fits no service that would come to the host: `candidates`. */
  'idle-filter': {
    readonly item: Item;
    readonly key: string;
    readonly pattern: string;
    readonly at: Place | undefined;
    readonly candidates: readonly string[];
  };
  /** `hostextinfo` or `serviceextinfo` for what does not exist; `crash`: a `serviceextinfo` without description. */
  'idle-extinfo': {
    readonly item: Item;
    readonly name: string;
    readonly at: Place | undefined;
    readonly outcome: Outcome;
  };
}
