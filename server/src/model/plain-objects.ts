/**
 * The short way from lines to values, for objects in which nothing is out of the ordinary, as nearly all are: no directive twice, each one
 * known, each value as it should be. `create-items.ts` knows the long way, with all of the arbiter's quirks, and takes it for the others.
 */
import type { Directive } from '../schema';
import type { Line } from '../syntax/nodes';
import { convert } from './convert';
import type { Item, PropValue } from './item';
import type { Shape } from './shape';

/** What objects have been found to write one behind the other: a step for each key, from the first on. */
export class Course {
  private readonly next = new Map<string, Course | undefined>();
  private readonly nextAdding = new Map<string, Course | undefined>();
  private readonly lists = new Map<string, PropValue | undefined>();

  private constructor(
    /** Keys of the directives so far. */
    readonly shape: Shape,
    /** Of the last key; undefined for a custom macro. */
    readonly directive: Directive | undefined,
    /** The last key, as the arbiter knows it. */
    readonly key: string,
    /** Custom macros so far, and directives whose value waits for that of a template. */
    private readonly aside: readonly string[],
    private readonly directiveOf: (key: string) => Directive | undefined,
  ) {}

  /** `directiveOf` knows the directives of the type; it has none for what the short way cannot do. */
  static from(shape: Shape, directiveOf: (key: string) => Directive | undefined): Course {
    return new Course(shape, undefined, '', [], directiveOf);
  }
  /** One key more; undefined for one that takes the long way. */
  after(key: string): Course | undefined {
    const known = this.next.get(key);
    if (known || this.next.has(key)) return known;
    const course = key.startsWith('_') ? this.afterMacro(key.toUpperCase()) : this.afterDirective(key);
    this.next.set(key, course);
    return course;
  }
  private afterMacro(name: string): Course | undefined {
    if (this.aside.includes(name)) return undefined;
    return new Course(this.shape, undefined, name, [...this.aside, name], this.directiveOf);
  }
  /** As `after`, for a list that begins with a `+` and so is put aside. */
  afterAdding(key: string): Course | undefined {
    const known = this.nextAdding.get(key);
    if (known || this.nextAdding.has(key)) return known;
    const plain = key.startsWith('_') ? undefined : this.afterDirective(key);
    const isList = plain?.directive?.value === 'list';
    const course = isList
      ? new Course(this.shape, plain.directive, key, [...this.aside, key], this.directiveOf)
      : undefined;
    this.nextAdding.set(key, course);
    return course;
  }
  /** The value of the last key: one list of templates for all who write the same, as no phase ever changes it. */
  used(directive: Directive, text: string): PropValue | undefined {
    const known = this.lists.get(text);
    if (known !== undefined) return known;
    const list = valueOf(directive, text);
    this.lists.set(text, list);
    return list;
  }
  private afterDirective(key: string): Course | undefined {
    const directive = this.directiveOf(key);
    // An old name is found under its new one.
    if (directive?.name !== key || this.shape.at(key) !== undefined || this.aside.includes(key)) return undefined;
    return new Course(this.shape.with(directive.name), directive, key, this.aside, this.directiveOf);
  }
}

/** Values so far of the object in hand. A list that has grown has room for more; the copy of it that an object gets has not. */
const draft: PropValue[] = [];

/** Gives an item the values of its lines; false, and the item untouched, where one of them takes the long way. */
export function fillPlainly(item: Item, lines: readonly Line[], from: Course): boolean {
  draft.length = 0;
  const macros: string[] = [];
  let plus: Map<string, string[]> | undefined;
  let course = from;
  for (const { key, value: written } of lines) {
    const adds = written.startsWith('+');
    const text = adds ? written.slice(1) : written;
    const next = adds ? course.afterAdding(key) : course.after(key);
    if (!next || written === 'null' || !isOrdinary(text)) return false;
    const { directive } = next;
    if (directive) {
      const value = directive.name === 'use' && !adds ? next.used(directive, text) : valueOf(directive, text);
      if (value === undefined) return false;
      if (!adds) draft.push(value);
      else if (Array.isArray(value)) (plus ??= new Map<string, string[]>()).set(key, value);
    } else macros.push(next.key, text);
    course = next;
  }
  item.props.fill(course.shape, draft.slice());
  item.plus = plus;
  for (let at = 0; at < macros.length; at += 2) item.setCustom(macros[at] ?? '', macros[at + 1] ?? '');
  return true;
}

function valueOf(directive: Directive, text: string): PropValue | undefined {
  if (directive.value === 'string') return text;
  // A `+` means something at the head of a list, and deserves a word anywhere else in it.
  if (directive.value === 'list' && text.includes('+')) return undefined;
  const conversion = convert(directive, [text]);
  return 'value' in conversion ? conversion.value : undefined;
}

/** Begins with a character that is neither a `+` nor some blank. */
function isOrdinary(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7f && first !== 0x2b;
}
