import type { Copy, FilePath, Project } from '../project/types';
import type { ObjectTypeName } from '../schema/types';
import type { Habits } from './build';
import type { Fact, FactKind, FactOf } from './facts';
import type { Item } from './item';

/** Which Shinken the configuration is for: 2.4 is 2.4.3 and 2.4.4. */
export type Dialect = '2.4' | '3.0';

export interface ModelOptions {
  readonly dialect: Dialect;
  /** Name of the machine the arbiter would run on; undefined: not known here, and nothing is said that depends on it. */
  readonly hostname?: string;
  /** Other copies of the same configuration, as they were last read; none where nobody has named any. */
  readonly copies?: readonly Copy[];
}

/** Everything the arbiter would know at its verdict. Immutable once built. */
export interface Model {
  readonly project: Project;
  readonly options: ModelOptions;
  /** Items after templates are removed and services expanded: what the daemons would work with. Invented ones (default daemons, default realm) included. */
  items(type: ObjectTypeName): readonly Item[];
  /** Registered item of that name; the one that wins when several have it. Services are `host/description`. */
  find(type: ObjectTypeName, name: string): Item | undefined;
  /** Templates (`register 0`) of that type, by their order in the files. */
  templates(type: ObjectTypeName): readonly Item[];
  findTemplate(type: ObjectTypeName, name: string): Item | undefined;
  /** What a wrong name of an object of the type may have been meant for: one list, however often it is asked for. */
  namesToSuggest(type: ObjectTypeName): readonly string[];
  /** The same for a template. */
  templatesToSuggest(type: ObjectTypeName): readonly string[];
  /** Main-file settings after conversion, defaults included. */
  setting(name: string): string | number | boolean | readonly string[] | undefined;
  /** `$NAME$` macros from resource files, by name without dollars. */
  readonly macros: ReadonlyMap<string, string>;
  /** What happened on the way, of one kind. */
  facts<K extends FactKind>(kind: K): readonly FactOf<K>[];
  readonly allFacts: readonly Fact[];
  /** How its objects are written, for whoever builds a model of some of them. */
  readonly habits: Habits;
  /** The text of a file that was read. */
  text(file: FilePath): string | undefined;
}

export type { Fact, FactKind, FactOf };
