/** The least that the arbiter accepts as an object of some name. */
import { parseCall } from '../../model/command-call';
import type { Item } from '../../model/item';
import type { Model } from '../../model/types';
import { objectType, weekdays } from '../../schema';
import type { ObjectTypeName } from '../../schema';
import type { Directives } from '../fixes';
import { once } from './once';

/** An object that something names and that is not there. */
export interface Missing {
  readonly type: ObjectTypeName;
  readonly name: string;
  /** A template of that type. */
  readonly template?: boolean;
  /** How many arguments a command is called with. */
  readonly args?: number;
  /** The host that a service belongs to. */
  readonly host?: string;
  /** The realm that a host has to be in, where that is not the default one. */
  readonly realm?: string;
}

/**
 * The directives of such an object, all that the arbiter insists on; undefined where none could be made: an object of that name would be
 * refused, or what it needs is not there either.
 */
export function directivesOf(model: Model, missing: Missing): Directives | undefined {
  const { type, name, template } = missing;
  if (!isNameable(model, type, name)) return undefined;
  if (template) {
    return [
      ['name', name],
      ['register', '0'],
    ];
  }
  const key = objectType(type)?.nameDirective;
  const rest = contents[type]?.(model, missing);
  if (key === undefined || rest === undefined) return undefined;
  const { host } = missing;
  return [...(host === undefined ? [] : [['host_name', host] as const]), [key, name], ...rest];
}

/** Names that mean something else where they are used, and names that the arbiter refuses. */
function isNameable(model: Model, type: ObjectTypeName, name: string): boolean {
  if (!/^[^\s!*+,&|()][^,!&|\r\n\t]*$/.test(name) || /\\|\$\$|^null$|^r:/.test(name)) return false;
  if (type !== 'host' && type !== 'contact' && type !== 'service') return true;
  const illegal = model.setting('illegal_object_name_chars');
  return ![...name].some((character) => typeof illegal === 'string' && illegal.includes(character));
}

type Contents = (model: Model, missing: Missing) => Directives | undefined;

/** What stands below the name. */
const contents: Readonly<Partial<Record<ObjectTypeName, Contents>>> = {
  businessimpactmodulation: () => [['business_impact', '3']],
  checkmodulation: () => [['check_command', '_echo']],
  command: (model, { name, args = 0 }) => [['command_line', commandLine(model, name, args)]],
  contact: (model) => notifiedAs(model) ?? notifiedBy(model) ?? [],
  contactgroup: () => [['members', '']],
  escalation: () => [
    ['first_notification', '3'],
    ['last_notification', '0'],
  ],
  host: (_, { name, realm }) => [['address', name], ...(realm === undefined ? [] : [['realm', realm] as const])],
  // No `members` at all: an empty name in it would be taken for a host's by whoever names the group.
  hostgroup: () => [],
  macromodulation: () => [],
  module: (_, { name }) => [['module_type', name]],
  notificationway: (model) => notifiedBy(model) ?? silence,
  realm: (model, { name }) => (isServed(model, name) ? (hasRealms(model) ? [] : [['default', '1']]) : undefined),
  resultmodulation: () => [
    ['exit_codes_match', '2'],
    ['exit_code_modulation', '1'],
    // Without a value it is always, left out the arbiter crashes.
    ['modulation_period', ''],
  ],
  service: (model, { host }) =>
    host !== undefined && model.find('host', host)?.source
      ? [
          ['check_command', '_echo'],
          ['check_interval', '5'],
          ['retry_interval', '1'],
        ]
      : undefined,
  servicegroup: () => [],
  timeperiod: () => weekdays.map((day): [string, string] => [day, '00:00-24:00']),
};

/** A program of the command's own name, where most of the other commands have theirs. */
function commandLine(model: Model, name: string, args: number): string {
  const numbers = Array.from({ length: args }, (_, index) => ` $ARG${String(index + 1)}$`);
  return `${programFolder(model)}/${name.replace(/[\s/]+/g, '_')}${numbers.join('')}`;
}

const programFolder = once((model: Model): string => {
  const folders = new Map<string, number>();
  for (const command of model.items('command')) {
    const folder = /^(\$\w+\$|\/\S*)\/[^\s/]+(?:\s|$)/.exec(command.text('command_line') ?? '')?.[1];
    if (folder !== undefined && command.source) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const [best] = [...folders].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? '$USER1$';
});

const silence: Directives = [
  ['host_notification_options', 'n'],
  ['service_notification_options', 'n'],
];

/** The ways of another contact, which are all there. */
const notifiedAs = once((model: Model): Directives | undefined => {
  const ways = model
    .items('contact')
    .map((contact) => contact.list('notificationways').filter((way) => way !== ''))
    .find((names) => names.length > 0 && names.every((name) => model.find('notificationway', name)?.source));
  return ways && [['notificationways', ways.join(',')]];
});

const kinds = ['host', 'service'] as const;

/** The periods and commands of another who is notified, which are all there. */
const notifiedBy = once((model: Model): Directives | undefined => {
  const example = [...model.items('notificationway'), ...model.items('contact')].find((item) =>
    kinds.every((kind) => {
      const commands = item.list(`${kind}_notification_commands`).filter((call) => call !== '');
      return (
        model.find('timeperiod', period(item, kind)) !== undefined &&
        commands.length > 0 &&
        commands.every((call) => model.find('command', parseCall(call).name))
      );
    }),
  );
  return (
    example &&
    kinds.flatMap((kind) => [
      [`${kind}_notification_period`, period(example, kind)] as const,
      [`${kind}_notification_commands`, example.list(`${kind}_notification_commands`).join(',')] as const,
    ])
  );
});

const period = (item: Item, kind: string): string => item.text(`${kind}_notification_period`) ?? '';

/** The first realm takes the place of the one that the arbiter makes for those that name none: these need a default. */
const hasRealms = (model: Model): boolean => model.items('realm').some((realm) => realm.source !== undefined);

/** Hosts in a realm without a scheduler are refused: such a realm is no help. */
function isServed(model: Model, name: string): boolean {
  const named = model.facts('unknown-reference').filter((fact) => fact.target === 'realm' && fact.name === name);
  const by = (...types: readonly ObjectTypeName[]): boolean => named.some(({ item }) => types.includes(item.type));
  return by('scheduler') || !by('host', 'hostgroup');
}
