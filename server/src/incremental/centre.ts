/** Whether an edit is one whose reach is known, and what it begins at. */
import type { Item } from '../model/item';
import type { Model } from '../model/types';
import { nameParts } from '../model/names/parts';
import { directiveOf, hostsOf, written } from '../model/names/written';
import type { RawObject, RawProperty } from '../project/types';
import { objectType } from '../schema';
import { objectEdit } from './directives';
import type { FileChange } from './file-change';
import { isBusinessRule, type Neighbours } from './neighbours';

export interface Centre {
  /** The objects that were and those that are instead. */
  readonly objects: readonly RawObject[];
  /** Services have come, gone, or are others than before. */
  readonly isElsewhere: boolean;
  /** Only numbers and texts for people are others, which no daemon has to do with, and no service with its host's: no rule names them. */
  readonly isInward: boolean;
}

/** So many objects may come or go at once, and a service may be written for so many hosts. */
const MOST = 20;

/** Hosts and services that are no templates, as long as the hosts and the names that others go by stay as they are. */
export function centreOf({ removed, added }: FileChange, model: Model, neighbours: Neighbours): Centre | undefined {
  const objects = [...removed, ...added];
  if (objects.length > MOST || !objects.every((object) => isPlain(object, model))) return undefined;
  const [before, now] = [removed[0], added[0]];
  if (before && now && objects.length === 2) {
    // Of hosts with one name only one is there in the end.
    if (before.type === 'host' && model.find('host', written(before, 'host_name') ?? '')?.source !== before)
      return undefined;
    const edit = objectEdit(before, now, neighbours.foreachMacros);
    if (!edit) return undefined;
    // Of what is written for several, something is left over once a value is wrong.
    const isElsewhere = edit.isElsewhere || isSpread(before, model);
    if (isElsewhere && !objects.every((object) => isByItself(object, model, neighbours))) return undefined;
    return { objects, isElsewhere, isInward: edit.isInward && !isElsewhere && !neighbours.hasRulesWithMacros };
  }
  return objects.every((object) => object.type === 'service' && isByItself(object, model, neighbours))
    ? { objects, isElsewhere: true, isInward: false }
    : undefined;
}

/** What decides on which objects there are, and under which names. */
const placing: ReadonlySet<string> = new Set([
  'host_name',
  'hostgroup_name',
  'name',
  'register',
  'service_description',
  'use',
]);

/** Says such a thing by a name that the directive had once. */
function isOldFashioned({ type, lines }: RawObject): boolean {
  const oldNames = objectType(type)?.oldNames ?? {};
  return lines.some(({ key }) => placing.has(oldNames[key] ?? ''));
}

/** It is no template, and a service is written for hosts by their names, so that it comes to no others. */
function isPlain(object: RawObject, model: Model): boolean {
  if ((written(object, 'register') ?? '1') !== '1' || isRule(object) || isOldFashioned(object)) return false;
  if (object.type === 'host') return true;
  if (object.type !== 'service' || (written(object, 'hostgroup_name') ?? '') !== '') return false;
  const hosts = hostsOf(object);
  if (hosts.length > MOST || !hosts.every((host) => /^[\w.-]*$/.test(host))) return false;
  // All services without a host come to a host without a name.
  if (hosts.includes('') && model.find('host', '')) return false;
  return templatesOf(object, model).every((template) => !template.has('hostgroup_name') && !template.has('host_name'));
}

/** Its state follows from those of others, wherever they are. */
function isRule({ lines }: RawObject): boolean {
  return lines.some(({ key, value }) => isBusinessRule(key, value));
}

/** What makes a service depend on others, or others come of it. */
const multiplying: readonly string[] = ['duplicate_foreach', 'service_dependencies'];

/**
 * A service that says itself what it is called, is one by itself, contends with nobody for its name, and brings no
 * group about that nobody defines: of those that do, the first is named.
 */
function isByItself(service: RawObject, model: Model, neighbours: Neighbours): boolean {
  const templates = templatesOf(service, model);
  return (
    has(service, 'service_description') &&
    !neighbours.isContested(written(service, 'service_description') ?? '') &&
    !multiplying.some((key) => has(service, key) || templates.some((template) => template.has(key))) &&
    !service.properties.some((property) => bringsGroup(service, property, model))
  );
}

/** There is one of it for each of several hosts, or values of a host. */
function isSpread(object: RawObject, model: Model): boolean {
  if (object.type !== 'service') return false;
  const key = 'duplicate_foreach';
  return (
    hostsOf(object).length > 1 || has(object, key) || templatesOf(object, model).some((template) => template.has(key))
  );
}

function has(object: RawObject, key: string): boolean {
  return written(object, key) !== undefined;
}

function bringsGroup(object: RawObject, { key, value }: RawProperty, model: Model): boolean {
  const { reference } = directiveOf(object, key) ?? {};
  const type = reference?.missing === 'created' ? objectType(reference.target) : undefined;
  if (!type || !reference) return false;
  return nameParts(value, reference.shape).some(({ text }) => !model.find(type.name, text)?.source);
}

function templatesOf(service: RawObject, model: Model): readonly Item[] {
  return (written(service, 'use') ?? '').split(',').flatMap((name) => model.findTemplate('service', name.trim()) ?? []);
}
