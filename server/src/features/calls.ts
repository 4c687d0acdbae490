/** `command!argument!argument`, around a cursor: what completion, signature help and hover start from. */
import type { Project, RawObject } from '../project/types';
import { directive as directiveNamed, type ReferenceShape } from '../schema';
import { settingNamed } from './completion/settings';
import type { Context, ValueCursor } from './context';
import { symbolsOf } from './symbols';
import { overridden } from '../model/names/parts';
import { targetOf } from '../model/names/scan';

export interface CallAt {
  /** Blanks taken off. */
  readonly name: string;
  /** As they are written, `\!` included. */
  readonly args: readonly string[];
  /** The argument that the cursor is in, counted from 0; -1 in the name. */
  readonly active: number;
  /** Everything from the beginning of the call: what stands before the cursor, and what behind it up to the call's end. */
  readonly cursor: ValueCursor;
  /** The object that makes the call; undefined for a setting. */
  readonly object: RawObject | undefined;
  /** The directive or the setting that the call is the value of. */
  readonly key: string;
}

/** Where an argument ends. */
const separator = /(?<!\\)!/;

/** The call that the cursor is in; undefined where none can be. */
export function callAt(context: Context): CallAt | undefined {
  if (context.kind === 'setting' && context.part === 'value') {
    const { key } = context.setting;
    return inShape(settingNamed(key)?.reference?.shape, context.cursor, undefined, key);
  }
  if (context.kind !== 'value') return undefined;
  const { object, property, cursor } = context;
  const target = targetOf(object, property.key);
  if (target?.shape !== 'override') return inShape(target?.shape, cursor, object, property.key);
  const override = overridden(cursor.before);
  if (!override) return undefined;
  const shape = directiveNamed('service', override.key)?.reference?.shape;
  return inShape(shape, cursorFrom(cursor, override.value.at), object, override.key);
}

function inShape(
  shape: ReferenceShape | undefined,
  cursor: ValueCursor,
  object: RawObject | undefined,
  key: string,
): CallAt | undefined {
  if (shape !== 'call' && shape !== 'calls') return undefined;
  const own = shape === 'call' ? cursor : cutAtCommas(cursor);
  const [name = '', ...args] = (own.before + own.after).split(separator);
  const active = own.before.split(separator).length - 2;
  return { name: name.trim(), args, active, cursor: own, object, key };
}

/** One of several calls between commas. */
function cutAtCommas(cursor: ValueCursor): ValueCursor {
  const own = cursorFrom(cursor, cursor.before.lastIndexOf(',') + 1);
  return { ...own, after: own.after.slice(0, own.after.search(/,|$/)) };
}

/** The cursor within what begins `start` characters into the text before it. */
export function cursorFrom(cursor: ValueCursor, start: number): ValueCursor {
  return {
    before: cursor.before.slice(start),
    after: cursor.after,
    spanOf: (from, end) => cursor.spanOf(start + from, end),
  };
}

/** Calls looked at to see what is usual. */
const MOST_CALLS = 2000;

/** What the calls of a command give for each argument, with how often; the commonest first. Empty values do not count. */
export function argumentsGiven(project: Project, name: string): readonly ReadonlyMap<string, number>[] {
  const counts: Map<string, number>[] = [];
  for (const { property, setting, object } of symbolsOf(project).references('command', name).slice(0, MOST_CALLS)) {
    const text = property?.value ?? setting?.value ?? '';
    const shape = object && property ? targetOf(object, property.key)?.shape : 'call';
    const calls =
      shape === 'calls' ? text.split(',') : [shape === 'override' ? (overridden(text)?.value.text ?? '') : text];
    for (const call of calls) {
      const [called = '', ...args] = call.split(separator);
      if (called.trim() !== name) continue;
      for (const [index, arg] of args.entries()) {
        const values = (counts[index] ??= new Map<string, number>());
        if (arg.trim() !== '') values.set(arg.trim(), (values.get(arg.trim()) ?? 0) + 1);
      }
    }
  }
  return Array.from(counts, (values) => new Map([...(values ?? [])].sort(([, a], [, b]) => b - a)));
}
