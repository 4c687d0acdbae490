import type { Place, RawObject, RawProperty } from '../project/types';
import type { ValueKind } from '../schema/types';
import type { Item } from './item';

/** How the arbiter takes something that is wrong with an object: it refuses, warns, dies, or says nothing. */
export type Outcome = 'error' | 'warning' | 'crash' | 'silent';

/** Facts noted while raw objects become items. */
export interface ReadingFacts {
  'unknown-type': { readonly object: RawObject };
  /** A property that the object's type does not have. */
  'unknown-property': { readonly item: Item; readonly property: RawProperty };
  /** A property that the arbiter itself sets while it runs. */
  'running-property': { readonly item: Item; readonly property: RawProperty };
  /** A value that does not convert. */
  'bad-value': {
    readonly item: Item;
    readonly property: RawProperty;
    readonly expected: ValueKind;
    /** The arbiter dies of it instead of saying so. */
    readonly crashes: boolean;
    /** Nobody is told, and the value is lost: in a template, or in a type whose errors are never looked at. */
    readonly ignored: boolean;
  };
  /** A directive whose name is not ASCII: the arbiter dies of it. */
  'foreign-key': { readonly item: Item; readonly property: RawProperty };
  /** A directive written more than once, of which only one line counts. */
  'repeated-property': {
    readonly item: Item;
    readonly lost: RawProperty;
    readonly kept: RawProperty;
    /** The arbiter cannot cope with two lines at all. */
    readonly crashes: boolean;
  };
  /** An old name of a directive beside its new one, which wins. */
  'old-name-ignored': { readonly item: Item; readonly property: RawProperty; readonly newName: string };
  /** A `+` that adds nothing but stays in the value. `string`: the directive is no list; `inside`: it is not the first character; `type`: the type has no additive lists; `lost`: it has, and no templates, and the list is lost. */
  'literal-plus': {
    readonly item: Item;
    readonly property: RawProperty;
    readonly at: Place;
    readonly why: 'string' | 'inside' | 'type' | 'lost';
    /** 3.0 refuses the object. */
    readonly refused: boolean;
  };
  /** `null` where it does not cancel inheritance: a name in a list, or the text of a custom macro. */
  'literal-null': { readonly item: Item; readonly property: RawProperty; readonly at: Place };
  /** An object without the directive that names it. */
  unnamed: { readonly item: Item; readonly directive: string; readonly outcome: Outcome };
  /** A template without `name`, which nobody can use. */
  'unnamed-template': { readonly item: Item };
  /** Two objects of one name. */
  'duplicate-name': {
    readonly lost: Item;
    readonly kept: Item;
    readonly name: string;
    readonly template: boolean;
    /** Only hosts and services are warned of. */
    readonly outcome: Outcome;
  };
  /** A name with characters that names may not have. */
  'illegal-name': { readonly item: Item; readonly key: string; readonly characters: readonly string[] };
  /** A service written without `host_name` and `hostgroup_name`. What a template has of them reaches it, but too late. */
  'unbound-service': { readonly item: Item };
}
