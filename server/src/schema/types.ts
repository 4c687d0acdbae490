/** The shapes of the facts about Shinken. `schema/` is data: it imports nothing but itself. */

/** How the arbiter turns the text of a directive into a value (its property classes). */
export type ValueKind =
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'character'
  /** Split on commas, items stripped. */
  | 'list'
  | 'integerList'
  /** `key=value,…`. */
  | 'dictionary'
  | 'logLevel'
  | 'path'
  /** Read and ignored. */
  | 'unused';

/** What the arbiter does when the object that a directive names does not exist. */
export type Missing = 'error' | 'warning' | 'silent' | 'created' | 'crash' | 'error-line';

export type ReferenceShape =
  /** One name. */
  | 'name'
  /** Names between commas. */
  | 'list'
  /** Names between commas; `*` stands for all. */
  | 'list-with-all'
  /** Names between commas with `!name` and `*`. */
  | 'list-with-not'
  /** Names between commas, or an expression with `& | , ! + * ( )`. */
  | 'expression'
  /** `command!arg1!arg2`. */
  | 'call'
  /** Calls between commas. */
  | 'calls'
  /** `host,service` pairs; an empty host is the object's own. */
  | 'pairs'
  /** `name=address[:port],…`. */
  | 'satellite-map'
  /** `description,property value`, one a line. */
  | 'override'
  /** Exact text, `*` or `r:regex`, between commas. */
  | 'service-patterns';

export type ReferenceTarget =
  | ObjectTypeName
  /** A template of the directive's own object type, by its `name`. */
  | 'template'
  | 'poller-tag'
  | 'reactionner-tag'
  | 'satellite'
  /** A custom macro of the host (`duplicate_foreach`). */
  | 'host-macro';

export interface Reference {
  readonly target: ReferenceTarget;
  readonly shape: ReferenceShape;
  readonly missing: Missing;
}

export interface Choice {
  readonly value: string;
  readonly doc: string;
  /** Documented or heard of, accepted, and without any effect. Left out of completion. */
  readonly ignored?: boolean;
}

export type Unit = 'seconds' | 'minutes' | 'percent' | 'bytes' | 'count' | 'interval_length';

export interface Directive {
  readonly name: string;
  readonly value: ValueKind;
  /** As one would write it in a file; undefined: no default. */
  readonly default?: string;
  /** Without it the arbiter refuses the object (templates excepted). */
  readonly required?: boolean;
  readonly reference?: Reference;
  /** Every value that means something, and those that are said to, for options and enumerations. */
  readonly choices?: readonly Choice[];
  readonly unit?: Unit;
  /** A list whose order counts: the first that fits wins, or one works on what the one before it left. */
  readonly ordered?: true;
  /** A list that is not split on commas: one item a line. */
  readonly oneItemPerLine?: boolean;
  /** The first version that has it, when that is not 2.4. */
  readonly since?: '3.0';
  /** The arbiter reads it and does nothing with it. */
  readonly ignored?: boolean;
  /** Not for people: set by the arbiter itself (`imported_from`). Left out of completion. */
  readonly internal?: boolean;
  /** One or two sentences in our own words: what it does, units, a typical value. */
  readonly doc: string;
}

export type ObjectTypeName =
  | 'arbiter'
  | 'broker'
  | 'businessimpactmodulation'
  | 'checkmodulation'
  | 'command'
  | 'contact'
  | 'contactgroup'
  | 'discoveryrule'
  | 'discoveryrun'
  | 'escalation'
  | 'host'
  | 'hostdependency'
  | 'hostescalation'
  | 'hostextinfo'
  | 'hostgroup'
  | 'macromodulation'
  | 'module'
  | 'notificationway'
  | 'pack'
  | 'poller'
  | 'reactionner'
  | 'realm'
  | 'receiver'
  | 'resultmodulation'
  | 'scheduler'
  | 'service'
  | 'servicedependency'
  | 'serviceescalation'
  | 'serviceextinfo'
  | 'servicegroup'
  | 'timeperiod'
  | 'trigger';

export interface ObjectType {
  readonly name: ObjectTypeName;
  /** What a person calls it: "time period". */
  readonly title: string;
  readonly doc: string;
  /** The directive that names an object of this type; undefined where objects have no name. */
  readonly nameDirective?: string;
  /** `use` has an effect. */
  readonly inherits: boolean;
  /** `_NAME value` defines a custom macro. */
  readonly customMacros: boolean;
  /** `define x` of this type is read; false for `pack` and `trigger`, which the arbiter passes over. */
  readonly definable: boolean;
  /** Old directive name → the name it stands for. */
  readonly oldNames: Readonly<Record<string, string>>;
  readonly directives: readonly Directive[];
  /** The directives people write most, in the order they write them: first in completion. */
  readonly usual?: readonly string[];
  /** Directives that a new object is begun with beside those that are required: what it would have nothing to do without. */
  readonly begunWith?: readonly string[];
  /** Properties the arbiter sets while it runs; writing one is accepted with a warning. */
  readonly runningProperties: readonly string[];
  /** Macro name → the directive it shows, `''` when it is computed. */
  readonly macros: Readonly<Record<string, string>>;
}
