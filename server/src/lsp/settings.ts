/** What the user has set: `shinken.*` in the editor. Anything may come over the wire, so nothing of it is trusted. */
import { type LensKind, lensKinds } from '../features/code-lens';
import { alignments, defaultStyle, type FormatStyle, listStyles } from '../features/formatting';
import { type HintKind, hintKinds } from '../features/inlay-hints';
import type { ModelOptions } from '../model/types';
import type { Severity } from '../rules/rule';

export interface Settings {
  /** Main files, absolute or relative to the folder; none: they are found. */
  readonly mainFiles: readonly string[];
  readonly dialect: ModelOptions['dialect'];
  /** The machine that the arbiter runs on; undefined: not known, and nothing is said that depends on it. */
  readonly hostname: string | undefined;
  /** Folders of other copies of the configuration, absolute or relative to the folder. */
  readonly copies: readonly string[];
  /** Severities that differ from the rules' own, by code. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Kinds of lenses that are shown above definitions. */
  readonly codeLens: ReadonlySet<LensKind>;
  /** Kinds of hints that are shown between the lines. */
  readonly inlayHints: ReadonlySet<HintKind>;
  readonly format: FormatStyle;
}

export const defaultSettings: Settings = {
  mainFiles: [],
  dialect: '2.4',
  hostname: undefined,
  copies: [],
  rules: new Map(),
  codeLens: new Set(lensKinds),
  inlayHints: new Set(hintKinds),
  format: defaultStyle,
};

const severities: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];

export function readSettings(given: unknown): Settings {
  const { mainFiles, dialect, hostname, copies, rules, codeLens, inlayHints, format } = record(given);
  const named = Object.entries(record(rules)).filter((entry): entry is [string, Severity | 'off'] => {
    return typeof entry[1] === 'string' && severities.includes(entry[1]);
  });
  return {
    mainFiles: texts(mainFiles),
    dialect: dialect === '3.0' ? '3.0' : '2.4',
    hostname: typeof hostname === 'string' && hostname.trim() !== '' ? hostname.trim() : undefined,
    copies: texts(copies).filter((name) => name.trim() !== ''),
    rules: new Map(named),
    codeLens: switchedOn(lensKinds, codeLens),
    inlayHints: switchedOn(hintKinds, inlayHints),
    format: formatStyle(record(format)),
  };
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

/** Those that are not switched off. */
function switchedOn<Kind extends string>(kinds: readonly Kind[], given: unknown): ReadonlySet<Kind> {
  return new Set(kinds.filter((kind) => record(given)[kind] !== false));
}

export function record(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}
