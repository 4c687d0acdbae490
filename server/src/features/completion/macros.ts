/** `$NAME$` behind a dollar. */
import type { Project, RawObject } from '../../project/types';
import type { ValueCursor } from '../context';
import { macrosFor, type KnownMacro } from '../macros';
import { completionList, type CompletionItem, type CompletionList } from './item';

const ranks: Readonly<Record<KnownMacro['source'], number>> = {
  argument: 0,
  duplicate: 1,
  resource: 2,
  custom: 3,
  object: 4,
  notification: 5,
  global: 6,
};

/** Macros, when the cursor stands behind a dollar that begins one; undefined anywhere else. */
export function macroCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
): CompletionList | undefined {
  const { before, after } = cursor;
  const dollar = before.lastIndexOf('$');
  const opens = before.split('$').length % 2 === 0;
  const typed = before.slice(dollar);
  if (!opens || !/^\$\w*$/.test(typed)) return undefined;
  const rest = /^\w*\$/.exec(after)?.[0].length ?? /^\w*/.exec(after)?.[0].length ?? 0;
  const items = macrosFor(project, object).map(({ name, source, detail, doc }): CompletionItem => {
    return { label: `$${name}$`, kind: 'macro', detail, documentation: doc, rank: ranks[source] };
  });
  return completionList(cursor.spanOf(dollar, rest), items, typed);
}
