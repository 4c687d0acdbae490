import type { Project, RawSetting } from '../project/types';
import { type Directive, mainSettings, objectType, oldSettingNames, type ValueKind } from '../schema';
import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { convert } from './convert';
import { isIncludeSetting } from './includes';

/** Facts about `name=value` lines outside any object. */
export interface SettingFacts {
  /** The arbiter refuses the line, or dies of it when nothing stands before the `=` (config.py:810-824, 848). */
  'malformed-setting': { readonly setting: RawSetting; readonly why: 'no-equals' | 'no-value' | 'no-name' };
  /** A value that does not convert, or a name that is not ASCII: the arbiter dies of it. */
  'bad-setting-value': { readonly setting: RawSetting; readonly expected: ValueKind };
  'foreign-setting': { readonly setting: RawSetting };
  /** A name that the arbiter does not know. `meant`: the setting it would be without the blanks before its `=`. */
  'unknown-setting': { readonly setting: RawSetting; readonly meant?: string };
  /** Something the arbiter keeps about itself. */
  'running-setting': { readonly setting: RawSetting };
  /** A Nagios name. `ignored`: its new name is set as well, and wins. */
  'old-setting-name': { readonly setting: RawSetting; readonly newName: string; readonly ignored: boolean };
  /** The same setting again, further down: the last one counts. */
  'overridden-setting': { readonly setting: RawSetting; readonly by: RawSetting };
  /** The arbiter reads it and does nothing with it. */
  'ignored-setting': { readonly setting: RawSetting };
  /** Blanks behind the `=` that stay in the value. */
  'blank-in-setting-value': { readonly setting: RawSetting };
  /** No level of Python's `logging`: accepted, and the arbiter dies of it when it is started (log.py:105). */
  'unknown-log-level': { readonly setting: RawSetting };
  /** A line that looks like a macro and defines none. */
  'broken-macro-definition': { readonly setting: RawSetting };
  /** `use_regexp_matching` switched on (config.py:1884). */
  'regexp-matching': { readonly setting: RawSetting };
  /** A folder of modules relative to where the arbiter is started, not to any file. */
  'relative-modules-dir': { readonly setting: RawSetting };
}

/** The levels that Python's `logging` has names for. */
export const logLevels: readonly string[] = ['CRITICAL', 'DEBUG', 'ERROR', 'INFO', 'NOTSET', 'WARN', 'WARNING'];

const settingsByName: ReadonlyMap<string, Directive> = new Map(mainSettings.map((setting) => [setting.name, setting]));

/** Known under these names too: what every object of the arbiter's keeps about itself. */
const running: ReadonlySet<string> = new Set(objectType('realm')?.runningProperties ?? []);

/** Nagios settings that Shinken still turns into modules, though it calls them unused. */
const turnedIntoModules: ReadonlySet<string> = new Set([
  'log_file',
  'object_cache_file',
  'status_file',
  'status_update_interval',
]);

/** The setting of that name in the dialect of a build; undefined for what that Shinken does not know. */
function known(build: Build, name: string): Directive | undefined {
  const setting = settingsByName.get(name);
  return setting?.since === '3.0' && build.options.dialect !== '3.0' ? undefined : setting;
}

/** Reads the settings (config.py:810-853): of several lines with one name the last counts, and only its value is converted. */
export function loadSettings(build: Build): void {
  const last = new Map<string, RawSetting>();
  const failed = new Set(
    build.project.includes
      .filter(({ outcome }) => outcome !== 'read')
      .map(({ main, span }) => `${main}:${String(span.start)}`),
  );
  for (const setting of build.project.settings) {
    const why = malformed(setting);
    if (why === undefined) keep(build, last, setting);
    else if (!failed.has(`${setting.file}:${String(setting.node.span.start)}`)) {
      build.note('malformed-setting', { setting, why });
    }
    if (why === 'no-name') last.delete('');
  }
  for (const setting of last.values()) load(build, setting);
  for (const [oldName, newName] of Object.entries(oldSettingNames)) {
    const setting = last.get(oldName);
    if (!setting) continue;
    const ignored = build.settings.has(newName);
    build.note('old-setting-name', { setting, newName, ignored });
    if (!ignored) build.settings.set(newName, setting.value);
  }
}

/** The line that gave a setting its value; undefined where only the default does. */
export function settingLine(project: Project, name: string): RawSetting | undefined {
  return project.settings.findLast((setting) => setting.key === name && malformed(setting) === undefined);
}

function malformed({ key, value, node }: RawSetting): 'no-equals' | 'no-value' | 'no-name' | undefined {
  if (node.equals === undefined) return 'no-equals';
  if (value === '') return 'no-value';
  return key === '' ? 'no-name' : undefined;
}

function keep(build: Build, last: Map<string, RawSetting>, setting: RawSetting): void {
  const before = last.get(setting.key);
  if (before && !isIncludeSetting(setting)) build.note('overridden-setting', { setting: before, by: setting });
  last.set(setting.key, setting);
}

function load(build: Build, setting: RawSetting): void {
  const { key, value } = setting;
  const directive = known(build, key);
  if (/[^\0-\x7f]/.test(key)) build.note('foreign-setting', { setting });
  if (directive) loadKnown(build, setting, directive);
  else {
    build.settings.set(key, value);
    if (key.startsWith('$')) loadMacro(build, setting);
    else if (running.has(key)) build.note('running-setting', { setting });
    else if (!isIncludeSetting(setting) && !Object.hasOwn(oldSettingNames, key)) noteUnknown(build, setting);
  }
}

function loadMacro(build: Build, setting: RawSetting): void {
  const { key, value } = setting;
  if (!key.endsWith('$')) {
    build.note('broken-macro-definition', { setting });
    return;
  }
  build.macros.set(key.slice(1, -1), value);
  if (value !== strip(value)) build.note('blank-in-setting-value', { setting });
}

function noteUnknown(build: Build, setting: RawSetting): void {
  const meant = strip(setting.key);
  const isMeant = meant !== setting.key && (known(build, meant) !== undefined || Object.hasOwn(oldSettingNames, meant));
  build.note('unknown-setting', isMeant ? { setting, meant } : { setting });
}

function loadKnown(build: Build, setting: RawSetting, directive: Directive): void {
  const { key, value } = setting;
  const conversion = convert(directive, [value]);
  if ('failure' in conversion) {
    build.note('bad-setting-value', { setting, expected: directive.value });
    return;
  }
  const converted = conversion.value;
  if (converted !== null && !(converted instanceof Map)) build.settings.set(key, converted);
  if (isText(directive.value) && value !== strip(value)) build.note('blank-in-setting-value', { setting });
  if (directive.value === 'logLevel' && !logLevels.includes(value)) build.note('unknown-log-level', { setting });
  if (key === 'use_regexp_matching' && converted === true) build.note('regexp-matching', { setting });
  else if (directive.ignored && !turnedIntoModules.has(key)) build.note('ignored-setting', { setting });
  if (key === 'modules_dir' && !value.startsWith('/')) build.note('relative-modules-dir', { setting });
}

function isText(kind: ValueKind): boolean {
  return kind === 'string' || kind === 'character' || kind === 'logLevel' || kind === 'path';
}

/** Gives every setting that nobody wrote its default (item.py, `fill_default`). */
export function fillSettingDefaults(build: Build): void {
  for (const directive of mainSettings) {
    if (directive.default === undefined || build.settings.has(directive.name) || !known(build, directive.name))
      continue;
    const conversion = convert(directive, [directive.default]);
    if ('failure' in conversion || conversion.value === null || conversion.value instanceof Map) continue;
    build.settings.set(directive.name, conversion.value);
  }
}
