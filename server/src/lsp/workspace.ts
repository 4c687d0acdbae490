/** Which configurations the editor's folders hold, and what is known of each: read again when a text changes, judged when asked. */
import { analyze, type Analysis } from '../analysis';
import { copyOf } from '../availability/copies';
import { symbolsOf } from '../features/symbols';
import { Amender, type Amendment } from '../incremental/amend';
import { rehearsing } from '../incremental/rehearsal';
import type { Dialect } from '../model/types';
import { discoverProjects, type ProjectSpec } from '../project/discover';
import { loading } from '../project/load';
import { dirname, isAbsolute, isBelow, join, normalize } from '../project/paths';
import { withText } from '../project/self-contained';
import { TreeCache } from '../project/tree-cache';
import type { Copy, FilePath, FileSystem, Project } from '../project/types';
import type { Problem } from '../rules/rule';
import { Sampler, type Verdict } from '../sample/verdict';
import { emptyProject, withUnloaded } from '../project/unloaded';
import { complete, type Steps, stretch } from '../steps';
import { isDocument, isVirtual } from './convert';
import type { Settings } from './settings';

/** What is known of a file, and how the user wants to hear of it. */
export interface Knowledge {
  readonly analysis: Analysis;
  readonly settings: Settings;
}

export interface WorkspaceOptions {
  /** The disk, with the open documents laid over it. */
  readonly fileSystem: FileSystem;
  readonly openFiles: () => Iterable<FilePath>;
  /** Not all is known of what is in a folder: no configuration is made of it. By default, all is. */
  readonly isPending?: (path: FilePath) => boolean;
  /** The copies in some folders as far as they are known, of a configuration that is open here. */
  readonly copies: (folders: readonly FilePath[], own: Copy, dialect: Dialect) => readonly Copy[];
}

/** What one configuration has, in a file or in all. */
export interface FoundProblems {
  readonly problems: readonly Problem[];
  readonly settings: Settings;
}

/** The settings of a folder; of `undefined`, those of files outside all folders. */
export type SettingsOf = (folder: FilePath | undefined) => Settings;

export class Workspace {
  private folders: readonly FilePath[] = [];
  private settingsOf: SettingsOf;
  private configurations: readonly Configuration[] = [];
  private discovered = false;
  /** Since all was reported, nothing but texts has changed. */
  private isReported = false;
  private isRehearsed = false;
  /** What is known of open files that no configuration has, as long as what it rests on stands. */
  private readonly loose = new Map<FilePath, Knowledge & { readonly base: Analysis | undefined }>();

  constructor(
    private readonly options: WorkspaceOptions,
    settings: Settings,
  ) {
    this.settingsOf = () => settings;
  }

  configure(folders: readonly FilePath[], settingsOf: SettingsOf): void {
    this.folders = folders;
    this.settingsOf = settingsOf;
    this.loose.clear();
    this.discovered = false;
    this.isReported = false;
  }

  /** Another set of files is open: those outside the folders bring their own configurations. */
  openFilesChanged(): void {
    this.discovered = false;
    this.isReported = false;
  }

  /** Files have come, gone or changed: there may be other configurations, with other texts. */
  filesChanged(): void {
    this.discovered = false;
    this.isReported = false;
    this.loose.clear();
    for (const configuration of this.configurations) configuration.forget();
  }

  /** The text of an open file has changed. */
  textChanged(file: FilePath): void {
    this.loose.delete(file);
    // It may read another main file now, or no longer.
    if (this.configurations.some(({ spec }) => spec.mains.includes(file))) this.discovered = false;
    for (const configuration of this.configurations) if (configuration.reads(file)) configuration.textChanged(file);
  }

  /** Other copies than before are known. */
  copiesChanged(): void {
    this.isReported = false;
    this.loose.clear();
    for (const configuration of this.configurations)
      if (configuration.settings.copies.length > 0) configuration.forget();
  }

  /** True for a file that some configuration has read, or looked for. */
  knows(file: FilePath): boolean {
    return this.configurations.some((configuration) => configuration.knows(file));
  }

  /** Every configuration. */
  all(): readonly Knowledge[] {
    return this.discover();
  }

  /** What is known of a file: as a part of the configuration that reads it, else as if its folder's configuration did. */
  of(file: FilePath): Knowledge {
    const configurations = this.discover();
    const reader = configurations.find(({ analysis }) => analysis.project.files.has(file));
    if (reader) return reader;
    const near = nearest(configurations, file);
    const known = this.loose.get(file);
    if (known && known.base === near?.analysis) return known;
    const settings = near?.settings ?? this.settings(file);
    const base = near?.analysis.project ?? emptyProject(dirname(file));
    const whole = withUnloaded(this.options.fileSystem, base, [file], settings, near?.cache);
    // A document that is not saved yet cannot be loaded, and is not blamed for it.
    const project = isDocument(file) ? { ...whole, unloaded: [] } : whole;
    const root = near?.spec.root ?? dirname(file);
    const fresh = { settings, base: near?.analysis, analysis: judge(project, settings, root, this.options) };
    this.loose.set(file, fresh);
    return fresh;
  }

  /** Works out all that is known, of configurations and of open files, for those who must not keep others waiting. */
  *preparing(): Steps<void> {
    const configurations = this.discover();
    for (const [index, configuration] of configurations.entries()) {
      yield* stretch(configuration.preparing(), index / configurations.length, (index + 1) / configurations.length);
    }
    for (const file of this.options.openFiles()) yield* this.of(file).analysis.preparing();
  }

  /** The problems of every configuration, where each can be told from a part of it; undefined where not, or where an open file is read by none. */
  *sampling(): Steps<readonly FoundProblems[] | undefined> {
    const found: FoundProblems[] = [];
    const read = new Set<FilePath>();
    for (const configuration of this.discover()) {
      const verdict = yield* configuration.sampling();
      if (!verdict) return undefined;
      for (const file of verdict.project.files.keys()) read.add(file);
      found.push({ problems: verdict.problems, settings: configuration.settings });
    }
    return [...this.options.openFiles()].every((file) => read.has(file)) ? found : undefined;
  }

  /** All problems are told as they have been prepared: edits are amended from here on. */
  reported(): void {
    this.isReported = true;
    for (const configuration of this.configurations) configuration.reported();
  }

  /** Something else has been told of these files since all was reported. */
  told(files: Iterable<FilePath>): void {
    for (const file of files) for (const configuration of this.configurations) configuration.told(file);
  }

  /** Makes ready for `amended`, from what has been prepared. */
  *makingAmendable(): Steps<void> {
    for (const configuration of this.configurations) yield* configuration.makingAmendable();
  }

  /** Gets used to letters, once, and looks for the names that people complete most: who is the first to type or to ask need not wait for it. */
  *rehearsing(): Steps<void> {
    yield* this.rehearsingLetters();
    for (const { analysis } of this.discover()) yield* symbolsOf(analysis.project).preparingCompletion();
  }

  /** In an open file, as soon as there is one that letters can be typed into. */
  private *rehearsingLetters(): Steps<void> {
    for (const file of this.options.openFiles()) {
      for (const configuration of this.configurations) {
        if (this.isRehearsed) return;
        this.isRehearsed = yield* configuration.rehearsing(file);
      }
    }
  }

  /**
   * The problems of those files in which they are others, or stand elsewhere, since all was reported, as far as only the text of one open
   * file has changed in each configuration; undefined where it takes another preparation to tell. In the order of the configurations.
   */
  amended(): ReadonlyMap<FilePath, readonly FoundProblems[]> | undefined {
    if (!this.isReported) return undefined;
    // What an open file that nobody reads has to do with a configuration is told from all of it.
    for (const file of this.options.openFiles())
      if (!this.configurations.some((one) => one.has(file))) return undefined;
    const changed = new Set<FilePath>();
    for (const configuration of this.configurations) {
      const files = configuration.amend();
      if (!files) return undefined;
      for (const file of files) changed.add(file);
    }
    return new Map(
      [...changed].map((file) => {
        const found = this.configurations.map((one) => ({ problems: one.problemsIn(file), settings: one.settings }));
        return [file, found];
      }),
    );
  }

  /** Looks for all the names in all configurations, likewise. */
  *indexing(): Steps<void> {
    for (const { analysis } of this.discover()) yield* symbolsOf(analysis.project).preparing();
  }

  /** Whether the user has put a file, or a folder above it, out of sight. */
  isExcluded(file: FilePath): boolean {
    const folder = this.folderOf(file);
    return folder !== undefined && this.settingsOf(folder).excludes(pathBelow(folder, file));
  }

  /** What the user has set for a file, without a look at any configuration. */
  settings(file: FilePath): Settings {
    return this.settingsOf(this.folderOf(file));
  }

  /** The innermost folder of the editor's that a file is in. */
  private folderOf(file: FilePath): FilePath | undefined {
    return this.folders
      .filter((folder) => isBelow(folder, file))
      .reduce<FilePath | undefined>((best, next) => (best && best.length >= next.length ? best : next), undefined);
  }

  private discover(): readonly Configuration[] {
    if (this.discovered) return this.configurations;
    const found = [...this.inFolders(), ...this.outsideFolders()];
    const seen = new Set<string>();
    this.configurations = found.filter(({ key }) => !seen.has(key) && seen.add(key));
    this.discovered = true;
    return this.configurations;
  }

  private inFolders(): Configuration[] {
    const known = this.folders.filter((folder) => this.options.isPending?.(folder) !== true);
    return known.flatMap((folder) => {
      const settings = this.settingsOf(folder);
      const excludes = (path: FilePath): boolean => settings.excludes(pathBelow(folder, path));
      const specs = discoverProjects(this.options.fileSystem, [folder], { mainFile: settings.mainFiles, excludes });
      return specs.map((spec) => this.configuration(spec, settings));
    });
  }

  /** A file that is opened by itself belongs to the main file above it, if there is one. */
  private outsideFolders(): Configuration[] {
    const settings = this.settingsOf(undefined);
    return [...this.options.openFiles()]
      .filter((file) => !isDocument(file) && !isVirtual(file))
      .filter((file) => !this.folders.some((folder) => isBelow(folder, file)))
      .flatMap((file) => mainAbove(this.options.fileSystem, file) ?? [])
      .map((main) => {
        const cwd = dirname(main);
        return this.configuration({ mains: [main], cwd, root: cwd }, settings);
      });
  }

  /** The configuration of before, with all that is known of it, where it is the same. */
  private configuration(spec: ProjectSpec, settings: Settings): Configuration {
    const place = placeOf(spec);
    const before = this.configurations.filter((one) => placeOf(one.spec) === place);
    const fresh = new Configuration(spec, settings, this.options, before[0]?.cache, before[0]?.sampler);
    return before.find(({ key }) => key === fresh.key) ?? fresh;
  }
}

/** One configuration: what one arbiter would read. */
class Configuration implements Knowledge {
  private known: Analysis | undefined;
  /** What was known of all when it was last prepared, for as long as nothing but texts that are being typed has changed since. */
  private judged: JudgedOnce | undefined;
  /** As it was when it was last read. */
  private project: Project | undefined;
  /** Files whose texts have changed in the editor since; undefined where more may have changed. */
  private typed: Set<FilePath> | undefined;

  constructor(
    readonly spec: ProjectSpec,
    readonly settings: Settings,
    private readonly options: WorkspaceOptions,
    /** Trees of files whose text has not changed. */
    readonly cache = new TreeCache(),
    readonly sampler = new Sampler(cache),
  ) {}

  /** The same for what would be read and judged alike. */
  get key(): string {
    const { spec, settings } = this;
    const { dialect, hostname, copies, rules, codeLens, inlayHints } = settings;
    const shown = [[...rules], [...codeLens], [...inlayHints]];
    return JSON.stringify([placeOf(spec), dialect, hostname, copies, ...shown]);
  }
  get analysis(): Analysis {
    return (this.known ??= complete(this.reading()));
  }
  *preparing(): Steps<void> {
    if (!this.known) {
      const analysis = yield* stretch(this.reading(), 0, 0.3);
      // Whoever could not wait has read it meanwhile.
      this.known ??= analysis;
    }
    const { known } = this;
    yield* stretch(known.preparing(), 0.3, 1);
    if (this.judged?.analysis !== known)
      this.judged = { analysis: known, changed: new Set(), told: new Set(), amendment: new Map() };
  }
  *sampling(): Steps<Verdict | undefined> {
    const { spec, settings, options } = this;
    const { dialect, hostname, copies, rules } = settings;
    // Copies are compared as a whole.
    if (copies.length > 0) return undefined;
    return yield* this.sampler.judging(options.fileSystem, { ...spec, dialect }, { dialect, hostname, levels: rules });
  }
  reported(): void {
    if (this.judged) this.judged.isReported = true;
  }
  told(file: FilePath): void {
    this.judged?.told.add(file);
  }
  /** As it was judged. */
  has(file: FilePath): boolean {
    return this.judged?.analysis.project.files.has(file) === true;
  }
  *makingAmendable(): Steps<void> {
    const { judged } = this;
    if (!judged || judged.amender) return;
    const { project, model, problems } = judged.analysis;
    judged.amender = yield* Amender.of({ project, model, problems, levels: this.settings.rules });
  }
  /** Amends edits of a file that nobody makes; says whether there were any. */
  *rehearsing(file: FilePath): Steps<boolean> {
    const before = this.judged?.analysis.project.files.get(file);
    const amender = this.judged?.amender;
    if (!before || !amender) return false;
    const { dialect } = this.settings;
    // Not the one of all trees, which is to keep that of the true text.
    const cache = TreeCache.of({ files: new Map([[file, before]]) }, { dialect });
    return yield* rehearsing(amender, before, (text) => cache.parse(file, text, undefined, undefined, { dialect }));
  }
  /** Finds the problems of the texts of the moment; gives the files where they may be others than was reported, or said since, undefined where it cannot. */
  amend(): Iterable<FilePath> | undefined {
    const { judged, options } = this;
    if (!judged?.isReported) return undefined;
    const { files } = judged.analysis.project;
    const changed = [...judged.changed].flatMap((file) => {
      const text = options.fileSystem.readFile(file);
      return text === files.get(file)?.text ? [] : [{ path: file, text }];
    });
    const [only, ...more] = changed;
    if (!only) judged.amendment = new Map();
    else {
      if (more.length > 0 || only.text === undefined || !judged.amender) return undefined;
      const { path, text } = only;
      const tree = this.cache.parse(path, text, undefined, undefined, { dialect: this.settings.dialect });
      const amendment = judged.amender.amended({ path, text, tree });
      if (!amendment) return undefined;
      judged.amendment = amendment;
    }
    // Another configuration may not know what to tell: then nobody does, and the next time it has to be told of all.
    for (const file of judged.amendment.keys()) judged.told.add(file);
    return judged.told;
  }
  /** As they were found last. */
  problemsIn(file: FilePath): readonly Problem[] {
    const { judged } = this;
    return judged?.amendment.get(file) ?? judged?.amender?.problemsIn(file) ?? [];
  }
  private *reading(): Steps<Analysis> {
    const { dialect } = this.settings;
    const { fileSystem } = this.options;
    const project = this.typedIn() ?? (yield* loading(fileSystem, { ...this.spec, dialect }, this.cache));
    this.project = project;
    this.typed = new Set();
    this.cache.retain(project.files);
    return judge(project, this.settings, this.spec.root, this.options);
  }
  /** The project as it was read last, with what has been typed in one of its files since; undefined where it has to be read again. */
  private typedIn(): Project | undefined {
    const { project, typed, settings } = this;
    const [file, ...more] = typed ?? [];
    if (!project || file === undefined || more.length > 0) return undefined;
    const text = this.options.fileSystem.readFile(file);
    return text === undefined ? undefined : withText(project, file, text, this.cache, settings);
  }
  /** Without a main file, any file of the folder may be one of Shinken's from now on. */
  reads(file: FilePath): boolean {
    return this.spec.mains.length === 0 ? isBelow(this.spec.root, file) : this.project?.files.has(file) !== false;
  }
  knows(file: FilePath): boolean {
    const { project } = this;
    return project?.files.has(file) === true || project?.includes.some(({ target }) => target === file) === true;
  }
  textChanged(file: FilePath): void {
    this.known = undefined;
    this.typed?.add(file);
    this.judged?.changed.add(file);
  }
  forget(): void {
    this.known = undefined;
    this.typed = undefined;
    this.judged = undefined;
  }
}

/** A verdict, and what has become of it since. */
interface JudgedOnce {
  readonly analysis: Analysis;
  /** Open files whose texts have changed since. */
  readonly changed: Set<FilePath>;
  /** The editor knows what was found, and so what differs from that can be told. */
  isReported?: boolean;
  /** Files of which something else may have been told since. */
  readonly told: Set<FilePath>;
  /** Undefined while it is not made, or where nothing can be amended. */
  amender?: Amender | undefined;
  amendment: Amendment;
}

/** The same for what would be read alike. */
function placeOf({ mains, cwd, root }: ProjectSpec): string {
  return JSON.stringify([mains, mains.length > 0 ? cwd : root]);
}

/** Where the arbiter runs is known only from the settings: configurations are edited on other machines, too. */
function judge(
  project: Project,
  { dialect, hostname, copies, rules }: Settings,
  root: FilePath,
  options: WorkspaceOptions,
): Analysis {
  // An absolute one is on this machine's disk, wherever the configuration is.
  const folders = copies
    .map((name) => name.replaceAll('\\', '/'))
    .map((name) => normalize(isAbsolute(name) ? name : join(root, name)));
  const others = folders.length > 0 ? options.copies(folders, copyOf(project), dialect) : [];
  return analyze(project, { dialect, hostname, copies: others, levels: rules });
}

/** A path as it is seen from a folder that it is below. */
function pathBelow(folder: FilePath, path: FilePath): string {
  return path.slice(join(folder, '').length);
}

/** The configuration whose folder the file is in, the innermost; for a document that is no file, the only one there is. */
function nearest(configurations: readonly Configuration[], file: FilePath): Configuration | undefined {
  if (isDocument(file)) return configurations.length === 1 ? configurations[0] : undefined;
  const depth = ({ spec }: Configuration): number => (isBelow(spec.cwd, file) ? spec.cwd.length : 0);
  return configurations
    .filter(({ spec }) => isBelow(spec.root, file))
    .reduce<Configuration | undefined>((best, next) => (best && depth(best) >= depth(next) ? best : next), undefined);
}

const mainNames = ['shinken.cfg', 'nagios.cfg'];

function mainAbove(fileSystem: FileSystem, file: FilePath): FilePath | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const main = mainNames.map((name) => join(folder, name)).find((path) => fileSystem.kind(path) === 'file');
    if (main !== undefined || folder === dirname(folder)) return main;
  }
}
