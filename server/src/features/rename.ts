import type { Analysis } from '../analysis';
import type { Project } from '../project/types';
import type { TextEdit, WorkspaceChange } from '../rules/rule';
import { mainSettings } from '../schema';
import type { Span } from '../syntax/nodes';
import type { FilePosition } from './feature';
import { placeText } from './objects';
import { occurrencesOf } from './references';
import { symbolsOf, type Occurrence, type Space } from './symbols';

/** Why a name cannot be changed: for the user to read. */
export class RenameError extends Error {}

export interface RenameTarget {
  readonly span: Span;
  readonly name: string;
}

/** The name under the cursor, if every place that says it is known. */
export function prepareRename({ project }: Pick<Analysis, 'project'>, at: FilePosition): RenameTarget | undefined {
  const occurrence = symbolsOf(project).at(at);
  if (!occurrence || !renamable(project, occurrence)) return undefined;
  const text = project.files.get(at.file)?.text ?? '';
  return { span: occurrence.at.span, name: text.slice(occurrence.at.span.start, occurrence.at.span.end) };
}

/**
 * Gives the name under the cursor another text, wherever it is said.
 * @throws RenameError when there is no such name there, the new one cannot be one, or it is taken.
 */
export function rename({ project }: Pick<Analysis, 'project'>, at: FilePosition, newName: string): WorkspaceChange {
  const symbols = symbolsOf(project);
  const occurrence = symbols.at(at);
  if (!occurrence || !renamable(project, occurrence)) throw new RenameError('There is no name to change here.');
  const { space, name } = occurrence;
  const wanted = newName.trim();
  const illegal = illegalIn(project, space, wanted);
  if (wanted === '') throw new RenameError('A name cannot be empty.');
  if (illegal) throw new RenameError(`A name cannot hold ${illegal}.`);
  if (wanted !== name && symbols.definitions(space, keyOf(space, wanted)).length > 0) {
    throw new RenameError(`${wanted} is defined already.`);
  }
  const edits = occurrencesOf(symbols, occurrence).map(({ at: { file, span } }): TextEdit => {
    const text = project.files.get(file)?.text.slice(span.start, span.end) ?? '';
    if (keyOf(space, text) !== name) {
      throw new RenameError(`The name is broken over several lines in ${placeText(project, { file, span })}.`);
    }
    return { file, span, newText: wanted };
  });
  return { edits, newFiles: [] };
}

/** Only what has a definition in the text; files of triggers, Shinken's own tag and its own macros have none to change. */
function renamable(project: Project, { space, name }: Occurrence): boolean {
  if (space === 'trigger' || ((space === 'poller-tag' || space === 'reactionner-tag') && name === 'None')) return false;
  return symbolsOf(project).definitions(space, name).length > 0;
}

function keyOf(space: Space, name: string): string {
  return space.startsWith('custom ') ? name.toUpperCase() : name;
}

const illegalCharacters = mainSettings.find(({ name }) => name === 'illegal_object_name_chars')?.default ?? '';

/** What the new name must not hold, as a person would say it: characters that end a value, part a list or that Shinken refuses. */
function illegalIn(project: Project, space: Space, name: string): string | undefined {
  if (space === 'macro' || space.startsWith('custom ')) return /[^A-Za-z0-9_]/.exec(name)?.[0];
  const checked = space === 'host' || space === 'service' || space === 'contact';
  const setting = project.settings.findLast(({ key }) => key === 'illegal_object_name_chars')?.value;
  const refused = `,;!\r\n${checked ? (setting ?? illegalCharacters) : ''}`;
  const found = [...name].find((character) => refused.includes(character));
  if (found !== undefined) return /[\r\n]/.test(found) ? 'a line break' : found === ' ' ? 'a blank' : found;
  return /^\+|[&|()]/.exec(name)?.[0];
}
