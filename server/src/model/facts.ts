/**
 * What the phases of the model notice on their way. A fact is typed and speaks no English: rules turn it into problems, and fixes
 * read it again. Each phase declares the facts it notes in its own file; this one joins them.
 */
import type { ArbiterFacts } from './arbiters';
import type { BusinessRuleFacts } from './business-rules';
import type { CommandFacts } from './linker';
import type { ContactFacts } from './contacts';
import type { DefaultDaemonFacts } from './default-daemons';
import type { DependencyFacts } from './dependency-facts';
import type { DiscoveryFacts } from './discovery';
import type { DistributionFacts } from './distribution-checks';
import type { EscalationFacts } from './escalations';
import type { GeneratedModuleFacts } from './generated-modules';
import type { GlobalCommandFacts } from './global-commands';
import type { GroupFacts } from './group-facts';
import type { HostFacts } from './host-facts';
import type { IncludeFacts } from './includes';
import type { ModulationFacts } from './modulations';
import type { MonitoredFacts } from './link-monitored';
import type { ReadingFacts } from './reading-facts';
import type { PackFacts } from './packs';
import type { RealmFacts } from './realm-links';
import type { ReferenceFacts } from './reference-facts';
import type { SatelliteFacts } from './satellites';
import type { ServiceFacts } from './service-facts';
import type { SettingFacts } from './settings';
import type { TemplateFacts } from './template-facts';
import type { TimeperiodFacts } from './timeperiods';

/** One line for each file of facts. */
export interface FactKinds
  extends
    ArbiterFacts,
    BusinessRuleFacts,
    CommandFacts,
    ContactFacts,
    DefaultDaemonFacts,
    DependencyFacts,
    DiscoveryFacts,
    DistributionFacts,
    EscalationFacts,
    GeneratedModuleFacts,
    GlobalCommandFacts,
    GroupFacts,
    HostFacts,
    IncludeFacts,
    ModulationFacts,
    MonitoredFacts,
    PackFacts,
    ReadingFacts,
    RealmFacts,
    ReferenceFacts,
    SatelliteFacts,
    ServiceFacts,
    SettingFacts,
    TemplateFacts,
    TimeperiodFacts {}

export type FactKind = keyof FactKinds;

export type FactOf<K extends FactKind> = { readonly kind: K } & FactKinds[K];

export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/** Where phases leave their facts. */
export interface FactLog {
  note<K extends FactKind>(kind: K, fact: FactKinds[K]): void;
}
