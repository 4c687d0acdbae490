/** A name in the text: where an object gets it, or where another one says it. */
import type { Place, RawObject, RawProperty, RawSetting } from '../../project/types';
import type { ObjectTypeName } from '../../schema';
import type { Span } from '../../syntax/nodes';

/** A family of names that are looked for among themselves. */
export type Space =
  | ObjectTypeName
  /** The `name` of templates, one family an object type. */
  | `template ${ObjectTypeName}`
  | 'poller-tag'
  | 'reactionner-tag'
  /** A daemon of any kind, as a satellite map names it. */
  | 'satellite'
  /** `$NAME$` of a resource file, by name without dollars. */
  | 'macro'
  /** `_NAME` of hosts, services and contacts, in upper case and without the underscore. */
  | `custom ${CustomOwner}`;

export type CustomOwner = 'host' | 'service' | 'contact';

export interface Occurrence {
  readonly role: 'definition' | 'reference';
  readonly space: Space;
  /** As it is looked for. */
  readonly name: string;
  /** The text that says the name, without `!`, `+` and the like. */
  readonly at: Place;
  /** The text in which a cursor means it, where that is more: a whole macro. */
  readonly reach?: Span;
  /** The object whose property it stands in; undefined in a setting and for a trigger's file. */
  readonly object?: RawObject;
  readonly property?: RawProperty;
  readonly setting?: RawSetting;
  /** The host of a service, where it stands beside it. */
  readonly host?: string;
}

/** A part of a decoded value. */
export interface Part {
  readonly text: string;
  /** Offset in the decoded value. */
  readonly at: number;
}
