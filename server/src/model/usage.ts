/**
 * What of a configuration nobody uses: found from what the arbiter works with (hosts, services, daemons, settings), which say names,
 * whose objects say further names, and so on. It rests on the names as they are written, so that whatever a schema knows as a place for a
 * name counts as use, whether it takes effect or not; what only unused objects say does not.
 */
import { Attached } from '../project/attached';
import { addTo } from '../project/lists';
import type { RawObject } from '../project/types';
import { moduleType, objectType, objectTypeList, type ObjectTypeName } from '../schema';
import type { Item } from './item';
import type { Occurrence, Space } from './names/occurrence';
import { nameParts, strip } from './names/parts';
import { settingOccurrences } from './names/scan';
import { scan } from './names/scanned';
import { directiveOf, isTemplate, nameProperty, written } from './names/written';
import type { Model } from './types';

/** Types whose objects do nothing unless something names them. */
const servingTypes: ReadonlySet<string> = new Set<ObjectTypeName>([
  'businessimpactmodulation',
  'checkmodulation',
  'command',
  'contact',
  'contactgroup',
  'escalation',
  'hostgroup',
  'macromodulation',
  'module',
  'notificationway',
  'resultmodulation',
  'servicegroup',
  'timeperiod',
]);

/** An object, or a template, that nobody uses. */
export interface Unused {
  readonly object: RawObject;
  readonly space: Space;
  readonly name: string;
}

export interface Usage {
  /** In reading order. */
  readonly unused: readonly Unused[];
  /** Nobody uses this very object, or it is for nobody. */
  isUnused(object: RawObject): boolean;
  /** Where the name of an unused object is said all the same: by what is unused itself, or to no effect. */
  saidBy(object: RawObject): readonly Occurrence[];
}

const usages = new Attached<Model, Usage | undefined>();

/**
 * What nobody uses; undefined where nobody can tell: in a folder of packs, whose users are elsewhere, and where a module of the arbiter
 * brings objects from elsewhere. Worked out when it is first asked for. Objects in files that are not loaded neither use anything nor
 * are they judged.
 */
export function usageOf(model: Model): Usage | undefined {
  if (!usages.has(model)) usages.set(model, isWhole(model) ? new Search(model).usage() : undefined);
  return usages.get(model);
}

function isWhole(model: Model): boolean {
  const imports = model.items('arbiter').some((arbiter) =>
    arbiter.list('modules').some((name) => {
      const type = model.find('module', strip({ text: name, at: 0 }).text)?.text('module_type');
      return type !== undefined && (moduleType(type) ?? { bringsObjects: true }).bringsObjects === true;
    }),
  );
  return !model.project.partial && !imports;
}

/** Objects of loaded files, once each, however often their file is included. */
export function loadedObjects({ project }: Model): RawObject[] {
  const unloaded = new Set(project.unloaded);
  const seen = new Set<RawObject['node']>();
  return project.objects.filter(({ file, node }) => !unloaded.has(file) && !seen.has(node) && seen.add(node));
}

/** The family of names that an object has to be named in to be of use; undefined for one that is of use by itself. */
function servingSpace(object: RawObject): Space | undefined {
  const type = objectType(object.type);
  if (!type) return undefined;
  if (isTemplate(object)) {
    // Where nothing is inherited, `register 0` makes an object that nobody can use; it is none of ours.
    if (!type.inherits || written(object, 'name') === undefined)
      return isBound(object) ? 'template service' : undefined;
    return `template ${type.name}`;
  }
  return servingTypes.has(type.name) ? type.name : undefined;
}

/** A template of services that goes to all hosts that use the host templates in its `host_name`. */
function isBound(object: RawObject): boolean {
  return object.type === 'service' && isTemplate(object) && (written(object, 'host_name') ?? '') !== '';
}

class Search {
  private readonly all: readonly RawObject[];
  /** Objects by what they have to be named by. */
  private readonly serving = new Map<string, RawObject[]>();
  private readonly byName = new Map<string, RawObject[]>();
  private readonly spaces = new Map<RawObject, Space>();
  private readonly used = new Set<RawObject>();
  private readonly pending: RawObject[] = [];

  constructor(private readonly model: Model) {
    this.all = loadedObjects(model);
    for (const object of this.all) {
      const space = servingSpace(object);
      if (space === undefined) continue;
      this.spaces.set(object, space);
      addTo(this.serving, this.keyOf(object), object);
      // One that people `use` though it is no template was meant to be of use.
      const name = isTemplate(object) ? undefined : written(object, 'name');
      if (name !== undefined)
        addTo(this.serving, keyOf(`template ${objectType(object.type)?.name ?? 'host'}`, name), object);
      addTo(this.byName, nameOf(object), object);
    }
  }

  usage(): Usage {
    for (const object of this.all) if (!this.spaces.has(object) || this.isOfUseByItself(object)) this.use(object);
    const unloaded = new Set(this.model.project.unloaded);
    for (const setting of this.model.project.settings) {
      if (unloaded.has(setting.file)) continue;
      for (const { space, name } of settingOccurrences(setting)) this.say(space, name);
    }
    this.sayDefaults();
    // Modules are set up with names of all kinds, and so are those that nobody loads yet.
    for (const { type, lines } of this.all) {
      if (type !== 'module') continue;
      for (const { key, value } of lines) if (!/^module(?:_name|_type|s)$/.test(key)) this.sayWords(value);
    }
    for (let object = this.pending.pop(); object; object = this.pending.pop()) this.sayAllOf(object);
    return this.result();
  }

  private result(): Usage {
    const unused = new Set<RawObject>();
    for (const object of this.spaces.keys()) if (!this.used.has(object)) unused.add(object);
    const said = this.whereSaid(unused);
    const named = [...unused].flatMap((object) => {
      const name = nameOf(object);
      const space = this.spaces.get(object);
      return space === undefined || name === '' || isBound(object) ? [] : [{ object, space, name }];
    });
    return {
      unused: named,
      isUnused: (object) => unused.has(object),
      saidBy: (object) => said.get(this.keyOf(object)) ?? [],
    };
  }

  /** What an object has to be named by; nothing can name a bound template that has no name. */
  private keyOf(object: RawObject): string {
    const named = !isTemplate(object) || written(object, 'name') !== undefined;
    return named ? keyOf(this.spaces.get(object) ?? 'host', nameOf(object)) : '';
  }

  private whereSaid(unused: ReadonlySet<RawObject>): Map<string, Occurrence[]> {
    const wanted = new Set([...unused].map((object) => this.keyOf(object)));
    const found = new Map<string, Occurrence[]>();
    if (wanted.size === 0) return found;
    for (const object of this.all) {
      for (const occurrence of scan(object).references) {
        const key = keyOf(occurrence.space, occurrence.name);
        if (wanted.has(key)) addTo(found, key, occurrence);
      }
    }
    return found;
  }

  /** Of use without being named: groups that have members, escalations that say whom they are for, contacts that log in. */
  private isOfUseByItself(object: RawObject): boolean {
    if (isTemplate(object)) return isBound(object) && this.reachesHosts(object);
    const item = this.model.find(objectType(object.type)?.name ?? 'host', nameOf(object));
    switch (object.type) {
      case 'hostgroup':
      case 'servicegroup':
        return item !== undefined && item.list('members').some((member) => member !== '');
      case 'escalation':
        return item === undefined || ['host_name', 'hostgroup_name'].some((key) => item.list(key).some(Boolean));
      case 'contact':
        return item === undefined || logsIn(item);
      default:
        return false;
    }
  }

  private reachesHosts(object: RawObject): boolean {
    const selection = written(object, 'host_name') ?? '';
    if (/[*!]/.test(selection)) return true;
    const tags = nameParts(selection, 'expression');
    return this.model.items('host').some((host) => tags.some(({ text }) => host.tags.has(text)));
  }

  private use(object: RawObject): void {
    if (this.used.has(object)) return;
    this.used.add(object);
    this.pending.push(object);
  }

  private say(space: Space, name: string): void {
    for (const object of this.serving.get(keyOf(space, name)) ?? []) this.use(object);
  }

  /** A name that may be of any kind. */
  private sayWord(name: string): void {
    for (const object of this.byName.get(name) ?? []) this.use(object);
  }

  private sayWords(text: string): void {
    const words = new Set([text, ...text.split(/[,!]/), ...text.split(/[\s,;|!=&():+]+/)]);
    for (const word of words) this.sayWord(word.trim());
  }

  private sayAllOf(object: RawObject): void {
    for (const { space, name, property } of scan(object).references) {
      // To be a member of a group of contacts does not make it of use; what a bound template is for does not use that.
      const joins = space === 'contactgroup' && property?.key === 'contactgroups';
      if (!joins && !(space === 'template host' && isBound(object))) this.say(space, name);
    }
    for (const { key, value } of object.lines) {
      // Scripts and modules read custom macros and directives that Shinken does not know.
      if (key.startsWith('_') || !directiveOf(object, key)) this.sayWords(value);
    }
    if (object.type === 'contactgroup') this.sayMembers(object);
  }

  /** The contacts of a group, those that say so themselves or in a template included. */
  private sayMembers(group: RawObject): void {
    for (const name of this.model.find('contactgroup', nameOf(group))?.list('members') ?? []) {
      const member = strip({ text: name, at: 0 }).text;
      if (member === '*') for (const contact of this.model.items('contact')) this.say('contact', contact.name);
      else this.say('contact', member);
    }
  }

  private sayDefaults(): void {
    for (const { space, name } of defaultNames) this.say(space, name);
  }
}

/** A person who logs in to a web interface is of use though nobody notifies him. */
function logsIn(contact: Item): boolean {
  return ['is_admin', 'password', 'can_submit_commands'].some(
    (key) => contact.props.has(key) && contact.get(key) !== false,
  );
}

/** Names that the arbiter's own defaults say. */
const defaultNames: readonly { readonly space: Space; readonly name: string }[] = objectTypeList.flatMap(
  ({ directives }) =>
    directives.flatMap(({ reference, default: value }) => {
      if (!reference || value === undefined || value === '') return [];
      const { target, shape } = reference;
      if (target === 'template' || target === 'host-macro') return [];
      return nameParts(value, shape).map(({ text }) => ({ space: target, name: text }));
    }),
);

function keyOf(space: Space, name: string): string {
  return `${space}\0${name}`;
}

function nameOf(object: RawObject): string {
  return nameProperty(object)?.value.trim() ?? '';
}
