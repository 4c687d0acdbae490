import { expect, test } from 'vitest';
import { nodeAt } from '../../server/src/syntax/locate';
import { parse } from '../../server/src/syntax/parser';
import { at } from './outline';

/** What the `|` in a text stands on, with what belongs to it. */
function where(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const node = nodeAt(parse(text), offset);
  switch (node.kind) {
    case 'comment':
      return `comment ${at(text, node.comment.span)}`;
    case 'type':
      return `type «${at(text, node.span)}»`;
    case 'key':
      return `key ${node.property.key} of ${node.object.type}`;
    case 'value':
      return `value of ${node.property.key} at ${node.offset}`;
    case 'setting-key':
      return `key «${node.setting.key}»`;
    case 'setting-value':
      return `value of ${node.setting.key} at ${node.offset}`;
    case 'blank':
    case 'keyword':
    case 'brace':
      return `${node.kind} of «${node.object.type}»`;
    default:
      return node.kind;
  }
}

const cases: [text: string, expected: string][] = [
  ['|', 'top'],
  ['a=b\n|\n', 'top'],
  ['a=b\n  |', 'top'],
  ['define host {\n}\n|', 'top'],
  ['|;x', 'top'],
  ['|# x', 'top'],
  ['#| x', 'comment # x'],
  ['# x|', 'comment # x'],
  ['# x\\\n y|z', 'comment # x\\\n yz'],
  ['a=b ; x|', 'comment ; x'],
  ['define host {\n use a ;| x\n}', 'comment ; x'],

  ['def|', 'key «def»'],
  ['log_le|vel=INFO', 'key «log_level»'],
  ['log_level|=INFO', 'key «log_level»'],
  ['log_level=|', 'value of log_level at 0'],
  ['log_level=IN|FO', 'value of log_level at 2'],
  ['log_level=INFO  |', 'value of log_level at 4'],

  ['def|ine host {', 'keyword of «host»'],
  ['define|', 'keyword of «»'],
  ['define |', 'type «»'],
  ['define |{\n}', 'type «»'],
  ['define  | {\n}', 'type «»'],
  ['define ho|st', 'type «host»'],
  ['define host|{\n}', 'type «host»'],
  ['define host | {\n}', 'brace of «host»'],
  ['define host {|\n}', 'brace of «host»'],
  ['define host {  | use a\n}', 'dropped'],
  ['define host {\n}|', 'brace of «host»'],
  ['define host {\n} |', 'dropped'],
  ['define host {\n} # x|\n}', 'dropped'],
  ['define host\n|{\n}', 'brace of «host»'],
  ['define host\n|\n{\n}', 'top'],

  ['define host {\n|\n}', 'blank of «host»'],
  ['define host {\n  |', 'blank of «host»'],
  ['define host {\n|  use a\n}', 'blank of «host»'],
  ['define host {\n use a\n\n|\ndefine service {\n}', 'blank of «host»'],
  ['define host {\n u|\n}', 'key u of host'],
  ['define host {\n use|  a\n}', 'key use of host'],
  ['define host {\n use | a\n}', 'value of use at 0'],
  ['define host {\n use |\n}', 'value of use at 0'],
  ['define host {\n use |;x\n}', 'value of use at 0'],
  ['define host {\n use a, |\n}', 'value of use at 2'],
  ['define host {\n use a,|b\n}', 'value of use at 2'],
  ['define host {\n use a\\;b|c\n}', 'value of use at 3'],
  ['define host {\n use a,\\\n   b|c\n}', 'value of use at 3'],
  ['define host {\n use a,\\\n | bc\n}', 'value of use at 2'],
  ['define host {\r\n use a|\r\n}\r\n', 'value of use at 1'],
];
test.each(cases)('%j', (text, expected) => {
  expect(where(text)).toBe(expected);
});
