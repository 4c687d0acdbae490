/**
 * What the phases of the model notice on their way. A fact is typed and speaks no English: rules turn it into problems, and fixes
 * read it again. Each phase declares the facts it notes in its own file; this one joins them.
 */
import type { ArbiterFacts } from './arbiters';
import type { DefaultDaemonFacts } from './default-daemons';
import type { DistributionFacts } from './distribution-checks';
import type { GeneratedModuleFacts } from './generated-modules';
import type { GlobalCommandFacts } from './global-commands';
import type { IncludeFacts } from './includes';
import type { RealmFacts } from './realm-links';
import type { SatelliteFacts } from './satellites';
import type { SettingFacts } from './settings';
import type { GroupFacts } from './group-facts';
import type { HostFacts } from './host-facts';
import type { ReadingFacts } from './reading-facts';
import type { ReferenceFacts } from './reference-facts';
import type { ServiceFacts } from './service-facts';
import type { TemplateFacts } from './template-facts';

/** One line for each file of facts. */
export interface FactKinds
  extends
    ArbiterFacts,
    DefaultDaemonFacts,
    DistributionFacts,
    GeneratedModuleFacts,
    GlobalCommandFacts,
    GroupFacts,
    HostFacts,
    IncludeFacts,
    ReadingFacts,
    RealmFacts,
    ReferenceFacts,
    SatelliteFacts,
    ServiceFacts,
    SettingFacts,
    TemplateFacts {}

export type FactKind = keyof FactKinds;

export type FactOf<K extends FactKind> = { readonly kind: K } & FactKinds[K];

export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/** Where phases leave their facts. */
export interface FactLog {
  note<K extends FactKind>(kind: K, fact: FactKinds[K]): void;
}
