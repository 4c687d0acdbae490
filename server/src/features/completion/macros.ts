/** `$NAME$` behind a dollar, and the objects that a macro asks by name: `$HOSTSTATE:web-1$`. */
import type { Project, RawObject } from '../../project/types';
import { objectTypeList } from '../../schema';
import { cursorFrom } from '../calls';
import type { ValueCursor } from '../context';
import { macrosFor, type KnownMacro } from '../macros';
import { hostsOf } from '../../model/names/written';
import { familyCompletion } from './family';
import { completionList, type CompletionItem, type CompletionList } from './item';
import { hostsNamed, serviceCompletion } from './services';
import { tokenAt } from './token';

const ranks: Readonly<Record<KnownMacro['source'], number>> = {
  argument: 0,
  duplicate: 1,
  resource: 2,
  custom: 3,
  object: 4,
  notification: 5,
  global: 6,
};

/** Macros, when the cursor stands behind a dollar that begins one; undefined anywhere else. `only`: those of some kinds. */
export function macroCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
  only?: readonly KnownMacro['source'][],
): CompletionList | undefined {
  const { before, after } = cursor;
  const dollar = before.lastIndexOf('$');
  const opens = before.split('$').length % 2 === 0;
  const typed = before.slice(dollar);
  if (!opens) return undefined;
  if (/^\$[A-Z]+:[^$]*$/.test(typed) && !only) return onDemand(project, object, cursorFrom(cursor, dollar + 1));
  if (!/^\$\w*$/.test(typed)) return undefined;
  const rest = /^\w*\$/.exec(after)?.[0].length ?? /^\w*/.exec(after)?.[0].length ?? 0;
  const items = macrosFor(project, object)
    .filter(({ source }) => !only || only.includes(source))
    .map(({ name, source, detail, uses = 0, next }): CompletionItem => {
      // What is used most comes first among its like: nearer to the rank of its kind.
      const rank = ranks[source] + (next ? -1 : source === 'argument' ? Number(name.slice(3)) / 100 : 0.5 / (uses + 1));
      return { label: `$${name}$`, kind: 'macro', detail, rank };
    });
  return items.length > 0 ? completionList(cursor.spanOf(dollar, rest), items, typed, { of: 'macros' }) : undefined;
}

/** The object that a macro asks: a host, its service, a group. The macro is closed behind the last name. */
function onDemand(project: Project, object: RawObject | undefined, cursor: ValueCursor): CompletionList | undefined {
  const [macro = '', first = '', ...others] = cursor.before.split(':');
  const type = objectTypeList.find(({ macros }) => Object.hasOwn(macros, macro))?.name;
  if (!type || others.length > (type === 'service' ? 1 : 0)) return undefined;
  const token = tokenAt(cursor, /[:$]/);
  const close = cursor.after.startsWith('$', token.span.end - token.span.start - token.typed.length) ? '' : '$';
  if (type !== 'service') return closed(familyCompletion(project, type, token), close);
  if (others.length === 0) {
    const list = familyCompletion(project, 'host', token);
    const behind = cursor.after.startsWith(':') ? '' : ':';
    return { ...list, items: list.items.map((item) => ({ ...item, insertText: item.label + behind, goesOn: true })) };
  }
  const own = object?.type === 'host' ? [object] : hostsNamed(project, object ? hostsOf(object) : []);
  return closed(serviceCompletion(project, first === '' ? own : hostsNamed(project, [first]), token), close);
}

function closed(list: CompletionList, close: string): CompletionList {
  return close === ''
    ? list
    : { ...list, items: list.items.map((item) => ({ ...item, insertText: item.label + close })) };
}
