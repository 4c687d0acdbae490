/** The proof of a rename: the changed files, read again, say the same as before but for the one name. */
import { addTo } from '../../project/lists';
import { Reading } from '../../project/reading';
import type { FilePath, Place, RawObject, RawSetting } from '../../project/types';
import { editedText } from '../../rules/edits';
import type { TextEdit } from '../../rules/rule';
import { parse } from '../../syntax/parser';
import type { Occurrence } from '../symbols';
import { occurrencesIn, settingOccurrences } from '../../model/names/scan';
import { keyOf } from '../../model/names/spaces';

/** The first place that would be read as something else than the new name, or as something else than it is now; undefined for none. */
export function misread(
  textOf: (file: FilePath) => string,
  edits: readonly TextEdit[],
  wanted: string,
): Place | undefined {
  const byFile = new Map<FilePath, TextEdit[]>();
  for (const edit of edits) {
    addTo(byFile, edit.file, edit);
  }
  for (const [file, own] of byFile) {
    const text = textOf(file);
    const edited = new Set(own.map(({ span }) => span.start));
    const wrong = compare(read(file, text), read(file, editedText(text, own)), edited, wanted);
    if (wrong) return { file, span: wrong.start < text.length ? wrong : { start: 0, end: 0 } };
  }
  return undefined;
}

interface Read {
  readonly objects: readonly RawObject[];
  readonly settings: readonly RawSetting[];
}

function read(file: FilePath, text: string): Read {
  const reading = new Reading();
  const tree = parse(text, undefined, undefined, { file });
  reading.take(file, tree, tree, false);
  return reading;
}

type Span = Place['span'];

/** `edited`: where edits begin. */
function compare(before: Read, after: Read, edited: ReadonlySet<number>, wanted: string): Span | undefined {
  const [first = 0] = edited;
  if (before.objects.length !== after.objects.length || before.settings.length !== after.settings.length)
    return { start: first, end: first };
  for (const [index, object] of before.objects.entries()) {
    const other = after.objects[index];
    if (!other || !isSameShape(object, other)) return object.node.span;
    const wrong = compareNames(occurrencesIn(object), occurrencesIn(other), edited, wanted);
    if (wrong) return wrong;
  }
  for (const [index, setting] of before.settings.entries()) {
    const other = after.settings[index];
    if (!other) return setting.node.span;
    const wrong = compareNames(settingOccurrences(setting), settingOccurrences(other), edited, wanted);
    if (wrong) return wrong;
  }
  return undefined;
}

function isSameShape(object: RawObject, other: RawObject): boolean {
  const { lines } = other;
  return (
    object.type === other.type &&
    object.node.closedBy === other.node.closedBy &&
    object.lineCount === other.lineCount &&
    object.lines.every(({ key }, index) => key === lines[index]?.key || key.startsWith('_'))
  );
}

function compareNames(
  names: readonly Occurrence[],
  others: readonly Occurrence[],
  edited: ReadonlySet<number>,
  wanted: string,
): Span | undefined {
  for (const [index, { space, name, role, at }] of names.entries()) {
    const other = others[index];
    const expected = edited.has(at.span.start) ? keyOf(space, wanted) : name;
    if (other?.space !== space || other.role !== role || other.name !== expected) return at.span;
  }
  return names.length === others.length ? undefined : (names.at(-1)?.at.span ?? others.at(-1)?.at.span);
}
