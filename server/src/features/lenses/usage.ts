/** Above what others use: who does, or that nobody does. */
import type { Analysis } from '../../analysis';
import { directiveOf, isTemplate, nameProperty, written } from '../../model/names/written';
import type { Occurrence, Space } from '../../model/names/occurrence';
import { usageOf } from '../../model/usage';
import type { Place, Project, RawObject } from '../../project/types';
import { objectType, type ObjectTypeName } from '../../schema';
import type { LensText } from '../code-lens';
import { counted } from '../markdown';
import { references } from '../references';
import { symbolsOf } from '../symbols';
import { type Users, usersOf, usersOfTemplate } from '../users';
import type { LensSource } from './index';
import { onObjects, placeOfName } from './objects';

export const usage: LensSource = {
  kind: 'usage',
  lenses: (analysis, file) =>
    onObjects(analysis, file, 'usage', (object) => {
      const used = usedBy(analysis, object);
      return used && ((others) => about(analysis, others, used));
    }),
};

/** What there is to be used, and the members that it has. */
const members: Readonly<Partial<Record<ObjectTypeName, string | undefined>>> = {
  businessimpactmodulation: undefined,
  checkmodulation: undefined,
  command: undefined,
  contact: undefined,
  contactgroup: 'contact',
  hostgroup: 'host',
  macromodulation: undefined,
  module: undefined,
  notificationway: undefined,
  resultmodulation: undefined,
  servicegroup: 'service',
  timeperiod: undefined,
};

/** Something with a name that others may say. */
interface Used {
  readonly object: RawObject;
  readonly type: ObjectTypeName;
  readonly space: Space;
  readonly name: string;
  readonly at: Place;
}

/** Undefined for what is of use by itself. */
function usedBy({ project }: Analysis, object: RawObject): Used | undefined {
  const type = objectType(object.type);
  const name = nameProperty(object)?.value.trim() ?? '';
  if (!type || name === '') return undefined;
  const used = { object, type: type.name, name, at: placeOfName(object) };
  if (!isTemplate(object)) return type.name in members ? { ...used, space: type.name } : undefined;
  if (!type.inherits || written(object, 'name') === undefined) return undefined;
  const space = `template ${type.name}` as const;
  // A template of services that goes to the hosts of some template has its use in that.
  const isBound = type.name === 'service' && (written(object, 'host_name') ?? '').trim() !== '';
  return isBound && symbolsOf(project).references(space, name).length === 0 ? undefined : { ...used, space };
}

function about(analysis: Analysis, others: readonly Analysis[], used: Used): LensText {
  const { model } = analysis;
  const { object, type, space, name } = used;
  const winner = space === type ? model.find(type, name) : model.findTemplate(type, name);
  const action = { does: 'show', places: (all?: readonly Analysis[]) => placesOf(analysis, used, all) } as const;
  if (winner?.source && winner.source.node !== object.node) return { title: 'another definition of its name counts' };
  const head = membersText(analysis, used);
  const verdict = usageOf(model);
  const { who, tooltip } = space === type ? usersText(analysis, used) : templateText(analysis, used);
  if (who !== '') {
    const inVain = verdict?.isUnused(object) === true ? ', which nobody uses' : '';
    return { title: joined(head, `used by ${who}${inVain}`), tooltip, action };
  }
  if (others.some((other) => other.project !== analysis.project && isNamed(other, used)))
    return { title: joined(head, 'used in another configuration'), action };
  if (verdict?.isUnused(object)) return { title: joined(head, 'unused') };
  return { title: head ?? (verdict ? 'named by nobody' : 'not used in these files'), tooltip: ofUseAnyhow[type] };
}

/** Why what nobody names is no mistake. */
const ofUseAnyhow: Readonly<Partial<Record<ObjectTypeName, string>>> = {
  contact: 'Nobody notifies this contact, who may log in to a web interface all the same.',
  hostgroup: 'Nothing names it but its members: it is there to be shown.',
  servicegroup: 'Nothing names it but its members: it is there to be shown.',
};

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** How many members a group has; undefined for what is no group, and where they may be in files that nobody has read. */
function membersText({ model, project }: Analysis, { type, space, name }: Used): string | undefined {
  const kind = space === type ? members[type] : undefined;
  const found = kind === undefined ? undefined : model.find(type, name)?.links.get('members');
  return kind === undefined || !found || (project.partial && found.length === 0)
    ? undefined
    : counted(found.length, kind);
}

interface UsersText {
  /** `12 hosts, 3 services`; empty for nobody. */
  readonly who: string;
  readonly tooltip?: string;
}

function usersText(analysis: Analysis, used: Used): UsersText {
  const { type, name } = used;
  const item = analysis.model.find(type, name);
  // What becomes of a group's name in an expression is no matter of the group alone: it is the definitions that are counted.
  const users = item && type !== 'hostgroup' && type !== 'servicegroup' ? usersOf(analysis.model, item) : new Map();
  return { who: listed(users) || definitionsText(analysis, used) };
}

function templateText(analysis: Analysis, used: Used): UsersText {
  const { type, name } = used;
  const template = analysis.model.findTemplate(type, name);
  const { all, direct } = template ? usersOfTemplate(analysis.model, template) : { all: 0, direct: 0 };
  if (all === 0) return { who: definitionsText(analysis, used) };
  const rest = all - direct;
  const tooltip = rest > 0 ? `${String(direct)} directly, ${String(rest)} through other templates.` : undefined;
  return { who: counted(all, titleOf(type)), tooltip };
}

const titleOf = (type: string): string => objectType(type)?.title ?? type;

/** Who comes first. */
const order: readonly string[] = ['host', 'service', 'contact', 'contactgroup', 'escalation', 'notificationway'];

/** So many kinds of users are named. */
const MOST_KINDS = 3;

function listed(users: Users): string {
  const first = order.flatMap((type) => [...users].filter(([one]) => one === type));
  const sorted = [...first, ...[...users].filter(([type]) => !order.includes(type))];
  const shown = sorted.slice(0, MOST_KINDS).map(([type, count]) => counted(count, titleOf(type)));
  return [...shown, ...(sorted.length > MOST_KINDS ? ['…'] : [])].join(', ');
}

/** The definitions, templates among them, and the settings that say the name: `2 host templates`. */
function definitionsText({ project }: Analysis, used: Used): string {
  const kinds = new Map<string, Set<unknown>>();
  for (const { object, setting } of namedIn(project, used)) {
    const kind = object ? `${titleOf(object.type)}${isTemplate(object) ? ' template' : ''}` : 'setting';
    const before = kinds.get(kind) ?? new Set();
    kinds.set(kind, before.add(object ?? setting));
  }
  const shown = [...kinds].slice(0, MOST_KINDS).map(([kind, all]) => counted(all.size, kind));
  return [...shown, ...(kinds.size > MOST_KINDS ? ['…'] : [])].join(', ');
}

/** Where others say the name, but for members that join a group. */
function namedIn(project: Project, { space, name, object }: Used): readonly Occurrence[] {
  return symbolsOf(project)
    .references(space, name)
    .filter((one) => one.object?.node !== object.node && !joins(one));
}

function joins({ object, property }: Occurrence): boolean {
  const key = object && property ? directiveOf(object, property.key)?.name : undefined;
  return key === 'hostgroups' || key === 'servicegroups' || key === 'contactgroups';
}

function isNamed({ project }: Analysis, used: Used): boolean {
  return project.files.has(used.object.file) && namedIn(project, used).length > 0;
}

function placesOf(analysis: Analysis, { at }: Used, others: readonly Analysis[] = []): readonly Place[] {
  return references(analysis, { file: at.file, offset: at.span.start }, false, others);
}
