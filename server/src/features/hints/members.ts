/** Behind groups, templates and expressions of them: how many hosts, contacts or services they come to. */
import type { Analysis } from '../../analysis';
import type { Item } from '../../model/item';
import { targetOf } from '../../model/names/scan';
import { directiveOf, lastProperty } from '../../model/names/written';
import type { Model } from '../../model/types';
import type { RawObject, RawProperty } from '../../project/types';
import { overlaps } from '../feature';
import type { InlayHint } from '../inlay-hints';
import { counted, escape } from '../markdown';
import { hostsListed, hostsSelected, membersOf, names, selectors } from '../selection';
import type { HintSource } from './index';
import { objectsWithin } from './range';

export const members: HintSource = {
  kinds: ['members'],
  hints: (analysis, { file, span }) =>
    objectsWithin(analysis, { file, span }).flatMap((object) =>
      object.properties
        .filter((property) => property.file === file && overlaps(property.node.span, span))
        .flatMap((property) => hint(analysis, object, property) ?? []),
    ),
};

/** So many are named. */
const MOST_NAMES = 20;

interface Selection {
  readonly kind: 'host' | 'contact' | 'service';
  readonly of: readonly Item[];
}

function hint({ model, project }: Analysis, object: RawObject, property: RawProperty): InlayHint | undefined {
  // Of several lines of one directive, one counts, or all of them together.
  if (property.value.trim() === '' || lastProperty(object, property.key) !== property) return undefined;
  const found = selection(model, object, property);
  // Where nobody knows the other files, nobody knows that there are none.
  if (!found || (project.partial && found.of.length === 0)) return undefined;
  const { kind, of } = found;
  return {
    kind: 'members',
    offset: property.node.value.span.end,
    label: [{ text: `= ${counted(of.length, kind)}` }],
    tooltip: () => {
      const listed = of.slice(0, MOST_NAMES).map(({ name }) => escape(name));
      const rest = of.length - listed.length;
      return [...listed, ...(rest > 0 ? [`… and ${String(rest)} more`] : [])].join(', ');
    },
    edits: () => [],
  };
}

/** Undefined where the text says it all by itself, and where it names something that is not there: that is told elsewhere. */
function selection(model: Model, object: RawObject, property: RawProperty): Selection | undefined {
  const target = targetOf(object, property.key);
  const key = directiveOf(object, property.key)?.name;
  const text = property.value.replace(/^\s*\+/, '');
  switch (target?.space) {
    case 'template host':
      return object.type === 'service' ? hosts(hostsSelected(model, 'template host', text)) : undefined;
    case 'hostgroup':
      if (key === 'hostgroups') return undefined;
      return known(model, 'hostgroup', text) ? hosts(hostsSelected(model, 'hostgroup', text)) : undefined;
    case 'host':
      if (target.shape !== 'list-with-not' && target.shape !== 'list-with-all') return undefined;
      return /(?:^|,)\s*[*!]/.test(text) ? listed(model, object, key, text) : undefined;
    case 'contactgroup':
      return key === 'contactgroups' ? undefined : inGroups(model, 'contactgroup', 'contact', text);
    case 'servicegroup':
      return key === 'servicegroups' ? undefined : inGroups(model, 'servicegroup', 'service', text);
    default:
      return undefined;
  }
}

const hosts = (found: Iterable<Item>): Selection => ({ kind: 'host', of: [...found] });

/** Every group that is named is there. */
function known(model: Model, type: 'hostgroup' | 'contactgroup' | 'servicegroup', text: string): boolean {
  return selectors(text).every((name) => model.find(type, name) !== undefined);
}

/** A list of hosts beside the groups that the object names as well. */
function listed(model: Model, object: RawObject, key: string | undefined, text: string): Selection | undefined {
  if (key === 'members') return text.includes('!') ? undefined : hosts(hostsListed(model, text));
  const groups = lastProperty(object, 'hostgroup_name')?.value;
  if (groups !== undefined && !known(model, 'hostgroup', groups)) return undefined;
  const ofGroups = groups === undefined ? [] : hostsSelected(model, 'hostgroup', groups);
  return hosts(hostsListed(model, text, ofGroups));
}

function inGroups(
  model: Model,
  type: 'contactgroup' | 'servicegroup',
  kind: 'contact' | 'service',
  text: string,
): Selection | undefined {
  if (!known(model, type, text)) return undefined;
  return { kind, of: [...new Set(names(text).flatMap((name) => membersOf(model, type, name) ?? []))] };
}
