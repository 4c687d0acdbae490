/** A fix for a name that leads nowhere: the object that it names, in the file where it would be looked for. */
import { parseCall } from '../../model/command-call';
import type { Item } from '../../model/item';
import { realmOf } from '../../model/realms';
import type { FactOf, Model } from '../../model/types';
import { basename, dirname, isBelow } from '../../project/paths';
import type { FilePath, Project } from '../../project/types';
import { type ObjectTypeName, objectType } from '../../schema';
import { edits } from '../edits';
import { append, definition } from '../fixes';
import type { Fix, WorkspaceChange } from '../rule';
import { titleOf } from '../words';
import { directivesOf, type Missing } from './definition';
import { once } from './once';
import { type Home, homeFor } from './place';

export type { Missing } from './definition';

/** "Create command “check_x” in commands.cfg": at most one fix, which leaves nothing for the arbiter to refuse. `beside`: the file that names it. */
export function createMissing(model: Model, missing: Missing, beside: FilePath): readonly Fix[] {
  const { project } = model;
  const directives = directivesOf(model, missing);
  const home = directives && homeFor(project, missing, beside);
  if (!directives || !home) return [];
  const change = placed(model, home, definition(missing.type, directives));
  const what = `${titleOf(missing.type)}${missing.template ? ' template' : ''} “${missing.name}”`;
  const unread = project.unloaded?.includes(home.file) ? ', which no main file reads' : '';
  return [{ title: `Create ${what} in ${shown(project, home.file, beside)}${unread}`, change }];
}

/** The same for what a reference names; nothing for what is no object that one could write. */
export function createReferenced(model: Model, fact: FactOf<'unknown-reference'>, beside: FilePath): readonly Fix[] {
  const { target, name, host, item } = fact;
  if (target === 'trigger') return createTrigger(model, name);
  const template = target === 'template';
  const type = template ? item.type : target;
  // The arbiter dies of a dependency on a group that nobody is in.
  if (!isType(type) || (type === 'hostgroup' && /dependency$/.test(item.type))) return [];
  const args = type === 'command' ? argumentsFor(model).get(name) : undefined;
  const realm = type === 'host' ? realmFor(model, item) : undefined;
  const missing = { type, name, template, args, realm, host: type === 'service' ? host : undefined };
  return createMissing(model, missing, beside);
}

/** Hosts that depend on each other have to be in one realm: that of whoever names the host, if it is not the default one. */
function realmFor(model: Model, item: Item): string | undefined {
  const named = ['host_name', 'dependent_host_name'].flatMap((key) => model.find('host', item.text(key) ?? '') ?? []);
  const realms = named.flatMap((host) => realmOf(host) ?? []);
  return realms.find((realm) => realm.source && !realm.flag('default'))?.name;
}

/** As many arguments as anybody gives to each command that is not there. */
const argumentsFor = once((model: Model): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { target, name, item, key } of model.facts('unknown-reference')) {
    if (target !== 'command') continue;
    const text = item.text(key);
    for (const call of (text === undefined ? item.list(key) : [text]).map(parseCall))
      if (call.name === name) counts.set(name, Math.max(counts.get(name) ?? 0, call.args.length));
  }
  return counts;
});

function placed(model: Model, { kind, file }: Home, text: string): WorkspaceChange {
  return kind === 'new' ? { edits: [], newFiles: [{ file, text }] } : edits(append(file, model.text(file) ?? '', text));
}

/** A file with the trigger's code, where the first `triggers_dir` is. */
function createTrigger({ project }: Model, name: string): readonly Fix[] {
  const folder = project.includes.find(({ directive, outcome }) => directive === 'triggers_dir' && outcome === 'read');
  if (!folder || !/^[\w.-]+$/.test(name)) return [];
  const file = `${folder.target.replace(/\/+$/, '')}/${name}.trig`;
  const text = '# Python, run whenever there is a new result; `self` is the host or the service.\n';
  return [
    {
      title: `Create trigger “${name}” in ${shown(project, file, file)}`,
      change: { edits: [], newFiles: [{ file, text }] },
    },
  ];
}

/** A file as a person who looks at `beside` would call it. */
function shown({ mains: [main], cwd }: Project, file: FilePath, beside: FilePath): string {
  const root = main === undefined ? cwd : dirname(main);
  if (file === beside && !file.endsWith('.trig')) return 'this file';
  return isBelow(root, file) ? file.slice(root.length).replace(/^\/+/, '') : basename(file);
}

function isType(type: string): type is ObjectTypeName {
  return objectType(type) !== undefined;
}
