/** What the server and an editor's own client say to each other beyond the protocol: names and types, no code. */
import type { DocumentUri, Location, Position, Range, TextDocumentPositionParams } from 'vscode-languageserver';
import type { FailoverState, Uncovered } from '../availability/failover-types';
import type { Outlook } from '../availability/outlook';
import type { DaemonId, Overview } from '../availability/overview';
import type { Fate } from '../availability/retire';
import type { StoreChoice } from '../availability/share-retention';
import type { StoreName } from '../availability/store-address';
import type { Handover, StoryLine } from '../availability/story';
import type { Daemon } from '../availability/topology';
import type { AvailabilityStatus, FileStatus } from '../features/status';
import type { RuleCode, ValueQuestion } from '../rules/rule';
import type { DaemonType } from '../schema';

/** `initializationOptions`, all of it optional: a client that sends none gets everything that the protocol alone can do. */
export interface InitializationOptions {
  /** Commands that the client carries out itself, with a dialogue; the server offers an action that needs one only to such a client. */
  readonly clientCommands?: readonly string[];
  /** URI of the client's own copy of `docs/rules.md`: problems lead to their rule in it. Without it they lead nowhere. */
  readonly rulesPage?: DocumentUri;
  /** The client wants to hear {@link availabilityRequests.changed}. */
  readonly availability?: boolean;
  /** A folder of the server's own, where it may keep what it has found until the same workspace is opened again. Without it, it keeps nothing. */
  readonly storage?: string;
}

/**
 * {@link VirtualFilesParams}, from the client: files of workspace folders that are on no disk which the server could read. Nothing is
 * said of such a folder until it is complete.
 */
export const virtualFilesNotification = 'shinken/virtualFiles';

export interface VirtualFilesParams {
  readonly files: readonly VirtualFile[];
  /** Folders of which all `.cfg` and `.trig` files have been sent by now, those of this notification included. */
  readonly complete?: readonly DocumentUri[];
}

export interface VirtualFile {
  readonly uri: DocumentUri;
  /** Null for a file that is gone, and for a folder that is gone with all that was in it. */
  readonly text: string | null;
}

/** A client command that is no dialogue: opens the list of completions again, where an item has brought the cursor to a next word. */
export const completeOnCommand = 'editor.action.triggerSuggest';

/** Another one: shows what the argument at the cursor is for, where an item has brought the cursor to one. */
export const parameterHintsCommand = 'editor.action.triggerParameterHints';

/** The server's own command, for any client to send back once a person has chosen what cannot be done: says why. Its one argument: a sentence. */
export const tellCommand = 'shinken.server.tell';

/** Asks for another name of what a refactoring has just brought. Its one argument: where it stands, {@link TextDocumentPositionParams}. */
export const renameAtCommand = 'shinken.renameAt';

/** Shows a folder in the editor's tree of files, or outside of it. Its one argument: the folder's URI. */
export const revealFolderCommand = 'shinken.revealFolder';

/** Opens the definitions that a code lens names. Its one argument: {@link GoToArguments}. */
export const goToCommand = 'shinken.goTo';

export interface GoToArguments {
  /** Where the user is. */
  readonly uri: DocumentUri;
  readonly position: Position;
  readonly locations: readonly Location[];
}

/** Shows what a code lens counts. Its one argument: {@link ShowPlacesArguments}. */
export const showPlacesCommand = 'shinken.showPlaces';

/** {@link ShowPlacesArguments} → `Location[]`: there may be thousands, so that they are asked for when somebody clicks. */
export const showPlacesRequest = 'shinken/lens/places';

export interface ShowPlacesArguments {
  /** Where the user is. */
  readonly uri: DocumentUri;
  readonly position: Position;
  /** The lens. */
  readonly id: string;
}

/** The dialogue that writes the full set of spares for a server. Its one argument, if any: {@link GenerateSparesArguments}. */
export const generateSparesCommand = 'shinken.generateSpares';

export interface GenerateSparesArguments {
  /** A file of the configuration, or a folder it is in; by default, what the user looks at. */
  readonly uri?: DocumentUri;
  /** What the dialogue proposes. */
  readonly server?: string;
}

/** Shows what follows from failures. Its one argument, if any: {@link ShowMapArguments}. */
export const showMapCommand = 'shinken.showAvailabilityMap';

export interface ShowMapArguments {
  /** A file of the configuration, or a folder it is in; by default, what the user looks at. */
  readonly uri?: DocumentUri;
  /** The machines that are dead at first, by the names that the overview gives them. */
  readonly machines?: readonly string[];
  /** Single daemons that are dead at first. */
  readonly daemons?: readonly DaemonId[];
}

export const spareRequests = {
  /** {@link SparesParams} → {@link SparesPlan}: what a new server would need, nothing written yet. */
  plan: 'shinken/spares/plan',
  /** {@link SparesParams} → `WorkspaceEdit`: the new files, and what changes with them. */
  edit: 'shinken/spares/edit',
  /** {@link AddSpareParams} → `WorkspaceEdit | null`: the spare that a quick-fix proposes, null when it is no longer wanted. */
  add: 'shinken/spares/add',
  /** {@link ShareStatesParams} → `WorkspaceEdit | null`: a store for a scheduler and its spares, null when it is no longer wanted. */
  shareStates: 'shinken/spares/shareStates',
} as const;

export interface SparesParams {
  /** A file of the configuration, or a folder it is in. */
  readonly uri: DocumentUri;
  /** The name or address of the machine that will run the spares. */
  readonly server: string;
  /** Only spares of these kinds. */
  readonly kinds?: readonly DaemonType[];
  /** Only for daemons of these realms; no arbiter, unless its kind is named. */
  readonly realms?: readonly string[];
  /** The files to write, of those in the plan; all of them by default. */
  readonly files?: readonly DocumentUri[];
  /** Spares that are there and to be mended, by the ids of {@link SparesPlan.amendments}. */
  readonly amend?: readonly string[];
  /** The store that schedulers and their spares share from then on. */
  readonly retention?: StoreChoice;
  /** The main file gets a line for each new file that it would not read. */
  readonly load?: boolean;
}

export interface PlannedSpare {
  readonly kind: DaemonType;
  /** Left out for an arbiter. */
  readonly realm?: string;
  /** The names of the daemons it stands in for. */
  readonly masters: readonly string[];
  readonly spareName: string;
  /** The file it would be written to. */
  readonly file: DocumentUri;
  /** Whether the main configuration would read that file. */
  readonly loaded: boolean;
}

/** A change to a spare that is there. */
export interface PlannedAmendment {
  readonly id: string;
  readonly kind: DaemonType;
  readonly realm?: string;
  readonly spareName: string;
  /** What it does: `gets the tags DMZ`. */
  readonly text: string;
}

export interface SparesPlan {
  readonly items: readonly PlannedSpare[];
  /** What would mend spares that are there. */
  readonly amendments: readonly PlannedAmendment[];
  /** Why a kind of daemon or one daemon gets none: a sentence each. */
  readonly skipped: readonly string[];
  /** What has to be done by hand: a sentence each. */
  readonly notes: readonly string[];
  /** What may die once all of it is written. */
  readonly outlook: Outlook;
  /** Schedulers that keep their states where no spare finds them, and where each store could be; left out where all share one. */
  readonly forgetful?: {
    readonly schedulers: readonly string[];
    readonly stores: readonly (Required<StoreChoice> & { readonly title: string })[];
  };
}

export interface ShareStatesParams extends ShareStatesArguments {
  readonly address: string;
}

/** The one argument of the command {@link shareStatesCommand}, as the quick-fix carries it. */
export interface ShareStatesArguments {
  readonly uri: DocumentUri;
  /** An active scheduler. */
  readonly master: string;
  readonly store: StoreName;
  /** What the dialogue proposes. */
  readonly address?: string;
}

/** Asks for the address of the store, then sends {@link spareRequests.shareStates}. */
export const shareStatesCommand = 'shinken.shareStates';

/** The one argument of the command {@link addSpareCommand}, as the quick-fix carries it. */
export interface AddSpareArguments {
  readonly uri: DocumentUri;
  readonly kind: DaemonType;
  readonly master: string;
  /** What the dialogue proposes. */
  readonly address?: string;
}

export interface AddSpareParams extends AddSpareArguments {
  readonly address: string;
}

/** Asks for the address, then sends {@link spareRequests.add}. */
export const addSpareCommand = 'shinken.addSpare';

/** The dialogue that takes a server out of the configuration. Its one argument, if any: {@link RetireServerArguments}. */
export const retireServerCommand = 'shinken.retireServer';

export interface RetireServerArguments {
  /** A file of the configuration, or a folder it is in; by default, what the user looks at. */
  readonly uri?: DocumentUri;
  /** The machine; asked for by default. */
  readonly server?: string;
}

export const retireRequests = {
  /** {@link AvailabilityParams} → {@link RetirableServer}[] */
  servers: 'shinken/retire/servers',
  /** {@link RetireParams} → {@link RetirePlan} or null, where no daemon is on that server: nothing is changed yet. */
  plan: 'shinken/retire/plan',
  /** {@link RetireParams} → `WorkspaceEdit | null` */
  edit: 'shinken/retire/edit',
} as const;

export interface RetirableServer {
  readonly machine: string;
  /** `kind name` of its daemons. */
  readonly daemons: readonly string[];
}

export interface RetireParams {
  /** A file of the configuration, or a folder it is in. */
  readonly uri: DocumentUri;
  /** A name or an address of the server. */
  readonly server: string;
  /** What becomes of spares elsewhere that stood in only for the server's daemons, where it is not what is proposed. */
  readonly fates?: Readonly<Record<DaemonId, Fate>>;
}

/** A spare elsewhere that stands in for nobody any more. */
export interface OrphanedSpare {
  readonly id: DaemonId;
  readonly kind: DaemonType;
  readonly name: string;
  readonly machine: string;
  readonly masters: readonly string[];
  readonly fate: Fate;
}

export interface RetirePlan {
  readonly machine: string;
  /** `kind name` of the daemons whose definitions go. */
  readonly removed: readonly string[];
  readonly deletedFiles: readonly DocumentUri[];
  readonly orphans: readonly OrphanedSpare[];
  /** What stays although it belongs to the server, and why. */
  readonly kept: readonly string[];
  readonly notes: readonly string[];
  /** What may die afterwards. */
  readonly outlook: Outlook;
  /** What is done now and nobody would do any more: a sentence each. */
  readonly undone: readonly string[];
  /** The arbiter would refuse the configuration, and does not now. */
  readonly refused: boolean;
  /** What the checks would say that they do not say now. */
  readonly problems: readonly string[];
}

/** The one argument of the command {@link askValueCommand}, as the quick-fix carries it. */
export interface AskValueArguments {
  readonly uri: DocumentUri;
  readonly kind: DaemonType;
  /** The daemon's name. */
  readonly name: string;
  readonly key: ValueQuestion['key'];
  /** What the dialogue proposes; empty where nothing can be. */
  readonly value: string;
}

/** Asks for the value of a directive of a daemon, then sends {@link setValueRequest}. */
export const askValueCommand = 'shinken.askValue';

/** {@link AskValueArguments} with the answer as `value` → `WorkspaceEdit | null`: null when the daemon is not there any more. */
export const setValueRequest = 'shinken/daemon/setValue';

/** The one argument of the command {@link switchOffRuleCommand}, as the quick-fix carries it. */
export interface SwitchOffRuleArguments {
  /** The file that it was chosen in: the settings of its folder change. */
  readonly uri: DocumentUri;
  readonly code: RuleCode;
}

/** Sets a rule to `off` in the user's settings, which are the editor's. */
export const switchOffRuleCommand = 'shinken.switchOffRule';

/** {@link EffectiveObjectParams} → `EffectiveObject | null`: the object around a position after inheritance, expansion and defaults. */
export const effectiveObjectRequest = 'shinken/effectiveObject';

export type EffectiveObjectParams = TextDocumentPositionParams;

export interface EffectiveObject {
  /** The object's type and name. */
  readonly title: string;
  /** A `define` with a comment on each line that says where its value comes from. */
  readonly text: string;
  /** The comments that name a place, and that place's line: `file:///…#L12`. */
  readonly links: readonly { readonly range: Range; readonly target: string }[];
}

export const availabilityRequests = {
  /** {@link AvailabilityParams} → {@link AvailabilityOverview} or null, where the configuration defines no daemon of its own. */
  overview: 'shinken/availability/overview',
  /** {@link FailoverParams} → {@link Failover} or null: what happens when servers and daemons die at once. */
  failover: 'shinken/availability/failover',
  /** {@link AvailabilityParams} → {@link Survival} or null: what happens when each server dies alone. */
  survival: 'shinken/availability/survival',
  /** A notification to the client, without anything in it: from now on the answers to the above may be others. */
  changed: 'shinken/availability/changed',
} as const;

export interface AvailabilityParams {
  /** A file of the configuration, or a folder it is in. */
  readonly uri: DocumentUri;
}

export interface AvailabilityOverview extends Overview<Location> {
  /** The first main file, or the folder of packs: the same for every file of one configuration. */
  readonly configuration: DocumentUri;
}

export interface FailoverParams extends AvailabilityParams {
  /** Names of machines, as the overview has them. Unknown ones are passed over, and so are unknown daemons. */
  readonly machines: readonly string[];
  readonly daemons: readonly DaemonId[];
}

/** The same with the id of each daemon in its place. */
export type WithIds<T> = T extends Daemon
  ? DaemonId
  : T extends object
    ? { readonly [Key in keyof T]: WithIds<T[Key]> }
    : T;

export interface Failover {
  readonly state: WithIds<FailoverState>;
  /** What is uncovered, and is not while all is well. */
  readonly lost: readonly Uncovered[];
  readonly handovers: readonly WithIds<Handover>[];
  /** All of it in sentences; none while all is well. */
  readonly story: readonly StoryLine[];
}

export interface Survival {
  readonly machines: readonly MachineDeath[];
  /** Every one of them may die alone, and nothing is lost. */
  readonly anyOneMayFail: boolean;
  /** The same in a sentence, with the names of the servers that may not. */
  readonly verdict: string;
}

/** What follows when one machine dies and all others live. */
export interface MachineDeath extends Failover {
  readonly machine: string;
  /** No arbiter is left: what works goes on, but nothing is replaced any more. */
  readonly leaderless: boolean;
}

export const statusRequests = {
  /** No parameters → `DocumentUri[]`: the first main file of every configuration, or its folder where it has none. */
  configurations: 'shinken/configurations',
  /** {@link StatusParams} → {@link Status}: the configuration of a file. */
  status: 'shinken/status',
  /** {@link StatusParams} → `boolean`: whether some configuration reads the file. */
  isRead: 'shinken/isRead',
} as const;

export interface StatusParams {
  readonly uri: DocumentUri;
}

export interface Status extends Omit<FileStatus, 'mains'> {
  /** Not all files of its folder have come yet (see {@link virtualFilesNotification}): the rest says nothing. */
  readonly isPending: boolean;
  readonly mains: readonly DocumentUri[];
  /** Null where no daemon is defined, and where it is not known which of them the arbiter reads. */
  readonly availability: AvailabilityStatus | null;
}
