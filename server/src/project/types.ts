import type { Line, ObjectNode, Property, SettingNode, Span, SyntaxTree } from '../syntax/nodes';

/**
 * A file is named by an absolute path with `/` between its parts, on every platform; only `lsp/` and `cli/` turn it into a URI or
 * into what the terminal shows.
 */
export type FilePath = string;

/** A place in the configuration. */
export interface Place {
  readonly file: FilePath;
  readonly span: Span;
}

export type EntryKind = 'file' | 'directory';

/** All that `project/` needs of the outside world. `lsp/` lays unsaved editors over it; tests use a map. Every call is synchronous and never throws. */
export interface FileSystem {
  /** The bytes decoded as UTF-8, invalid ones as U+FFFD, a byte order mark kept; undefined when it cannot be read. */
  readFile(path: FilePath): string | undefined;
  /** Follows symbolic links. */
  kind(path: FilePath): EntryKind | undefined;
  /** Names in no particular order; undefined when it cannot be listed. */
  list(path: FilePath): readonly string[] | undefined;
  /** The path with symbolic links resolved, to notice a loop; the same path where that means nothing. */
  realPath(path: FilePath): FilePath;
}

export interface SourceFile {
  readonly path: FilePath;
  readonly text: string;
  /** The tree of the file read by itself: what the editor's features look at. */
  readonly tree: SyntaxTree;
}

/** A property of an object, wherever it stands: after an include inside a `define` it may be in another file than the object. */
export type RawProperty = Property;

/** One `define`, as the arbiter's reader hands it over: untyped, in reading order. */
export interface RawObject {
  readonly type: string;
  readonly file: FilePath;
  readonly node: ObjectNode;
  /** What it says: for whoever goes through many objects. */
  readonly lines: readonly Line[];
  /** How many those are. */
  readonly lineCount: number;
  /** The same lines, with their places; always the same list, which takes room once somebody has asked for it. */
  readonly properties: readonly RawProperty[];
}

export interface RawSetting {
  readonly key: string;
  readonly value: string;
  readonly file: FilePath;
  readonly node: SettingNode;
  /** True in a file given as a main file: only there are include lines obeyed. */
  readonly inMain: boolean;
}

/** What happened to one line of a main file that begins with `cfg_file`, `cfg_dir`, `resource_file` or `triggers_dir`. */
export interface Include {
  readonly directive: 'cfg_file' | 'cfg_dir' | 'resource_file' | 'triggers_dir';
  /** The line's value as written, unstripped. */
  readonly value: string;
  /** The path the arbiter would open. */
  readonly target: FilePath;
  readonly main: FilePath;
  /** The physical line. */
  readonly span: Span;
  readonly valueSpan: Span;
  readonly outcome:
    | 'read'
    /** The target is not there. */
    | 'missing'
    /** A directory where a file should be, or the other way round. */
    | 'wrong-kind'
    /** No `=` on the line: the arbiter crashes. */
    | 'no-equals';
  /** The files it brought in, in reading order. */
  readonly files: readonly FilePath[];
  /** Files of the directory that are there and cannot be opened (a dangling link): the arbiter refuses. */
  readonly unreadable: readonly FilePath[];
}

/** What one run of the arbiter would read: one configuration. */
export interface Project {
  /** Main files as given, in order; empty for a folder of packs, where everything under `root` is read. */
  readonly mains: readonly FilePath[];
  /** The folder that relative settings (`modules_dir`) are taken from: the arbiter's working directory. */
  readonly cwd: FilePath;
  /** Every file read, mains included, once each, in reading order. */
  readonly files: ReadonlyMap<FilePath, SourceFile>;
  /** Reading order with repetitions: a file included twice stands here twice. */
  readonly readingOrder: readonly FilePath[];
  readonly includes: readonly Include[];
  readonly objects: readonly RawObject[];
  readonly settings: readonly RawSetting[];
  /** Syntax facts with their files, in reading order. */
  readonly facts: readonly ProjectSyntaxFact[];
  readonly triggers: readonly FilePath[];
  /** Their texts, of those that can be read. */
  readonly triggerTexts: ReadonlyMap<FilePath, string>;
  /** Main files that cannot be read: the arbiter refuses. */
  readonly unreadable: readonly FilePath[];
  /** Files that no main file reaches, looked at as if they were read behind all others; only an editor has them. */
  readonly unloaded?: readonly FilePath[];
  /** True when there is no main file: what one would say about daemons or settings is then not asked. */
  readonly partial: boolean;
}

/** One of several copies of a configuration, such as each of two arbiters has its own. */
export interface Copy {
  readonly project: Project;
  /** The folder that is copied, as the project has it: everything is compared from there. */
  readonly root: FilePath;
  /** Where that folder really is: another place for a copy that is read as if it were already installed. */
  readonly at: FilePath;
}

export interface ProjectSyntaxFact {
  readonly file: FilePath;
  readonly fact: SyntaxTree['facts'][number];
}
