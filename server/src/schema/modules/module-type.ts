import type { DaemonType } from '../daemons';
import type { Directive } from '../types';

/** A kind of module: what `module_type` of a `define module` names. */
export interface ModuleType {
  /** `module_type` as the module's own package writes it. Shinken makes no difference between `-` and `_`. */
  readonly type: string;
  /** Other spellings and former names that stand for it in configurations. */
  readonly aliases: readonly string[];
  /** The daemons that load it when their `modules` names it; empty when only other modules do. */
  readonly daemons: readonly DaemonType[];
  /** Types of the modules that load it when their `modules` names it. */
  readonly within?: readonly string[];
  /** What a person calls it. */
  readonly title: string;
  readonly doc: string;
  /** It keeps states over a restart: in a store that several servers reach, or on the machine itself. */
  readonly retention?: 'distributed' | 'local';
  /** On an arbiter it brings objects from elsewhere, which may name anything that the files define. */
  readonly bringsObjects?: true;
  /** The lines of its definition beyond `module_name`, `module_type` and `modules`. */
  readonly settings: readonly Directive[];
}

/** A line that a module reads, in its shortest form. */
export function text(name: string, doc: string, value?: string): Directive {
  return { name, value: 'string', default: value, doc };
}

export function required(name: string, doc: string): Directive {
  return { name, value: 'string', required: true, doc };
}

export function integer(name: string, doc: string, value?: string): Directive {
  return { name, value: 'integer', default: value, doc };
}

export function seconds(name: string, doc: string, value?: string): Directive {
  return { name, value: 'integer', default: value, unit: 'seconds', doc };
}

export function flag(name: string, doc: string, value = '0'): Directive {
  return { name, value: 'boolean', default: value, doc };
}

export function list(name: string, doc: string, value?: string): Directive {
  return { name, value: 'list', default: value, doc };
}
