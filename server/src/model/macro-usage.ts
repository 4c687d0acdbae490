/** Macros that no value says. */
import { addTo } from '../project/lists';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';
import { macrosIn } from './names/macros';
import type { Occurrence } from './names/occurrence';
import { settingOccurrences } from './names/scan';
import { scan } from './names/scanned';
import { titleOf } from './names/written';
import type { Model } from './types';
import { loadedObjects, usageOf } from './usage';

/** A line that gives a macro its value. */
export interface MacroLine {
  /** As it is written: `_DISKS` or `$USER1$`. */
  readonly name: string;
  readonly file: FilePath;
  readonly span: Span;
  readonly keySpan: Span;
  readonly object: { readonly type: string; readonly name: string } | undefined;
}

/** Custom macros that modules and web interfaces look for by themselves. */
const wellKnown = /^(?:GRAPHITE_|WEBUI|LAT$|LNG$|LONG$|LOCATION$|POLLER_TAG)/;

/**
 * Macros that nothing says, with all lines that give them a value: those of resource files, and custom ones where plugins do not get
 * all of them in their environment. Nothing is known of a folder of packs, nor of objects that a module brings.
 */
export function unusedMacros(model: Model): MacroLine[][] {
  const usage = usageOf(model);
  if (!usage) return [];
  const objects = loadedObjects(model);
  const unloaded = new Set(model.project.unloaded);
  const settings = model.project.settings.filter(({ file }) => !unloaded.has(file)).map(settingOccurrences);
  const said = new Said(model, [...objects.map((object) => scan(object).references), ...settings]);
  const found = new Map<string, MacroLine[]>();
  const lines = new Map<unknown, string>();
  const take = (key: string, node: unknown, line: MacroLine): void => {
    // A line of a macro modulation is one of hosts, services and contacts at once.
    if (lines.has(node)) return;
    lines.set(node, key);
    addTo(found, key, line);
  };

  for (const { role, space, name, setting } of settings.flat()) {
    if (role !== 'definition' || space !== 'macro' || !setting || said.has('macro', name)) continue;
    const { file, node } = setting;
    take(`macro ${name}`, node, { name: node.key, file, span: node.span, keySpan: node.keySpan, object: undefined });
  }
  if (!hidesCustoms(model)) return [...found.values()];
  for (const object of objects) {
    if (usage.isUnused(object)) continue;
    const own = scan(object).definitions.filter(({ space }) => space.startsWith('custom '));
    for (const { name, property } of own) {
      if (!property) continue;
      const spaces = own.filter((one) => one.property === property).map(({ space }) => space);
      if (wellKnown.test(name) || spaces.some((space) => said.has(space, name))) continue;
      const { file, node } = property;
      const line = { name: node.key, file, span: node.span, keySpan: node.keySpan };
      take(`${spaces.join()} ${name}`, node, { ...line, object: { type: object.type, name: titleOf(object) } });
    }
  }
  return [...found.values()];
}

/** Plugins get custom macros only on their command line. */
function hidesCustoms(model: Model): boolean {
  const asked = model
    .items('command')
    .some((command) => /^(?:1|yes|true|on)$/i.test(command.text('enable_environment_macros') ?? ''));
  return model.setting('enable_environment_macros') === false && !asked;
}

/** The macros that some text says. */
class Said {
  private readonly names = new Map<string, Set<string>>();
  /** Beginnings of custom macros whose end `duplicate_foreach` fills in: `$_HOSTDISK_$KEY$_WARN$`. */
  private readonly beginnings: string[] = [];
  /** Everything that triggers and modules say, in capitals. */
  private readonly words: ReadonlySet<string>;

  constructor(model: Model, said: readonly (readonly Occurrence[])[]) {
    for (const occurrences of said) {
      for (const { role, space, name } of occurrences) {
        if (role === 'reference' && (space === 'macro' || space.startsWith('custom '))) {
          // A macro of an object that is named: `$_HOSTDISKS:web-1$`.
          this.add(space, name.split(':', 1)[0] ?? name);
        }
      }
    }
    const texts = [...model.project.triggerTexts.values()];
    for (const { type, lines } of loadedObjects(model)) {
      for (const { value } of lines) {
        if (value.includes('$KEY$') || value.includes('$VALUE')) this.addBeginnings(value);
        if (type === 'module' || type === 'discoveryrule') texts.push(value);
      }
    }
    this.words = new Set(texts.flatMap((text) => text.toUpperCase().match(/\w+/g) ?? []));
  }

  has(space: string, name: string): boolean {
    const custom = space !== 'macro';
    return (
      this.names.get(space)?.has(name) === true ||
      this.words.has(name) ||
      (custom && (this.words.has(`_${name}`) || this.beginnings.some((beginning) => name.startsWith(beginning))))
    );
  }

  private add(space: string, name: string): void {
    const names = this.names.get(space);
    if (names) names.add(name);
    else this.names.set(space, new Set([name]));
  }

  private addBeginnings(value: string): void {
    for (const { text } of macrosIn(value)) {
      const beginning = /^_(?:HOST|SERVICE|CONTACT)(\w+)$/.exec(text)?.[1];
      if (beginning !== undefined) this.beginnings.push(beginning.toUpperCase());
    }
  }
}
