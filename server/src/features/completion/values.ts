/** Values of a directive or a setting: booleans, choices, ports, log levels, names. */
import type { Project, RawObject } from '../../project/types';
import { daemonTypes, directive as directiveOf, moduleTypes, objectType, type Directive } from '../../schema';
import { cursorFrom } from '../calls';
import type { ValueCursor } from '../context';
import type { Target } from '../../model/names/scan';
import { completionList, type CompletionItem, type CompletionList, type Topic } from './item';
import { nameCompletion } from './names';
import { otherItems, tokenAt } from './token';

const booleans: readonly CompletionItem[] = [
  { label: '1', kind: 'value', detail: 'yes' },
  { label: '0', kind: 'value', detail: 'no' },
];

const logLevels = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];

const modules: readonly CompletionItem[] = moduleTypes.map((type) => {
  return { label: type.type, kind: 'value', detail: type.title };
});

/** What can stand at the cursor. `target` is what the directive refers to in this very object. */
export function valueCompletion(
  project: Project,
  object: RawObject | undefined,
  directive: Directive,
  target: Target | undefined,
  cursor: ValueCursor,
): CompletionList | undefined {
  const override = target?.shape === 'override' ? overrideCompletion(project, object, cursor) : undefined;
  if (override) return override;
  if (target) return nameCompletion(project, object, directive.name, target, cursor);
  const list = directive.value === 'list' || directive.value === 'integerList';
  const { typed, span } = tokenAt(cursor, list ? /,/ : undefined, list ? /^\+\s*/ : undefined);
  const taken = list ? otherItems(cursor) : new Set<string>();
  const items = choicesOf(directive).filter(({ label }) => !taken.has(label));
  const topic: Topic | undefined = directive.name === 'module_type' ? { of: 'modules' } : undefined;
  return items.length > 0 ? completionList(span, items, typed, topic) : undefined;
}

function choicesOf(directive: Directive): readonly CompletionItem[] {
  if (directive.choices) {
    const list = directive.value === 'list' || directive.value === 'integerList';
    return directive.choices
      .filter(({ ignored }) => !ignored)
      .map(({ value, doc }, rank) => {
        return { label: value, kind: 'value', detail: doc, rank, ...(list && { commitCharacters: [','] }) };
      });
  }
  if (directive.value === 'boolean' || directive.name === 'register') {
    return booleans.map((item) =>
      item.label === directive.default ? { ...item, detail: `${item.detail} (default)` } : item,
    );
  }
  if (directive.value === 'logLevel') {
    return logLevels.map((label, rank) => ({ label, kind: 'value', rank }));
  }
  if (directive.name === 'module_type') return modules;
  if (directive.name === 'port') return ports(directive.default);
  const { default: preset } = directive;
  return preset === undefined || preset === '' ? [] : [{ label: preset, kind: 'value', detail: 'default' }];
}

function ports(own: string | undefined): readonly CompletionItem[] {
  return daemonTypes.flatMap((type) => {
    const label = directiveOf(type, 'port')?.default;
    const title = objectType(type)?.title ?? type;
    return label === undefined ? [] : [{ label, kind: 'value' as const, detail: title, rank: label === own ? 0 : 1 }];
  });
}

/** `description,directive value`: behind the comma, the directives of a service and then their values. */
function overrideCompletion(
  project: Project,
  object: RawObject | undefined,
  cursor: ValueCursor,
): CompletionList | undefined {
  const found = /^[^,]*,\s*(?:(?<key>\S+)\s+)?/.exec(cursor.before);
  if (!found) return undefined;
  const rest = cursorFrom(cursor, found[0].length);
  const key = found.groups?.['key'];
  if (key === undefined) {
    const { typed, span } = tokenAt(rest, /\s/);
    const items = (objectType('service')?.directives ?? [])
      .filter(({ name, internal }) => !internal && !notOverridden.has(name))
      .map(({ name }): CompletionItem => ({ label: name, kind: 'directive', insertText: `${name} `, goesOn: true }));
    return completionList(span, items, typed, { of: 'directives', type: 'service' });
  }
  const known = directiveOf('service', key);
  if (!known) return undefined;
  const { reference } = known;
  const target =
    reference && reference.target !== 'template' && reference.target !== 'host-macro'
      ? { space: reference.target, shape: reference.shape }
      : undefined;
  return valueCompletion(project, object, known, target, rest);
}

/** Refused in an override (service.py:1434-1470). */
const notOverridden = new Set([
  'host_name',
  'service_description',
  'use',
  'servicegroups',
  'trigger',
  'trigger_name',
  'name',
  'register',
]);
