import type { Place, RawObject, RawProperty } from '../project/types';
import { objectType } from '../schema';
import type { ObjectTypeName } from '../schema/types';
import { Chain } from './chain';
import type { Kind } from './kinds';
import { Layers } from './layers';
import { type Origin, Origins } from './origins';
import type { Shape } from './shape';

/**
 * What a property holds once its text is converted. Lists are shared by reference between a template and those who inherit from it,
 * as in the arbiter (item.py:338): a phase that changes a list in place changes it for all of them, on purpose.
 */
export type PropValue = string | number | boolean | string[] | Map<string, string> | null;

export type { Origin };

/** A line of a time period that is no directive but a date range, as the arbiter keeps it: key and value joined by one blank. */
export interface RangeLine {
  readonly text: string;
  readonly property: RawProperty;
  /** Templates it came through. */
  readonly via: readonly string[];
}

/** What most items have none of: one map for all of them. */
const none: ReadonlyMap<string, never> = new Map<string, never>();
const noRanges: readonly RangeLine[] = [];

/** `name!arg1!arg2`, taken apart. */
export interface CommandCall {
  readonly text: string;
  readonly name: string;
  readonly args: readonly string[];
  /** Undefined: no such command. */
  readonly command: Item | undefined;
}

/** What all items of a type begin with in a model: those that are alike share from there on what they have alike. */
export class Beginnings {
  readonly links: Chain<readonly Item[]>;
  readonly calls: Chain<readonly CommandCall[]>;
  private withDefaults: Beginnings | undefined;

  constructor(
    readonly type: ObjectTypeName,
    readonly shape: Shape,
    /** The arbiter's own values for what items lack that have been given them. */
    readonly defaults: ReadonlyMap<string, PropValue> = none,
    /** Those of an item that has not been given any. */
    readonly bare?: Beginnings,
  ) {
    this.links = bare?.links ?? Chain.empty<readonly Item[]>();
    this.calls = bare?.calls ?? Chain.empty<readonly CommandCall[]>();
  }

  /** The same for an item that is given defaults: always the same ones in a model. */
  given(defaults: ReadonlyMap<string, PropValue>): Beginnings {
    if (this.defaults === defaults) return this;
    const bare = this.bare ?? this;
    return (bare.withDefaults ??= new Beginnings(this.type, this.shape, defaults, bare));
  }
}

/** Where an item inherits from. */
export interface Ancestry {
  readonly templates: readonly Item[];
  readonly tags: ReadonlySet<string>;
}

const noAncestry: Ancestry = { templates: [], tags: new Set() };

/** What few items have: the others have no room for it. */
class Rarities {
  customs: Map<string, string> | undefined;
  plus: Map<string, string[]> | undefined;
  ranges: RangeLine[] | undefined;
  extras = noKeys;
  failed = false;
}

/**
 * One object as the arbiter has it in memory, from its creation to the verdict: the phases of `model/` fill it and change it in the
 * arbiter's order. A service expanded over ten hosts is ten items of one `source`.
 */
export class Item {
  /** What was written: own values first, then inherited ones, then implied ones, as the phases go. Without the arbiter's defaults. */
  readonly props: Layers<PropValue>;
  /**
   * Its origins, once somebody has asked for them. Until then, of an item each of whose lines has made one value, as nearly all are, those
   * that it shares with others.
   */
  private knownOrigins: Origins | ReadonlyMap<string, Origin> | undefined;
  private sharedCustoms: ReadonlyMap<string, string> = none;
  private rarities: Rarities | undefined;
  /** The very same for those who use the same templates. */
  ancestry = noAncestry;
  /** Direct templates, in the order of `use`; one list for all who have the same. */
  get templates(): readonly Item[] {
    return this.ancestry.templates;
  }
  /** Every name in `use`, here and up the templates, whether such a template exists or not. */
  get tags(): ReadonlySet<string> {
    return this.ancestry.tags;
  }
  /** Objects that a property names, once linked (`realm`, `contacts`, `parents` …); props keep the names. */
  get links(): Chain<readonly Item[]> {
    return this.ownLinks;
  }
  /** Command calls of a property, once linked (`check_command`, `event_handler` …). */
  get calls(): Chain<readonly CommandCall[]> {
    return this.ownCalls;
  }
  /** Of a host or service, from its links on, unless there is nobody that it is like. */
  kind: Kind | undefined;
  /** Where its collection keeps it; nobody else's business. */
  position = -1;
  private ownLinks: Chain<readonly Item[]>;
  private ownCalls: Chain<readonly CommandCall[]>;

  constructor(
    readonly id: number,
    /** The `define` behind it; undefined for what the arbiter invents. */
    readonly source: RawObject | undefined,
    private beginnings: Beginnings,
    /** Whose values it begins with. */
    from?: Item,
  ) {
    this.props = from ? from.props.fork() : new Layers(beginnings.shape);
    const origins = from?.knownOrigins;
    this.knownOrigins = origins instanceof Origins ? origins.fork() : origins;
    this.ownLinks = beginnings.links;
    this.ownCalls = beginnings.calls;
    if (from) this.sharedCustoms = from.customs;
  }

  get type(): ObjectTypeName {
    return this.beginnings.type;
  }
  /** The arbiter's own values for what `props` lacks: one map shared by all items of a type, empty until defaults are filled in. */
  get defaults(): ReadonlyMap<string, PropValue> {
    return this.beginnings.defaults;
  }
  fillDefaults(defaults: ReadonlyMap<string, PropValue>): void {
    this.beginnings = this.beginnings.given(defaults);
  }
  /**
   * Where each value of `props` and `customs` was written; absent for what the arbiter filled in itself. Made when somebody asks, as hardly
   * anybody does of hardly any item.
   */
  get origins(): Origins {
    const { knownOrigins: known } = this;
    if (known instanceof Origins) return known;
    const origins = new Origins(this.beginnings.shape);
    if (this.source && known) {
      origins.areThoseOf(this.source);
      origins.layOver(known);
    }
    return (this.knownOrigins = origins);
  }
  /** Each line of its source has made the value of its key, and nothing else has been said of its origins so far. */
  isMadeOfLines(): void {
    this.knownOrigins = none;
  }
  /** Puts values that others have as well under its own, for good, with their origins. */
  layOver(props: ReadonlyMap<string, PropValue>, origins: ReadonlyMap<string, Origin>): void {
    this.props.layOver(props);
    if (this.knownOrigins && !(this.knownOrigins instanceof Origins)) this.knownOrigins = origins;
    else this.origins.layOver(origins);
  }

  /** Custom macros, `_NAME` in upper case. */
  get customs(): ReadonlyMap<string, string> {
    return this.rarities?.customs ?? this.sharedCustoms;
  }
  setCustom(name: string, value: string): void {
    (this.rare.customs ??= new Map(this.sharedCustoms)).set(name, value);
  }
  /** Has the very macros of another item from now on. */
  shareCustoms(other: Item): void {
    this.sharedCustoms = other.customs;
    if (this.rarities) this.rarities.customs = undefined;
  }
  /** Lists that began with `+`, waiting for what the templates give. */
  get plus(): Map<string, string[]> | undefined {
    return this.rarities?.plus;
  }
  set plus(lists: Map<string, string[]> | undefined) {
    if (lists !== this.plus) this.rare.plus = lists;
  }
  /** Date ranges of a time period, its own first. */
  get ranges(): readonly RangeLine[] {
    return this.rarities?.ranges ?? noRanges;
  }
  addRange(range: RangeLine): void {
    (this.rare.ranges ??= []).push(range);
  }
  /** Keys of `props` that are no directives of the type. */
  get extras(): readonly string[] {
    return this.rarities?.extras ?? noKeys;
  }
  addExtra(key: string): void {
    this.rare.extras = [...this.extras, key];
  }
  /** The arbiter has written an error down against it. What that means differs by type: `errorsCount` in `verdict.ts`. */
  get failed(): boolean {
    return this.rarities?.failed === true;
  }
  fail(): void {
    this.rare.failed = true;
  }
  private get rare(): Rarities {
    return (this.rarities ??= new Rarities());
  }
  setLinks(key: string, items: readonly Item[]): void {
    this.ownLinks = this.ownLinks.with(key, items);
  }
  setCalls(key: string, calls: readonly CommandCall[]): void {
    this.ownCalls = this.ownCalls.with(key, calls);
  }
  /** Leads to nothing so far. */
  get isUnlinked(): boolean {
    return this.ownLinks === this.beginnings.links && this.ownCalls === this.beginnings.calls;
  }
  /** Leads to the very same as another item, of the same model. */
  linkAs({ links, calls }: Pick<Item, 'links' | 'calls'>): void {
    this.ownLinks = links;
    this.ownCalls = calls;
  }
  has(key: string): boolean {
    return this.props.has(key) || this.defaults.has(key);
  }
  get(key: string): PropValue | undefined {
    const own = this.props.get(key);
    return own === undefined ? this.defaults.get(key) : own;
  }
  /** The value is the arbiter's own default. */
  isDefault(key: string): boolean {
    return !this.props.has(key) && this.defaults.has(key);
  }
  /** Every property with its value, defaults last. */
  *entries(): IterableIterator<[string, PropValue]> {
    yield* this.props;
    for (const entry of this.defaults) if (!this.props.has(entry[0])) yield entry;
  }
  /** The value as a string; undefined when absent or of another kind. */
  text(key: string): string | undefined {
    const value = this.get(key);
    return typeof value === 'string' ? value : undefined;
  }
  /** The value as a list; a string is a list of its comma-separated parts, absent is empty. */
  list(key: string): readonly string[] {
    const value = this.get(key);
    if (Array.isArray(value)) return value;
    return typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [];
  }
  /** The value as a number; undefined when absent or of another kind. */
  number(key: string): number | undefined {
    const value = this.get(key);
    return typeof value === 'number' ? value : undefined;
  }
  /** The value as a boolean; `otherwise` when absent. */
  flag(key: string, otherwise = false): boolean {
    const value = this.get(key);
    return typeof value === 'boolean' ? value : otherwise;
  }
  /**
   * A copy under another number (item.py, `copy`): only directives of the type and custom macros go over, and lists stay the very same
   * lists.
   */
  copyAs(id: number): Item {
    const copy = new Item(id, this.source, this.beginnings.bare ?? this.beginnings, this);
    for (const key of this.extras) {
      copy.props.delete(key);
      copy.origins.delete(key);
    }
    copy.ancestry = this.ancestry;
    return copy;
  }
  /** Its name: the type's name directive, `host/description` for a service, a template's `name`; `''` for an object without one. */
  get name(): string {
    const own = (key: string | undefined): string => (key === undefined ? '' : (this.text(key) ?? ''));
    const registered = own(objectType(this.type)?.nameDirective);
    if (this.isTemplate) return own('name') || registered;
    return this.type === 'service' ? `${own('host_name')}/${registered}` : registered;
  }
  /** A template: `register 0`. Of a command, whose values the arbiter does not convert, only an empty `register` makes one. */
  get isTemplate(): boolean {
    const register = this.props.get('register');
    return register === false || register === 0 || register === '';
  }
}

const noKeys: readonly string[] = [];

/** The place that a message about a property of an item points at: the value that took effect, wherever it was inherited from; else the object's head. */
export function placeOf(item: Item, key?: string, part: 'key' | 'value' = 'value'): Place | undefined {
  const property = key === undefined ? undefined : item.origins.get(key)?.property;
  if (property) {
    const { node, file } = property;
    return { file, span: part === 'key' || node.value.text === '' ? node.keySpan : node.value.span };
  }
  return item.source && headPlace(item.source);
}

/** The `define type` of an object. */
export function headPlace(object: RawObject): Place {
  const { keywordSpan, typeSpan } = object.node;
  return { file: object.file, span: { start: keywordSpan.start, end: Math.max(keywordSpan.end, typeSpan.end) } };
}
