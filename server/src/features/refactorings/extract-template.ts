/**
 *     define host {                     define host {
 *         host_name       web-1             name            web-host
 *         check_command   web               register        0
 *         check_interval  5                 check_command   web
 *     }                                     check_interval  5
 *     define host {                     }
 *         host_name       web-2      →  define host {
 *         check_command   web               host_name       web-1
 *         check_interval  5                 use             web-host
 *     }                                 }
 *                                       define host {
 *                                           host_name       web-2
 *                                           use             web-host
 *                                       }
 */
import type { Analysis } from '../../analysis';
import type { RawObject, RawProperty } from '../../project/types';
import { edits } from '../../rules/edits';
import { definition, deleteLines } from '../../rules/fixes';
import { breakOf, lineStart, nextLine, withComments } from '../../rules/lines';
import type { TextEdit, WorkspaceChange } from '../../rules/rule';
import type { ObjectType } from '../../schema';
import { symbolsOf } from '../symbols';
import type { Refactoring } from './offer';
import { objectsAt, textOf, wholeObjects } from './place';
import { usualPlace } from './order-directives';
import { proven } from './same-effect';
import { inheritingType, isHandedOn, meantBy, usedBy } from './templates';

/** Without a selection, what two others share with the object at the cursor is worth a template from here on. */
const WORTH_IT = 3;

/** How many objects before and behind that one are looked at. */
const NEIGHBOURS = 100;

/** Moves what the selected objects share, or what others share with the one at the cursor, to a template of theirs. */
export const extractTemplate: Refactoring = (analysis, range, surroundings) => {
  const { project } = analysis;
  const [first, ...selected] = objectsAt(project, range);
  const type = first && inheritingType(first);
  if (!first || !type || selected.some((other) => other.type !== first.type)) return [];
  const same = wholeObjects(project, range.file).filter((other) => other.type === first.type);
  const at = same.indexOf(first);
  const others = same.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS).filter((other) => other !== first);
  const group = selected.length > 0 ? shareOf(type, first, selected) : bestShare(type, first, others);
  if (!group || [...group.objects].some((object) => usedBy(object) === undefined)) return [];
  const name = newName(analysis, type, group);
  const count = String(group.shared.length);
  const text = textOf(project, range.file);
  const template = templateOf(text, type, name, group);
  return [
    {
      title: `Extract ${count} common directive${count === '1' ? '' : 's'} into the template ${name}`,
      kind: 'refactor.extract',
      costly: true,
      nameAt: { file: range.file, offset: template.span.start + template.newText.indexOf(` ${name}`) + 1 },
      change: () => proven(analysis, extraction(text, name, template, group), surroundings),
    },
  ];
};

/** Objects, in the order of the text, and what all of them say: the first one's properties. */
interface Group {
  readonly first: RawObject;
  readonly objects: readonly RawObject[];
  readonly shared: readonly RawProperty[];
}

function shareOf(type: ObjectType, first: RawObject, others: readonly RawObject[]): Group | undefined {
  const said = others.map((other) => new Set(movable(type, other).map(saying)));
  const shared = movable(type, first).filter((property) => said.every((one) => one.has(saying(property))));
  const objects = [first, ...others].sort((a, b) => a.node.span.start - b.node.span.start);
  return shared.length > 0 ? { first: objects[0] ?? first, objects, shared } : undefined;
}

/** The others with which the most lines are saved. */
function bestShare(type: ObjectType, first: RawObject, others: readonly RawObject[]): Group | undefined {
  const own = new Map(movable(type, first).map((property) => [saying(property), property]));
  const sharers = others
    .map((object) => ({
      object,
      shares: movable(type, object)
        .map(saying)
        .filter((one) => own.has(one)),
    }))
    .filter(({ shares }) => shares.length >= WORTH_IT)
    .sort((a, b) => b.shares.length - a.shares.length);
  let [best, most] = [0, 0];
  let left = new Set(own.keys());
  for (const [index, { shares }] of sharers.entries()) {
    left = new Set(shares.filter((one) => left.has(one)));
    if (left.size < WORTH_IT) break;
    if (index > 0 && left.size * (index + 1) > most) [best, most] = [index + 1, left.size * (index + 1)];
  }
  return best === 0
    ? undefined
    : shareOf(
        type,
        first,
        sharers.slice(0, best).map(({ object }) => object),
      );
}

const saying = ({ key, value }: RawProperty): string => `${key} ${value}`;

/** Directives that say which object it is, or where: these stay with it. */
const staying =
  /^(?:dependent_)?(?:host_name|hostgroup_name|service_description|servicegroup_name)$|^display_name$|^duplicate_foreach$/;

/** What a template could say for the object, with the same effect. */
function movable(type: ObjectType, { properties }: RawObject): readonly RawProperty[] {
  return properties.filter(({ key, value }) => {
    const means = meantBy(type, key);
    return (
      isHandedOn(type, key) &&
      means !== type.nameDirective &&
      !staying.test(means) &&
      value !== '' &&
      value !== 'null' &&
      !value.startsWith('+') &&
      properties.filter((other) => meantBy(type, other.key) === means).length === 1
    );
  });
}

/** Called after what its objects have in common, and by no name that anything has or says. */
function newName({ model, project }: Analysis, { name: type }: ObjectType, { shared }: Group): string {
  const telling = ['hostgroups', 'servicegroups', 'contactgroups', 'check_command', 'contact_groups', 'contacts'];
  const known = shared.find(({ key, value }) => telling.includes(key) && /^[\w.-]+(?:!.*)?$/.test(value));
  const base = `${known ? (known.value.split('!')[0] ?? '') : 'common'}-${type}`;
  const symbols = symbolsOf(project);
  const isTaken = (name: string): boolean =>
    symbols.definitions(`template ${type}`, name).length > 0 ||
    symbols.references(`template ${type}`, name).length > 0 ||
    [model.find('host', name), model.find('hostgroup', name)].some((one) => one !== undefined);
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}-${String(number)}`;
  return name;
}

/** The new definition above the first of its objects. It comes before all other changes of the file. */
function templateOf(text: string, { name: type }: ObjectType, name: string, { first, shared }: Group): TextEdit {
  const start = withComments(text, first.node.span.start);
  const directives = shared.map(({ key, value }) => [key, value] as const);
  const template = definition(type, [['name', name], ['register', '0'], ...directives]) + '\n';
  return { file: first.file, span: { start, end: start }, newText: template.replaceAll('\n', breakOf(text)) };
}

function extraction(text: string, name: string, template: TextEdit, { objects, shared }: Group): WorkspaceChange {
  const said = new Set(shared.map(saying));
  const uses = objects.flatMap((object) => {
    const gone = object.properties.filter((property) => said.has(saying(property)));
    return usesTemplate(text, name, object, gone);
  });
  return edits(template, ...uses);
}

/** Takes the directives out of an object, and makes the template its first one: what the object said itself came before all templates. */
function usesTemplate(text: string, name: string, object: RawObject, gone: readonly RawProperty[]): TextEdit[] {
  const { file, properties } = object;
  const use = properties.find(({ key }) => key === 'use');
  const removed = gone.map(({ node }) => deleteLines(text, file, node.span));
  const [first] = properties;
  if (use) {
    const { start } = use.node.value.span;
    const gap = /,[ \t]+/.test(use.node.value.text) ? ', ' : ',';
    return [{ file, span: { start, end: start }, newText: name + gap }, ...removed];
  }
  if (!first) return removed;
  const place = usualPlace(object);
  const later = properties.findIndex(({ key }) => place(key) > place('use'));
  const before = properties[(later < 0 ? properties.length : later) - 1];
  const { span, keySpan, value } = (before ?? first).node;
  const start = before ? nextLine(text, span.end) : lineStart(text, span.start);
  const gap = text.slice(keySpan.end, value.span.start);
  const written = gap.includes('\t')
    ? `use${gap}`
    : 'use'.padEnd(Math.max(4, keySpan.end - keySpan.start + gap.length));
  const line = text.slice(lineStart(text, span.start), span.start) + written + name + breakOf(text);
  const same = removed.find((edit) => edit.span.start === start);
  const rest = removed.filter((edit) => edit !== same);
  return [{ file, span: same?.span ?? { start, end: start }, newText: line }, ...rest];
}
