/**
 * The services that a host has, read off the text alone: a model of ten thousand hosts takes seconds, and this is asked at every keystroke.
 * Where the arbiter would take a service away again (`service_excludes`, a service of the same name further down), it is named all the same.
 */
import { isExpression, parseExpression } from '../model/expression';
import { generate } from '../model/foreach';
import { Attached } from '../project/attached';
import type { Project, RawObject } from '../project/types';
import { inheritedProperty, templatesOf } from './inheritance';
import { symbolsOf } from './symbols';
import { nameParts } from '../model/names/parts';
import { directiveOf, isTemplate, written } from '../model/names/written';

/** What decides on the services of a host: its name, the templates that it is made of, the groups that it is in. */
interface HostView {
  readonly name: string | undefined;
  readonly templates: readonly RawObject[];
  /** Names of templates, whether they exist or not. */
  readonly tags: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly object: RawObject;
}

/** Descriptions of the services of a host, each with what defines it; of a template, the services that come with it. */
export function servicesOf(project: Project, host: RawObject): ReadonlyMap<string, RawObject> {
  const view = viewOf(project, host);
  const found = new Map<string, RawObject>();
  for (const service of project.objects) {
    if (service.type !== 'service' || !isOn(service, view)) continue;
    for (const description of descriptionsOf(project, service, view)) found.set(description, service);
  }
  return found;
}

/** The same for a host by its name; undefined where there is no such host. */
export function servicesOfNamed(project: Project, name: string): ReadonlyMap<string, RawObject> | undefined {
  const host = symbolsOf(project).definitions('host', name).at(-1)?.object;
  return host && servicesOf(project, host);
}

function viewOf(project: Project, object: RawObject): HostView {
  const templates = templatesOf(project, object);
  const own = [object, ...templates];
  const tags = new Set(own.flatMap((one) => names(written(one, 'use'))));
  if (isTemplate(object)) for (const name of names(written(object, 'name'))) tags.add(name);
  const name = isTemplate(object) ? undefined : written(object, 'host_name')?.trim();
  const groups = new Set<string>();
  for (const one of own) {
    const line = one.properties.findLast(({ key }) => key === 'hostgroups' || key === 'hostgroup');
    for (const group of names(line?.value)) groups.add(group);
    // Those of the templates are added to the own ones by a `+` only.
    if (line && !line.value.trimStart().startsWith('+')) break;
  }
  if (name !== undefined) addGroupsThatName(project, name, groups);
  return { name, templates, tags, groups, object };
}

/** Groups that list the host, and those that such groups are in. */
function addGroupsThatName(project: Project, name: string, groups: Set<string>): void {
  const inner = new Map<string, readonly string[]>();
  for (const [group, places] of symbolsOf(project).names('hostgroup')) {
    const object = places.at(-1)?.object;
    if (!object) continue;
    const members = (written(object, 'members') ?? '').split(',').map((member) => member.trim());
    if (members.includes(name) || members.includes('*')) groups.add(group);
    inner.set(group, names(written(object, 'hostgroup_members')));
  }
  for (let size = -1; size !== groups.size;) {
    size = groups.size;
    for (const [group, members] of inner) if (members.some((member) => groups.has(member))) groups.add(group);
  }
}

function names(list: string | undefined): readonly string[] {
  return list === undefined ? [] : nameParts(list, 'list').map(({ text }) => text);
}

/** Where a service is written to be. */
interface Placement {
  readonly template: boolean;
  readonly hosts: string;
  readonly groups: string;
}

/** Objects of unchanged files stay the same ones: of ten thousand services, a keystroke changes a few. */
const placements = new Attached<RawObject, Placement>();

function placementOf(service: RawObject): Placement {
  const known = placements.get(service);
  if (known) return known;
  const groups = service.properties.findLast(({ key }) => directiveOf(service, key)?.name === 'hostgroup_name');
  const hosts = written(service, 'host_name') ?? '';
  const found = { template: isTemplate(service), hosts, groups: groups?.value ?? '' };
  placements.set(service, found);
  return found;
}

function isOn(service: RawObject, { name, tags, groups }: HostView): boolean {
  const { template, hosts, groups: inGroups } = placementOf(service);
  if (template) return hosts !== '' && selects(hosts, (tag) => tags.has(tag));
  if (name === undefined) return false;
  if (hosts.includes(name) || hosts.includes('*')) {
    const listed = hosts.split(',').map((part) => part.trim());
    if (listed.includes(`!${name}`)) return false;
    if (listed.includes(name) || listed.includes('*')) return true;
  }
  return inGroups !== '' && selects(inGroups, (group) => groups.has(group));
}

/** Whether a list or an expression chooses the host, of which `has` tells what it is in. */
function selects(text: string, has: (name: string) => boolean): boolean {
  if (!isExpression(text)) return names(text).some(has);
  return parseExpression(text.trim()).evaluate((name) => (name === '*' || has(name) ? ['this'] : [])).size > 0;
}

/** More than one where the service is made once for each entry of a custom macro. */
function descriptionsOf(project: Project, service: RawObject, host: HostView): readonly string[] {
  const value = (key: string): string | undefined =>
    written(service, key) ?? inheritedProperty(templatesOf(project, service), key)?.property.value;
  const description = value('service_description')?.trim() ?? '';
  const macro = value('duplicate_foreach')?.trim().toUpperCase();
  if (description === '' || !macro) return description === '' ? [] : [description];
  const entries = customOf(host, macro);
  const generated = entries === undefined ? [] : generate(entries, value('default_value') ?? '');
  if (typeof generated === 'string') return [];
  return generated.map(({ key }) => description.replaceAll('$KEY$', () => key.replace(/[`~!$%^&*"|'<>?,()=]+/g, '_')));
}

function customOf({ object, templates }: HostView, macro: string): string | undefined {
  for (const one of [object, ...templates]) {
    const line = one.properties.findLast(({ key }) => key.toUpperCase() === macro);
    if (line) return line.value;
  }
  return undefined;
}
