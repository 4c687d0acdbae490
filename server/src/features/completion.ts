import type { Analysis } from '../analysis';
import type { FileSystem } from '../project/types';
import { directiveCompletion } from './completion/directives';
import { daterangeCompletion } from './completion/dateranges';
import { completionList, type CompletionList } from './completion/item';
import { macroCompletion } from './completion/macros';
import { pathCompletion } from './completion/paths';
import { settingItems, settingNamed } from './completion/settings';
import { defineSnippetItems, snippetItems } from './completion/snippets';
import { defineItems, typeItems } from './completion/types';
import { valueCompletion } from './completion/values';
import { contextAt, type Context } from './context';
import type { FilePosition } from './feature';
import { ignoreCompletion } from './ignore-comments';
import type { Directive } from '../schema';
import type { KnownMacro } from './macros';
import { targetOf } from '../model/names/scan';
import { directiveOf } from '../model/names/written';

export { completionHelp } from './completion/help';
export type { CompletionItem, CompletionKind, CompletionList, Topic } from './completion/item';

export interface CompletionOptions {
  readonly dialect: '2.4' | '3.0';
  /** Where paths behind `cfg_file=` are looked for. */
  readonly fileSystem: FileSystem;
  /** The character that asked for completion by being typed; undefined when the user asked. */
  readonly trigger?: string;
}

/** What can be written at the cursor; undefined where there is nothing to say. It asks nothing of the model. */
export function completion(
  { project }: Pick<Analysis, 'project'>,
  at: FilePosition,
  options: CompletionOptions,
): CompletionList | undefined {
  const context = contextAt(project, at);
  const { trigger } = options;
  const text = project.files.get(at.file)?.text ?? '';
  const typedIn = (word: { readonly start: number }): string => text.slice(word.start, at.offset);
  switch (context.kind) {
    case 'nothing':
      return ignoreCompletion(project, at);
    case 'top': {
      if (isBlank(trigger)) return undefined;
      const main = project.mains.includes(at.file);
      const empty = text.slice(0, context.word.start).trim() === '' && text.slice(context.word.end).trim() === '';
      const settings = main ? settingItems(project, options.dialect) : [];
      const items = [...defineItems(project, at.file), ...snippetItems(main && empty), ...settings];
      return completionList(context.word, items, typedIn(context.word));
    }
    case 'head': {
      if (context.part === 'keyword') return undefined;
      const hasBrace = context.object.node.open !== undefined;
      const items = [...typeItems(project, at.file, hasBrace), ...(hasBrace ? [] : defineSnippetItems())];
      return completionList(context.word, items, typedIn(context.word));
    }
    case 'key': {
      if (trigger !== undefined) return undefined;
      const { object, property, word } = context;
      return directiveCompletion(project, object, property, word, typedIn(word), options.dialect);
    }
    case 'value':
      return propertyCompletion(project, context);
    case 'setting':
      return settingCompletion(project, context, at, options);
  }
}

function isBlank(trigger: string | undefined): boolean {
  return trigger !== undefined && trigger.trim() === '';
}

function propertyCompletion(
  project: Analysis['project'],
  { object, property, cursor }: Extract<Context, { kind: 'value' }>,
): CompletionList | undefined {
  const directive = directiveOf(object, property.key);
  if (!directive && object.type === 'timeperiod' && !property.key.startsWith('_')) {
    return daterangeCompletion(project, property.key, cursor);
  }
  const macros = macroCompletion(project, object, cursor, directive && macrosIn(directive));
  if (macros || !directive) return macros;
  return valueCompletion(project, object, directive, targetOf(object, property.key), cursor);
}

/** The kinds of macros that a value may hold; undefined: all. In names and numbers there are none but those of `duplicate_foreach`. */
function macrosIn({ value, reference }: Directive): readonly KnownMacro['source'][] | undefined {
  const isCall = reference?.shape === 'call' || reference?.shape === 'calls' || reference?.shape === 'override';
  return (reference ? isCall : value === 'string' || value === 'path') ? undefined : ['duplicate'];
}

function settingCompletion(
  project: Analysis['project'],
  { setting, part, cursor }: Extract<Context, { kind: 'setting' }>,
  { file }: FilePosition,
  { fileSystem, dialect }: CompletionOptions,
): CompletionList | undefined {
  const { key, node } = setting;
  if (part === 'key') {
    const items = settingItems(project, dialect, setting).map((item) => ({ ...item, insertText: item.label }));
    return project.mains.includes(file) ? completionList(node.keySpan, items, key) : undefined;
  }
  if (setting.inMain && (key === 'cfg_file' || key === 'resource_file')) {
    return pathCompletion(fileSystem, file, 'file', cursor);
  }
  if (setting.inMain && (key === 'cfg_dir' || key === 'triggers_dir')) {
    return pathCompletion(fileSystem, file, 'folder', cursor);
  }
  const directive = settingNamed(key);
  const macros = macroCompletion(project, undefined, cursor, directive && macrosIn(directive));
  if (macros) return macros;
  const reference = directive?.reference;
  const target =
    reference && reference.target !== 'template' && reference.target !== 'host-macro'
      ? { space: reference.target, shape: reference.shape }
      : undefined;
  return directive && valueCompletion(project, undefined, directive, target, cursor);
}
