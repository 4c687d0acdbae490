/** An object as an entry of an outline or of a hierarchy. */
import type { FilePath, Project, RawObject } from '../project/types';
import { objectType, type ObjectTypeName } from '../schema';
import type { Span } from '../syntax/nodes';
import { headOf } from '../syntax/object-node';
import { touches, type FilePosition } from './feature';
import { shortDetail } from './objects';
import { symbolsOf } from './symbols';
import { isTemplate, nameProperty, titleOf, written } from '../model/names/written';

export type ObjectKind = ObjectTypeName | 'template' | 'unknown';

export interface ObjectItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: ObjectKind;
  readonly file: FilePath;
  readonly span: Span;
  /** The name in it; the head of an object without one. */
  readonly selection: Span;
}

/** `more`: what is to be said of it besides. */
export function objectItem(object: RawObject, more = shortDetail(object) ?? ''): ObjectItem {
  const { file, node } = object;
  const type = objectType(object.type);
  const name = nameProperty(object);
  const inside = name && name.value !== '' && name.file === file && name.node.value.span.end <= node.span.end;
  const detail = [type?.title ?? object.type, isTemplate(object) ? 'template' : '', more];
  return {
    name: nameOf(object),
    detail: detail.filter((part) => part !== '').join(' · '),
    kind: isTemplate(object) ? 'template' : (type?.name ?? 'unknown'),
    file,
    span: node.span,
    selection: inside ? name.node.value.span : headOf(node),
  };
}

/** Its own name; of what has none, whom it is about. */
function nameOf(object: RawObject): string {
  const title = isTemplate(object) || objectType(object.type)?.nameDirective ? titleOf(object) : aboutWhom(object);
  return title || titleOf(object) || object.type || 'define';
}

function aboutWhom(object: RawObject): string {
  const whom = service(hosts(object, ''), written(object, 'service_description'));
  const dependent = service(hosts(object, 'dependent_'), written(object, 'dependent_service_description'));
  return whom !== '' && dependent !== '' ? `${dependent} → ${whom}` : whom;
}

function hosts(object: RawObject, prefix: '' | 'dependent_'): string {
  return written(object, `${prefix}host_name`) ?? written(object, `${prefix}hostgroup_name`) ?? '';
}

function service(host: string, description: string | undefined): string {
  return [host, description ?? ''].filter((part) => part !== '').join('/');
}

/** The object around a position. */
export function objectAt(project: Project, { file, offset }: FilePosition): RawObject | undefined {
  return symbolsOf(project)
    .objectsIn(file)
    .find((object) => object.file === file && touches(object.node.span, offset));
}

/** What is kept of an item until its neighbours are asked for. */
export interface ItemKey extends FilePosition {
  readonly name: string;
  readonly kind: ObjectKind;
}

/** The object that an item was made of, if it is still there: the text may have changed since then. */
export function objectOfItem(project: Project, { name, kind, ...at }: ItemKey): RawObject | undefined {
  const isIt = (object: RawObject): boolean => {
    const item = objectItem(object);
    return item.name === name && item.kind === kind;
  };
  const there = objectAt(project, at);
  return there && isIt(there) ? there : symbolsOf(project).objectsIn(at.file).find(isIt);
}
