import type { Analysis } from '../analysis';
import type { TextEdit, WorkspaceChange } from '../rules/rule';
import { builtInCommands } from '../schema';
import type { FilePosition } from './feature';
import { boundTo, definitionsOf } from './meaning';
import { placeText } from './objects';
import { collision } from './rename/collisions';
import { isOwnMacro, refusedName } from './rename/names';
import { changedPattern } from './rename/patterns';
import { misread } from './rename/reread';
import { keyOf, spaceTitle } from '../model/names/spaces';
import { symbolsOf, type Occurrence } from './symbols';

/** Why a name cannot be changed: for the user to read. */
export class RenameError extends Error {}

export interface RenameTarget {
  readonly span: Occurrence['at']['span'];
  readonly name: string;
}

/**
 * The name under the cursor; undefined where there is none.
 * @throws RenameError when it is one that cannot be changed.
 */
export function prepareRename(analysis: Analysis, at: FilePosition): RenameTarget | undefined {
  const occurrence = symbolsOf(analysis.project).at(at);
  if (!occurrence) return undefined;
  const refusal = refusalOf(analysis, occurrence);
  if (refusal !== undefined) throw new RenameError(refusal);
  const text = analysis.project.files.get(at.file)?.text ?? '';
  return { span: occurrence.at.span, name: text.slice(occurrence.at.span.start, occurrence.at.span.end) };
}

/**
 * Gives the name under the cursor another text, wherever it is said; in the other configurations, too, that read one of its definitions.
 * Whatever is touched is read again before it is handed out: each place must say the new name and nothing else.
 * @throws RenameError when there is no such name, the new one cannot be one or is taken, or something would mean something else.
 */
export function rename(
  analysis: Analysis,
  at: FilePosition,
  newName: string,
  others: readonly Analysis[] = [],
): WorkspaceChange {
  const { project } = analysis;
  const occurrence = symbolsOf(project).at(at);
  if (!occurrence) throw new RenameError('There is no name to change here.');
  const wanted = newName.trim();
  const all = [analysis, ...others.filter((other) => other.project !== project)];
  const bound = boundTo(analysis, occurrence, all.slice(1));
  const from = keyOf(occurrence.space, occurrence.name);
  const refusal =
    refusalOf(analysis, occurrence) ??
    refusedName(analysis, occurrence, bound, wanted) ??
    (keyOf(occurrence.space, wanted) === from ? undefined : first(all, (one) => collision(one, bound, wanted))) ??
    first(all, (one) => changedPattern(one, bound, wanted));
  if (refusal !== undefined) throw new RenameError(refusal);

  const edits = bound.map(({ at: { file, span }, space, name }): TextEdit => {
    const text = textOf(all, file).slice(span.start, span.end);
    if (keyOf(space, text) !== keyOf(space, name)) {
      const how = /[\r\n]/.test(text) ? 'broken over several lines' : 'not written as it is read';
      throw new RenameError(`The name is ${how} in ${placeText(project, { file, span })}.`);
    }
    return { file, span, newText: wanted };
  });
  const wrong = misread((file) => textOf(all, file), edits, keyOf(occurrence.space, wanted));
  if (wrong) throw new RenameError(`${wanted} would be read as something else in ${placeText(project, wrong)}.`);
  return { edits, newFiles: [] };
}

function textOf(all: readonly Analysis[], file: string): string {
  return first(all, ({ project }) => project.files.get(file)?.text) ?? '';
}

function first<From, To>(all: readonly From[], look: (one: From) => To | undefined): To | undefined {
  for (const one of all) {
    const found = look(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Why no other name will do, whatever it is. */
function refusalOf(analysis: Analysis, occurrence: Occurrence): string | undefined {
  const { space, name } = occurrence;
  if (space === 'trigger') return `A trigger is called as its file: rename ${name}.trig, and this name follows.`;
  if ((space === 'poller-tag' || space === 'reactionner-tag') && name === 'None')
    return 'None is Shinken’s own tag, of whatever has no other.';
  if (space === 'command' && (builtInCommands as readonly string[]).includes(name))
    return `${name} is Shinken’s own command.`;
  if (definitionsOf(analysis, occurrence).length > 0) return undefined;
  return space === 'macro' && isOwnMacro(name)
    ? `$${name}$ is Shinken’s own macro.`
    : `There is no ${spaceTitle(space)} called ${name}.`;
}
