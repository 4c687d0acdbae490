/** The directives that every object type has: templates, and who wins among definitions of one name. */
import type { Directive, Missing } from '../types';

export const definitionOrder: Directive = {
  name: 'definition_order',
  value: 'integer',
  default: '100',
  doc: 'Settles several definitions of one name: the lowest number wins, without a message. With equal numbers the last one read wins.',
};

/** For types whose objects have no name: only their templates can clash. */
const definitionOrderOfTemplates: Directive = {
  ...definitionOrder,
  doc: 'Settles several templates of one `name`: the lowest number wins. Definitions that are no templates have no name here and never clash.',
};

/** For types that the arbiter builds without converting values: the number stays text, and text is greater than any number. */
const definitionOrderAsText: Directive = {
  ...definitionOrder,
  doc: 'Settles several definitions of one name, but is compared as text here: a definition with any number loses to one without. Better left out.',
};

const importedFrom: Directive = {
  name: 'imported_from',
  value: 'string',
  default: 'unknown',
  internal: true,
  doc: "Set by the arbiter: file and line of the definition, for its messages. Written by hand it makes the arbiter's messages name another place.",
};

const name: Directive = {
  name: 'name',
  value: 'string',
  default: '',
  doc: 'Name under which others inherit from this definition with `use`. It counts only together with `register 0`.',
};

const register: Directive = {
  name: 'register',
  value: 'boolean',
  default: '1',
  doc: '`0` makes the definition a mere template, for others to inherit from by its `name`. It is not inherited itself.',
};

/** `use` where it has an effect; `missing` is what the arbiter does about a template that does not exist. */
function use(missing: Missing): Directive {
  return {
    name: 'use',
    value: 'list',
    ordered: true,
    reference: { target: 'template', shape: 'list', missing },
    doc: 'Templates to inherit from, between commas. What is not written here comes from the first template that has it; each one is asked together with its own templates before the next.',
  };
}

/** Templates for a type whose objects have names and inherit. */
export function inheritance(missing: Missing): readonly Directive[] {
  return [use(missing), name, register, definitionOrder, importedFrom];
}

/** Templates for a type whose objects inherit and have no names. */
export function namelessInheritance(missing: Missing): readonly Directive[] {
  return [use(missing), name, register, definitionOrderOfTemplates, importedFrom];
}

/** The same directives for a type that inherits nothing: `use` and `name` are read there and do nothing. */
export const noInheritance: readonly Directive[] = [
  {
    name: 'use',
    value: 'list',
    ignored: true,
    doc: 'Read and ignored: objects of this type inherit nothing, whatever the template. Every directive must stand in the definition itself.',
  },
  { ...name, ignored: true, doc: 'Read and ignored: objects of this type serve nobody as a template.' },
  {
    ...register,
    doc: '`0` hides the definition as if it were not written; nothing can inherit from it either. Default `1`.',
  },
  definitionOrder,
  importedFrom,
];

/** `noInheritance` for a type whose `definition_order` stays text. */
export const noInheritanceAsText: readonly Directive[] = noInheritance.map((directive) =>
  directive === definitionOrder ? definitionOrderAsText : directive,
);

/** Properties that the arbiter keeps on every object. */
export const commonRunningProperties: readonly string[] = [
  'configuration_errors',
  'configuration_warnings',
  'hash',
  'tags',
];
