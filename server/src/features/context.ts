/** What the cursor is on, with the object as the project has it: the first question of completion and hover. */
import { ObjectOfFile } from '../project/reading';
import type { FilePath, Project, RawObject, RawProperty, RawSetting } from '../project/types';
import { nodeAt } from '../syntax/locate';
import type { ObjectNode, PropertyNode, SettingNode, Span, Value } from '../syntax/nodes';
import { spanOf } from '../syntax/values';
import type { FilePosition } from './feature';
import { symbolsOf } from './symbols';

/** A cursor in a value: the decoded text on both sides of it, blanks behind the value's end included. */
export interface ValueCursor {
  readonly before: string;
  readonly after: string;
  /** Where a part of the decoded text stands, as far as it is on the cursor's line: from `start` characters into `before` to `end` into `after`. */
  spanOf(start: number, end?: number): Span;
}

export type Context =
  /** A comment, or text that the arbiter drops. */
  | { readonly kind: 'nothing' }
  /** Outside any object, where a setting or `define` begins. */
  | { readonly kind: 'top'; readonly word: Span }
  | {
      readonly kind: 'setting';
      readonly setting: RawSetting;
      readonly part: 'key' | 'value';
      readonly cursor: ValueCursor;
    }
  /** The word `define`, or the type behind it. */
  | { readonly kind: 'head'; readonly part: 'keyword' | 'type'; readonly word: Span; readonly object: RawObject }
  | {
      readonly kind: 'key';
      readonly word: Span;
      readonly object: RawObject;
      readonly property: RawProperty | undefined;
    }
  | {
      readonly kind: 'value';
      readonly object: RawObject;
      readonly property: RawProperty;
      readonly cursor: ValueCursor;
    };

const nothing: Context = { kind: 'nothing' };

export function contextAt(project: Project, { file, offset }: FilePosition): Context {
  const tree = project.files.get(file)?.tree;
  if (!tree) return nothing;
  const { text } = tree;
  const at = nodeAt(tree, offset);
  const here = { start: offset, end: offset };
  switch (at.kind) {
    case 'comment':
    case 'dropped':
    case 'brace':
      return nothing;
    case 'top':
      return { kind: 'top', word: here };
    case 'keyword':
      return {
        kind: 'head',
        part: 'keyword',
        word: at.object.keywordSpan,
        object: rawObject(project, file, at.object),
      };
    case 'type':
      return { kind: 'head', part: 'type', word: at.span, object: rawObject(project, file, at.object) };
    case 'blank':
      return { kind: 'key', word: here, object: rawObject(project, file, at.object), property: undefined };
    case 'key': {
      const object = rawObject(project, file, at.object);
      return { kind: 'key', word: at.property.keySpan, object, property: rawProperty(object, file, at.property) };
    }
    case 'value': {
      const object = rawObject(project, file, at.object);
      const property = rawProperty(object, file, at.property);
      return { kind: 'value', object, property, cursor: cursorIn(text, at.property.value, at.offset, offset) };
    }
    case 'setting-key':
      if (at.setting.equals === undefined) return { kind: 'top', word: at.setting.keySpan };
      return {
        kind: 'setting',
        setting: rawSetting(project, file, at.setting),
        part: 'key',
        cursor: cursorIn(text, at.setting.value, 0, offset),
      };
    case 'setting-value':
      return {
        kind: 'setting',
        setting: rawSetting(project, file, at.setting),
        part: 'value',
        cursor: cursorIn(text, at.setting.value, at.offset, offset),
      };
  }
}

/** The object that the project read from a node; the node by itself where it was read in other company (an include in a `define`). */
function rawObject(project: Project, file: FilePath, node: ObjectNode): RawObject {
  const found = symbolsOf(project)
    .objectsIn(file)
    .find((object) => object.node === node);
  return found ?? new ObjectOfFile(node);
}

function rawProperty(object: RawObject, file: FilePath, node: PropertyNode): RawProperty {
  return object.properties.find((property) => property.node === node) ?? fromNode(file, node);
}

function fromNode(file: FilePath, node: PropertyNode): RawProperty {
  return { key: node.key, value: node.value.text, written: node.value, node, file };
}

function rawSetting(project: Project, file: FilePath, node: SettingNode): RawSetting {
  const found = project.settings.find((setting) => setting.node === node);
  return found ?? { key: node.key, value: node.value.text, file, node, inMain: project.mains.includes(file) };
}

function cursorIn(text: string, value: Value, split: number, offset: number): ValueCursor {
  const behind = value.text !== '' && offset > value.span.end ? text.slice(value.span.end, offset) : '';
  return {
    before: value.text.slice(0, split) + behind,
    after: value.text.slice(split),
    spanOf: (start, end = 0) => {
      if (value.text === '' || start > split) return { start: offset, end: offset };
      const span = spanOf(value, start, split + end);
      return onLine(text, { start: Math.min(span.start, offset), end: Math.max(span.end, offset) }, offset);
    },
  };
}

/** What of a span is on the line of an offset in it. */
function onLine(text: string, { start, end }: Span, offset: number): Span {
  const isBreak = /[\r\n]/;
  return {
    start: isBreak.test(text.slice(start, offset)) ? offset : start,
    end: isBreak.test(text.slice(offset, end)) ? offset : end,
  };
}
