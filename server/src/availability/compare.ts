/**
 * Two copies of a configuration, compared by what they say: object by object, setting by setting. The order of objects and of directives,
 * comments, layout, and which file something stands in make no difference. What is compared is what is written, not what takes effect.
 *
 * No difference is to be expected: by Shinken's documentation both arbiters have the very same folder, and what is particular to one of
 * the machines (its `host_name`, its daemons) stands in both.
 */
import type { Copy, Place } from '../project/types';
import { compareObjects } from './compare/objects';
import { compareSettings } from './compare/settings';
import { compareTriggers } from './compare/triggers';
import { rootsOf } from './compare/values';

export type Side = 'a' | 'b';

/** What one side says. */
export interface Written {
  /** The decoded value; lines of a directive that is written more than once stand below each other. */
  readonly text: string;
  readonly place: Place;
}

/** A directive, or the setting itself, that the sides have differently. */
export interface ValueDifference {
  readonly key: string;
  /** Undefined where a side does not have it. */
  readonly a: Written | undefined;
  readonly b: Written | undefined;
  /** Of a list whose order means nothing: the items that only one side has. */
  readonly items?: Readonly<Record<Side, readonly string[]>>;
}

/** A thing that the sides do not have alike. */
export interface Difference {
  readonly kind: 'include' | 'setting' | 'macro' | 'object' | 'trigger';
  /** The type of an object, the directive of an include line; else as `kind`. */
  readonly type: string;
  /** As the command line names objects; `''` for what has no name. */
  readonly name: string;
  /** A template, which others inherit from. */
  readonly template?: true;
  /** Where each side has it; undefined where it does not. */
  readonly a: Place | undefined;
  readonly b: Place | undefined;
  /** It stands on one side only, and yet the other side has one of that name: this one is a further definition. */
  readonly again?: true;
  /** What differs where both sides have it, in the order of the lines; none for a trigger, whose text differs. */
  readonly values: readonly ValueDifference[];
}

export interface Comparison {
  readonly a: Copy;
  readonly b: Copy;
  /** Include lines, settings and macros first, then objects and triggers; each in the order of A, then of B. */
  readonly differences: readonly Difference[];
}

/** Compares two copies. An absolute path below the folder of either means that place in both. */
export function compareCopies(a: Copy, b: Copy): Comparison {
  const roots = rootsOf(a, b);
  const differences = [
    ...compareSettings(a, b, roots),
    ...compareObjects(a.project, b.project, roots),
    ...compareTriggers(a, b),
  ];
  return { a, b, differences };
}

/** `host web-1`, `template host generic`, `setting log_level`, `cfg_dir hosts`. */
export function differenceTitle({ type, name, template }: Difference): string {
  return `${template ? 'template ' : ''}${type} ${name === '' ? '(without a name)' : name}`;
}

/** What differs, in a few words: `address, parents`, or on which side it is missing. */
export function differenceSummary({ a, b, again, values, kind }: Difference, names: Record<Side, string>): string {
  if (!a || !b) return `${again ? 'once more' : 'only'} in ${a ? names.a : names.b}`;
  return kind === 'object' ? values.map(({ key }) => key).join(', ') : changes[kind];
}

const changes = {
  include: 'not read alike',
  setting: 'another value',
  macro: 'another value',
  trigger: 'another text',
} as const;
