/** What the user has set: `shinken.*` in the editor. Anything may come over the wire, so nothing of it is trusted. */
import { Minimatch } from 'minimatch';
import { type LensKind, lensKinds } from '../features/code-lens';
import { alignments, defaultStyle, type FormatStyle, listStyles } from '../features/formatting';
import { type HintKind, hintKinds, quietHints } from '../features/inlay-hints';
import type { ModelOptions } from '../model/types';
import { isLevel, type Level, type Levels } from '../rules/levels';

export interface Settings {
  /** Main files, absolute or relative to the folder; none: they are found. */
  readonly mainFiles: readonly string[];
  readonly dialect: ModelOptions['dialect'];
  /** The machine that the arbiter runs on; undefined: not known, and nothing is said that depends on it. */
  readonly hostname: string | undefined;
  /** Folders of other copies of the configuration, absolute or relative to the folder. */
  readonly copies: readonly string[];
  /** Levels that differ from the rules' own. */
  readonly rules: Levels;
  /** Kinds of lenses that are shown above definitions. */
  readonly codeLens: ReadonlySet<LensKind>;
  /** Kinds of hints that are shown between the lines. */
  readonly inlayHints: ReadonlySet<HintKind>;
  readonly format: FormatStyle;
  /** Problems of a file that are shown at most. */
  readonly maxProblemsPerFile: number;
  /** Whether the editor does not show a path, relative to the folder: `files.exclude`. */
  readonly excludes: (path: string) => boolean;
}

export const defaultSettings: Settings = {
  mainFiles: [],
  dialect: '2.4',
  hostname: undefined,
  copies: [],
  rules: new Map(),
  codeLens: new Set(lensKinds),
  inlayHints: switchedOn(hintKinds, undefined, quietHints),
  format: defaultStyle,
  maxProblemsPerFile: 250,
  excludes: () => false,
};

/** `given`: the section `shinken`; `hidden`: the section `files.exclude`. */
export function readSettings(given: unknown, hidden?: unknown): Settings {
  const { mainFiles, dialect, hostname, copies, rules, codeLens, inlayHints, format, maxProblemsPerFile } =
    record(given);
  const named = Object.entries(record(rules)).filter((entry): entry is [string, Level] => isLevel(entry[1]));
  return {
    mainFiles: texts(mainFiles),
    dialect: dialect === '3.0' ? '3.0' : '2.4',
    hostname: typeof hostname === 'string' && hostname.trim() !== '' ? hostname.trim() : undefined,
    copies: texts(copies).filter((name) => name.trim() !== ''),
    rules: new Map(named),
    codeLens: switchedOn(lensKinds, codeLens),
    inlayHints: switchedOn(hintKinds, inlayHints, quietHints),
    format: formatStyle(record(format)),
    maxProblemsPerFile:
      typeof maxProblemsPerFile === 'number' && maxProblemsPerFile >= 1
        ? Math.floor(maxProblemsPerFile)
        : defaultSettings.maxProblemsPerFile,
    excludes: excludes(record(hidden)),
  };
}

/** A pattern with a condition (`when`) instead of `true` is left alone: it is for files beside others, such as what is compiled. */
function excludes(patterns: Readonly<Record<string, unknown>>): Settings['excludes'] {
  const globs = Object.keys(patterns)
    .filter((pattern) => patterns[pattern] === true)
    .map((pattern) => new Minimatch(pattern, { dot: true }));
  // A folder takes along what is below it.
  const above = (path: string): string[] => {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  };
  return (path) => globs.length > 0 && above(path).some((each) => globs.some((glob) => glob.match(each)));
}

function formatStyle({ alignment, lists, maxBlankLines }: Readonly<Record<string, unknown>>): FormatStyle {
  const blankLines = typeof maxBlankLines === 'number' && maxBlankLines >= 1 ? Math.floor(maxBlankLines) : undefined;
  return {
    alignment: alignments.find((one) => one === alignment) ?? defaultStyle.alignment,
    lists: listStyles.find((one) => one === lists) ?? defaultStyle.lists,
    maxBlankLines: blankLines,
  };
}

function texts(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((each): each is string => typeof each === 'string') : [];
}

/** Those that are not switched off; of quiet ones, those that are switched on. */
function switchedOn<Kind extends string>(
  kinds: readonly Kind[],
  given: unknown,
  quiet: ReadonlySet<Kind> = new Set(),
): ReadonlySet<Kind> {
  return new Set(
    kinds.filter((kind) => (quiet.has(kind) ? record(given)[kind] === true : record(given)[kind] !== false)),
  );
}

export function record(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}
