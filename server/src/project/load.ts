import { skipSpaces, skipSpacesBack } from '../syntax/blanks';
import type { Span, SyntaxTree } from '../syntax/nodes';
import { complete, type Steps } from '../steps';
import { includeLines, type IncludeLine } from './include-lines';
import { looksLikeShinken } from './ours';
import { dirname, join, locate, normalize } from './paths';
import { Reading } from './reading';
import { TreeCache, type Trees } from './tree-cache';
import type { EntryKind, FilePath, FileSystem, Include, Project, SourceFile } from './types';
import { SKIPPED_FOLDERS, walk } from './walk';

/** Which configuration to read. */
export interface LoadSpec {
  /** Main files as the arbiter's `-c` options would give them: absolute, or relative to `cwd`. */
  readonly mains: readonly string[];
  /** The arbiter's working directory. */
  readonly cwd: FilePath;
  /** Without a main file: the folder under which everything is read. */
  readonly root?: FilePath;
  readonly dialect?: '2.4' | '3.0';
}

/**
 * Reads one configuration in the arbiter's order: main files one behind the other, with the files they include at the place of the
 * include line. What cannot be read is left out and said in `includes` and `unreadable`. Give the same cache again and unchanged
 * files are not parsed again.
 */
export function loadProject(fs: FileSystem, spec: LoadSpec, cache: Trees = new TreeCache()): Project {
  return complete(loading(fs, spec, cache));
}

/** The same, file by file. What the file system says must not change meanwhile. */
export function loading(fs: FileSystem, spec: LoadSpec, cache: Trees): Steps<Project> {
  return new Loader(fs, spec, cache).load();
}

class Loader {
  private readonly reading = new Reading();
  private readonly files = new Map<FilePath, SourceFile>();
  private readonly readingOrder: FilePath[] = [];
  private readonly includes: Include[] = [];
  private readonly triggers: FilePath[] = [];
  private readonly triggerTexts = new Map<FilePath, string>();
  private readonly unreadable: FilePath[] = [];
  private readonly texts = new Map<FilePath, string | undefined>();

  constructor(
    private readonly fs: FileSystem,
    private readonly spec: LoadSpec,
    private readonly cache: Trees,
  ) {}

  *load(): Steps<Project> {
    const { spec, reading } = this;
    const partial = spec.mains.length === 0;
    if (partial) yield* this.readFolder(spec.root ?? spec.cwd);
    const mains = spec.mains.map((main) => this.open(main));
    for (const [index, main] of spec.mains.entries()) {
      const file = mains[index];
      // The arbiter names a file before it opens it: one that it cannot open leaves an empty line all the same.
      if (file?.text !== undefined)
        yield* this.readMain(
          main,
          file.path,
          file.text,
          index + 1 < mains.length && mains[index + 1]?.text === undefined,
        );
      else if (file) this.unreadable.push(file.path);
    }
    return {
      mains: mains.map(({ path }) => path),
      cwd: spec.cwd,
      files: this.files,
      readingOrder: this.readingOrder,
      includes: this.includes,
      objects: reading.objects,
      settings: reading.settings,
      facts: reading.facts,
      triggers: this.triggers,
      triggerTexts: this.triggerTexts,
      unreadable: this.unreadable,
      partial,
    };
  }

  private *readFolder(root: FilePath): Steps<void> {
    for (const file of walk(this.fs, root, '.cfg', { skip: SKIPPED_FOLDERS })) {
      const text = this.text(file);
      if (text !== undefined && looksLikeShinken(text)) this.take(file, text, true);
      yield;
    }
  }

  /** Every file is read once, so that a project sees one state of it. */
  private text(file: FilePath): string | undefined {
    if (!this.texts.has(file)) this.texts.set(file, this.fs.readFile(file));
    return this.texts.get(file);
  }

  private open(main: string): { path: FilePath; text: string | undefined } {
    const path = locate(this.fs, this.spec.cwd, main);
    if (path === undefined) return { path: normalize(join(this.spec.cwd, main)), text: undefined };
    return { path, text: this.text(path) };
  }

  private *readMain(main: string, path: FilePath, text: string, blankBehind: boolean): Steps<void> {
    let from = 0;
    this.enter(path, text);
    for (const line of includeLines(text)) {
      const inclusion = this.resolve(main, line);
      if (inclusion.found.length > 0 && line.directive !== 'triggers_dir') {
        // The part up to this line is read first, whatever it leaves open.
        this.part(path, text, { start: from, end: line.next }, false);
        from = line.next;
      }
      yield* this.obey(path, line, inclusion);
    }
    this.part(path, text, { start: from, end: text.length }, blankBehind);
  }

  private resolve(main: string, line: IncludeLine): Inclusion {
    const { fs } = this;
    const value = line.value ?? '';
    const folder = line.directive === 'cfg_dir' || line.directive === 'triggers_dir';
    const joined = join(dirname(main), value);
    // Blanks are taken off a file's path once it is joined, and never off a folder's.
    const stripped = joined.slice(skipSpaces(joined, 0, joined.length), skipSpacesBack(joined, 0, joined.length));
    const path = folder ? joined : stripped;
    const target = normalize(join(this.spec.cwd, path));
    if (line.value === undefined) return { target, outcome: 'no-equals', found: [] };
    const place = locate(fs, this.spec.cwd, path);
    const kind = place === undefined ? undefined : fs.kind(place);
    const wanted: EntryKind = folder ? 'directory' : 'file';
    if (place === undefined || kind === undefined) {
      const other = fs.kind(target);
      return { target, outcome: other !== undefined && other !== wanted ? 'wrong-kind' : 'missing', found: [] };
    }
    if (kind !== wanted) return { target: place, outcome: 'wrong-kind', found: [] };
    const found = folder ? walk(fs, place, line.directive === 'cfg_dir' ? '.cfg' : '.trig') : [place];
    if (!folder && this.text(place) === undefined) return { target: place, outcome: 'missing', found: [] };
    return { target: place, outcome: 'read', found };
  }

  private *obey(main: FilePath, line: IncludeLine, { target, outcome, found }: Inclusion): Steps<void> {
    const files: FilePath[] = [];
    const unreadable: FilePath[] = [];
    if (line.directive === 'triggers_dir') {
      this.triggers.push(...found);
      for (const file of found) {
        const text = this.text(file);
        if (text !== undefined) this.triggerTexts.set(file, text);
      }
    } else {
      for (const [index, file] of found.entries()) {
        const text = this.text(file);
        if (text === undefined) unreadable.push(file);
        else this.take(file, text, index < found.length - 1);
        if (text !== undefined) files.push(file);
        yield;
      }
    }
    const { directive, span, valueSpan, value } = line;
    const where = { directive, value: value ?? '', target, main, span, valueSpan, outcome };
    this.includes.push({ ...where, files: directive === 'triggers_dir' ? found : files, unreadable });
  }

  private enter(file: FilePath, text: string): SyntaxTree {
    const { dialect } = this.spec;
    const tree = this.cache.parse(file, text, undefined, undefined, { dialect });
    this.readingOrder.push(file);
    if (!this.files.has(file)) this.files.set(file, { path: file, text, tree });
    return tree;
  }

  /** A whole included file. */
  private take(path: FilePath, text: string, blankBehind: boolean): void {
    this.absorb(path, text, this.enter(path, text), undefined, blankBehind, false);
  }

  /** A stretch of a main file. */
  private part(file: FilePath, text: string, range: Span, blankBehind: boolean): void {
    const own = this.files.get(file)?.tree;
    const whole = range.end - range.start === text.length;
    if (own) this.absorb(file, text, own, whole ? undefined : range, blankBehind, true);
  }

  private absorb(
    path: FilePath,
    text: string,
    own: SyntaxTree,
    range: Span | undefined,
    blankBehind: boolean,
    inMain: boolean,
  ): void {
    const { dialect } = this.spec;
    const { state } = this.reading;
    let tree = this.cache.parse(path, text, state, range, { dialect });
    if (blankBehind && tree.exit.continued !== '') {
      tree = this.cache.parse(path, text, state, range, { dialect, blankBehind });
    }
    this.reading.take(path, tree, own, inMain);
  }
}

interface Inclusion {
  readonly target: FilePath;
  readonly outcome: Include['outcome'];
  /** Files to read, in order. */
  readonly found: readonly FilePath[];
}
