/** The arbiter's way from raw objects to its verdict, phase by phase, in its order (arbiterdaemon.py:279-462, config.py). */
import { addTo } from '../project/lists';
import type { FilePath, Project } from '../project/types';
import type { ObjectTypeName } from '../schema';
import { complete, type Steps } from '../steps';
import { checkArbiterHere, linkArbiters } from './arbiters';
import { Build, type Habits, type Phase } from './build';
import { createBusinessRules } from './business-rules';
import { checkMonitored, checkNames } from './check-monitored';
import { checkCommands } from './commands';
import { growHostContacts } from './contact-groups';
import { checkContacts, linkContacts, linkNotificationways, makeInnerNotificationways } from './contacts';
import { createItems } from './create-items';
import { addDefaultArbiter, addDefaultDaemons, addDefaultRealm } from './default-daemons';
import { fillDefaults, fillObjectDefaults, inheritFromHosts } from './defaults';
import { checkDiscoveryRules, linkDiscoveryRuns } from './discovery';
import { checkDistribution } from './distribution-checks';
import { checkEscalations, expandEscalations, generateEscalations, linkEscalations } from './escalations';
import { linkHostInfo, linkServiceInfo } from './extinfo';
import type { Fact, FactKind, FactOf } from './facts';
import { generateArbiterModules, generateModules } from './generated-modules';
import { linkGlobalCommands } from './global-commands';
import {
  expandGroupMembers,
  joinContactGroups,
  joinHostGroups,
  joinServiceGroups,
  linkContactGroups,
  linkHostGroups,
  linkServiceGroups,
} from './groups';
import {
  checkHostDependencyLoops,
  checkParentLoops,
  expandHostDependencies,
  linkHostDependencies,
} from './host-dependencies';
import { checkIncludes } from './includes';
import { checkIdleTemplates } from './idle-templates';
import { applyInheritance } from './inherit';
import type { Item } from './item';
import { linkHosts, linkServices } from './link-monitored';
import {
  linkBusinessImpactModulations,
  linkCheckmodulations,
  linkMacromodulations,
  linkResultmodulations,
} from './modulations';
import { linkModulesOfModules } from './modules';
import { overrideServices } from './overrides';
import { checkBusinessRuleRealms, dealHosts } from './packs';
import { linkHostgroupRealms, linkHostRealms, linkRealms } from './realm-links';
import { linkSatellites } from './satellites';
import {
  checkServiceDependencyLoops,
  expandServiceDependencies,
  linkServiceDependencies,
  registerServiceDependencies,
} from './service-dependencies';
import { expandServices } from './services';
import { fillSettingDefaults, loadSettings } from './settings';
import { linkTemplates } from './templates';
import { checkExcludes, linkExcludes, readRanges } from './timeperiods';
import { loadTriggers } from './triggers';
import type { Model, ModelOptions } from './types';

/** Every phase, in the arbiter's order. */
export const phases: readonly Phase[] = [
  // Reading: objects come to be, daemons and modules first.
  checkIncludes,
  loadSettings,
  createItems,
  addDefaultArbiter,
  generateArbiterModules,
  fillArbiterDefaults,
  linkArbiters,
  linkModulesOfModules,
  checkArbiterHere,
  checkDiscoveryRules,
  loadTriggers,

  // Templates.
  linkTemplates,
  applyInheritance,

  // Expansion over groups.
  joinContactGroups,
  makeInnerNotificationways,
  expandGroupMembers('contactgroup'),
  joinHostGroups,
  growHostContacts,
  expandGroupMembers('hostgroup'),
  expandServices,
  joinServiceGroups,
  registerServiceDependencies,
  expandGroupMembers('servicegroup'),
  readRanges,
  expandHostDependencies,
  expandServiceDependencies,
  generateEscalations,
  expandEscalations,

  // What is filled in.
  inheritFromHosts,
  fillSettingDefaults,
  fillObjectDefaults,
  addDefaultDaemons,
  addDefaultRealm,
  fillDaemonDefaults,
  overrideServices,

  // Links between objects.
  linkGlobalCommands,
  linkHosts,
  linkHostRealms,
  linkHostInfo,
  linkHostGroups,
  linkHostgroupRealms,
  linkServices,
  linkServiceInfo,
  linkServiceGroups,
  linkNotificationways,
  linkCheckmodulations,
  linkMacromodulations,
  linkContactGroups,
  linkContacts,
  linkExcludes,
  linkServiceDependencies,
  linkHostDependencies,
  linkResultmodulations,
  linkBusinessImpactModulations,
  linkEscalations,
  linkDiscoveryRuns,
  linkRealms,
  linkSatellites,
  generateModules,
  createBusinessRules,

  // The verdict.
  checkMonitored,
  checkNames,
  checkContacts,
  checkEscalations,
  checkExcludes,
  checkCommands,
  checkParentLoops,
  checkServiceDependencyLoops,
  checkHostDependencyLoops,
  checkDistribution,
  checkBusinessRuleRealms,
  dealHosts,
  checkIdleTemplates,
];

/** What an excerpt takes from the model of all: what is suggested for a wrong name, and how objects are written. */
export type Whole = Pick<Model, 'namesToSuggest' | 'templatesToSuggest' | 'habits'>;

/**
 * Runs the phases in the arbiter's order. Never throws. Of an excerpt from a configuration, `whole` is the model of all of it, built with the same options.
 */
export function buildModel(project: Project, options: ModelOptions, whole?: Whole): Model {
  return complete(buildingModel(project, options, whole));
}

/** The same, phase by phase. */
export function* buildingModel(project: Project, options: ModelOptions, whole?: Whole): Steps<Model> {
  const build = new Build(project, options, whole?.habits);
  for (const [index, phase] of phases.entries()) {
    yield index / phases.length;
    const steps = phase(build);
    if (steps) yield* steps;
  }
  return new BuiltModel(build, whole);
}

function fillArbiterDefaults(build: Build): void {
  fillDefaults(build, 'arbiter');
  fillDefaults(build, 'module');
}

function fillDaemonDefaults(build: Build): void {
  const types: readonly ObjectTypeName[] = ['realm', 'reactionner', 'poller', 'broker', 'receiver', 'scheduler'];
  for (const type of types) fillDefaults(build, type);
}

/** What the phases left behind, for reading only. */
class BuiltModel implements Model {
  readonly project: Project;
  readonly options: ModelOptions;
  readonly macros: ReadonlyMap<string, string>;
  readonly allFacts: readonly Fact[];
  private readonly factsByKind = new Map<FactKind, Fact[]>();
  private readonly itemsByType = new Map<ObjectTypeName, readonly Item[]>();
  private readonly templatesByType = new Map<ObjectTypeName, readonly Item[]>();
  private readonly names = new Map<ObjectTypeName, readonly string[]>();
  private readonly templateNames = new Map<ObjectTypeName, readonly string[]>();

  constructor(
    private readonly build: Build,
    private readonly whole: Whole | undefined,
  ) {
    this.project = build.project;
    this.options = build.options;
    this.macros = build.macros;
    this.allFacts = build.facts;
    for (const fact of build.facts) {
      addTo(this.factsByKind, fact.kind, fact);
    }
    for (const collection of build.collections) {
      this.itemsByType.set(collection.type, collection.all);
      this.templatesByType.set(collection.type, [...collection.templates]);
    }
  }

  items(type: ObjectTypeName): readonly Item[] {
    return this.itemsByType.get(type) ?? [];
  }
  get habits(): Habits {
    return this.build.habits;
  }
  find(type: ObjectTypeName, name: string): Item | undefined {
    return this.build.of(type).find(name);
  }
  templates(type: ObjectTypeName): readonly Item[] {
    return this.templatesByType.get(type) ?? [];
  }
  findTemplate(type: ObjectTypeName, name: string): Item | undefined {
    return this.build.of(type).findTemplate(name);
  }
  namesToSuggest(type: ObjectTypeName): readonly string[] {
    if (this.whole) return this.whole.namesToSuggest(type);
    const names = this.names.get(type) ?? this.items(type).map(({ name }) => name);
    this.names.set(type, names);
    return names;
  }
  templatesToSuggest(type: ObjectTypeName): readonly string[] {
    if (this.whole) return this.whole.templatesToSuggest(type);
    const names = this.templateNames.get(type) ?? this.templates(type).map((template) => template.text('name') ?? '');
    this.templateNames.set(type, names);
    return names;
  }
  setting(name: string): string | number | boolean | readonly string[] | undefined {
    return this.build.settings.get(name);
  }
  facts<K extends FactKind>(kind: K): readonly FactOf<K>[] {
    return (this.factsByKind.get(kind) ?? []) as unknown as readonly FactOf<K>[];
  }
  text(file: FilePath): string | undefined {
    return this.project.files.get(file)?.text;
  }
}
