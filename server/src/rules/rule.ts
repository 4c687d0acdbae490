import type { Item } from '../model/item';
import type { Dialect, Model } from '../model/types';
import type { FilePath, Place } from '../project/types';
import type { DaemonType } from '../schema';
import type { Span } from '../syntax/nodes';
import type { Steps } from '../steps';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * `syntax/` and `arbiter/`: the arbiter refuses (severity error, exactly then) or warns. `silent/`: it accepts and does something
 * else than what was written, never an error. `availability/`: high availability and distribution. `style/`: off by default.
 */
export type RuleCode = `${'syntax' | 'arbiter' | 'silent' | 'availability' | 'style'}/${string}`;

export interface ObjectName {
  readonly type: string;
  readonly name: string;
}

/** An object and its head; no place for what the arbiter invents. */
export interface OtherObject extends ObjectName {
  readonly at: Place | undefined;
}

export interface RelatedPlace extends Place {
  readonly message: string;
}

/** A problem with more places than this is not read any more. */
export const MAX_RELATED = 50;

/** A problem at its true place. `data` is the rule's own typed payload; its fix reads it, nobody parses the message. */
export interface Problem<Data = unknown> {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly file: FilePath;
  readonly span: Span;
  readonly object?: ObjectName;
  /** Further objects that have it at the very same place: those that inherit the value. */
  readonly others: readonly OtherObject[];
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixable: boolean;
  /** Faded in the editor: text that has no effect. */
  readonly unnecessary?: boolean;
  /** Struck through in the editor: an old name, there for old configurations only. */
  readonly deprecated?: boolean;
  readonly data: Data;
}

export interface TextEdit {
  readonly file: FilePath;
  readonly span: Span;
  readonly newText: string;
  /** Why it is made, where a person might not want it: an editor that can asks before. */
  readonly note?: EditNote;
}

export interface EditNote {
  /** A few words: the heading of the edits that have the same. */
  readonly label: string;
  /** A sentence. */
  readonly description: string;
}

export interface NewFile {
  readonly file: FilePath;
  readonly text: string;
}

/** One change of the workspace, applied whole or not at all. A new file is never written over an existing one. */
export interface WorkspaceChange {
  readonly edits: readonly TextEdit[];
  readonly newFiles: readonly NewFile[];
  /** Files that go; none of the edits is in one of them. */
  readonly deletedFiles?: readonly FilePath[];
}

export interface Fix {
  readonly title: string;
  readonly change: WorkspaceChange;
  /** The one a person would choose nearly always. */
  readonly preferred?: boolean;
  /** A question that an editor with dialogues asks first; `change` is what follows from the proposed answer. */
  readonly question?: SpareQuestion | StoreQuestion | ValueQuestion;
}

/** On which machine the spare of a daemon should run. */
export interface SpareQuestion {
  readonly about: 'spare-address';
  readonly kind: DaemonType;
  readonly master: string;
  readonly proposed: string;
}

/** Where the store is that a scheduler shares with its spares. */
export interface StoreQuestion {
  readonly about: 'store-address';
  readonly store: 'redis' | 'memcache' | 'mongodb';
  readonly master: string;
  readonly proposed: string;
}

/** What only a person knows of a daemon: what its machine calls itself, or where it runs. */
export interface ValueQuestion {
  readonly about: 'value';
  readonly kind: DaemonType;
  readonly name: string;
  readonly key: 'host_name' | 'address';
  /** Empty where nothing can be proposed: without an answer there is no change. */
  readonly proposed: string;
}

export type Report<Data> = (problem: {
  /** Undefined where the object was invented by the arbiter: the report falls back on the main file's first line. */
  readonly at: Place | undefined;
  /** The item, or a name, that the problem belongs to. */
  readonly object?: Item | ObjectName;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Where one rule has two levels; the rule's own otherwise. */
  readonly severity?: Severity;
  readonly unnecessary?: boolean;
  readonly deprecated?: boolean;
  readonly data: Data;
}) => void;

/** Data plus a function. The example is its documentation and its test: `bad` must raise it, `good` must not. */
export interface Rule<Data = unknown> {
  readonly code: RuleCode;
  /** That of its problems, unless one has its own; of a rule that is off by default, what people are told to set it to. */
  readonly severity: Severity;
  /** Off by default: run only for those who ask for it. */
  readonly off?: true;
  /** A few words: the heading of its page in `docs/rules.md`. */
  readonly title: string;
  /** What Shinken does, and how to mend it. Whole sentences, in Markdown. */
  readonly explain: string;
  /** A workspace in one string; files split by `#- path` lines, without one it is `shinken.cfg`. */
  readonly example: {
    readonly bad: string;
    readonly good: string;
    /** Where only the other dialect has it. */
    readonly dialect?: Dialect;
    /** Folders of the workspace that are other copies of the configuration. */
    readonly copies?: readonly string[];
  };
  /** In steps where it has every host or service to look at. */
  readonly check:
    ((model: Model, report: Report<Data>) => void) | ((model: Model, report: Report<Data>) => Steps<void>);
  fix?(problem: Problem<Data>, model: Model): readonly Fix[];
}

/** Gives a rule its payload's type and forgets it, so that rules of all kinds stand in one list. */
export function defineRule<Data>(rule: Rule<Data>): Rule {
  return rule as unknown as Rule;
}
