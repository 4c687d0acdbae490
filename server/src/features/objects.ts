/** How an object is shown: in a list, beside a name, in a hover. */
import type { FilePath, Place, Project, RawObject } from '../project/types';
import { objectType } from '../schema';
import type { Markdown } from './feature';
import { lineAt } from './lines';
import { block, escape, paragraphs } from './markdown';
import { MASK, shownValue } from './secrets';
import { isTemplate, nameProperty, titleOf, written } from '../model/names/written';

/** `host web-1`. */
export function summary(object: RawObject): string {
  const title = objectType(object.type)?.title ?? object.type;
  return `${title}${isTemplate(object) ? ' template' : ''} ${titleOf(object)}`.trim();
}

/** The directives that say most about an object of any type, best first. */
const telling = [
  'command_line',
  'address',
  'alias',
  'display_name',
  'module_type',
  'email',
  'host_name',
  'hostgroup_name',
  'check_command',
  'members',
  'realm',
] as const;

/** The one thing to know about an object beside its name. */
export function shortDetail(object: RawObject): string | undefined {
  const name = nameProperty(object);
  const key = telling.find((one) => one !== name?.key && written(object, one));
  const value = key && written(object, key);
  return value && shortened(value);
}

/** A value, cut where it would fill a list. */
export function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}

/** How many lines of an object a hover shows. */
const shownLines = 12;

/** The object as it is written, and where: with a link, or in plain text where links lead nowhere. */
export function objectMarkdown(project: Project, object: RawObject, link?: (place: Place) => string): Markdown {
  const { start } = object.node.span;
  const lines = sourceOf(project, object).split(/\r\n|\r|\n/);
  const shown = lines.length > shownLines ? [...lines.slice(0, shownLines - 1), '    …', '}'] : lines;
  const place = { file: object.file, span: { start, end: start } };
  const where = link ? placeLink(project, place, link) : escape(placeText(project, place));
  return paragraphs(`**${escape(summary(object))}** — ${where}`, block(shown.join('\n')));
}

/** The text of an object but for its passwords. */
function sourceOf(project: Project, { file, node, properties }: RawObject): string {
  const text = project.files.get(file)?.text ?? '';
  let shown = '';
  let at = node.span.start;
  for (const property of properties) {
    if (property.file !== file || shownValue(property) === property.value) continue;
    const { start, end } = property.node.value.span;
    shown += text.slice(at, start) + MASK;
    at = end;
  }
  return shown + text.slice(at, node.span.end);
}

/** A link that says file and line. */
export function placeLink(project: Project, place: Place, link: (place: Place) => string): Markdown {
  return `[${escape(placeText(project, place))}](${link(place)})`;
}

/** File and line, counted from 1. */
export function placeText(project: Project, place: Place): string {
  const tree = project.files.get(place.file)?.tree;
  return `${relative(project, place.file)}:${tree ? lineAt(tree, place.span.start) : 1}`;
}

/** The path as seen from the folder of the main file, where it lies below it. */
export function relative({ mains, cwd }: Project, file: FilePath): string {
  const main = mains[0];
  const folder = main === undefined ? cwd : main.slice(0, main.lastIndexOf('/'));
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
