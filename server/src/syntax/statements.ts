import { isBlank, skipSpaces, skipSpacesBack } from './blanks';
import { oddBlanks, propertyFacts, settingFacts } from './line-facts';
import { lineKind, stateBehind } from './line-kind';
import type { ObjectNode, SettingNode } from './nodes';
import { headOf, movedPlace, OpenObject, type Place } from './object-node';
import { CutNode, PlacedLine, WrittenLine } from './property';
import { cut, spanOf, type Decoded } from './scanner';
import { sharedName } from './shared-strings';
import type { TreeBuilder } from './tree-builder';

/** Gives each logical line its place in the tree, and notes what is odd about it. */
export class Statements {
  constructor(private readonly tree: TreeBuilder) {}

  /** Takes the next logical line. */
  take(line: Decoded): void {
    const { text } = line;
    const { tree } = this;
    const kind = lineKind(text, tree);
    if (kind === 'property') this.property(line);
    else if (kind === 'setting') this.setting(line);
    else if (kind === 'define') this.define(line);
    else if (kind === 'close') this.close(line);
    else if (kind === 'lost') this.lost(line);
    else if (kind === 'open') this.open(line);
    const { inObject, pendingDefine } = stateBehind(kind, text, tree);
    tree.inObject = inObject;
    tree.pendingDefine = pendingDefine;
  }

  private grow(line: Decoded): OpenObject {
    const object = this.tree.current();
    object.growBy(line.span.start, line.span.end);
    return object;
  }

  private lost(line: Decoded): void {
    const { text } = cut(line, skipSpaces(line.text, 1, line.text.length), line.text.length);
    this.tree.fact('text-after-close', line.span, { text, ...(this.tree.inObject && { object: this.grow(line) }) });
  }

  private close(line: Decoded): void {
    const span = spanOf(line, 0, 1);
    if (this.tree.inObject) {
      this.grow(line).closeAt(span);
    } else this.tree.fact('stray-close', span, { text: '}' });
  }

  private open(line: Decoded): void {
    this.grow(line).openAt(spanOf(line, 0, 1));
    this.tree.waiting = undefined;
  }

  private define(line: Decoded): void {
    this.before(line);
    const { text } = line;
    let blank = 0;
    while (blank < text.length && !isBlank(text.charCodeAt(blank))) blank++;
    const head = Math.min(blank + 1, text.length);
    const brace = text.indexOf('{');
    const typeEnd = brace >= head ? brace : text.indexOf('{', head);
    const stop = typeEnd < 0 ? text.length : typeEnd;
    const from = skipSpaces(text, head, stop);
    const to = skipSpacesBack(text, from, stop);
    const type = text.slice(from, to).replace(/[\t\n\v\f\r]/g, ' ');
    const at = typeEnd < 0 ? brace : typeEnd;
    const keyword = placeOf(line, 0, 6);
    const base = typeof keyword === 'number' ? keyword : keyword.start;
    const typePlace = movedPlace(placeOf(line, from, to), -base);
    const beginning = { type, keyword: movedPlace(keyword, -base), typePlace, opening: undefined };
    const object = this.tree.begin(new OpenObject(this.tree.sheet, base, beginning));
    if (at >= 0) object.openAt(placeOf(line, at, at + 1));
    object.end = line.span.end;
    oddBlanks(line, to, this.tree.facts, object);
    if (typeEnd >= 0) this.behindOpen(line, typeEnd + 1, object);
    else if (brace < 0) this.tree.waiting = object;
  }

  /** A `define` ends what is open: noted on the object that it ends, unless it is the line that is odd. */
  private before(line: Decoded): void {
    this.missOpen();
    if (!this.tree.inObject) return;
    const object = this.tree.current();
    object.endByDefine();
    if (/^define[\t\n\v\f\r {]/.test(line.text) || line.text === 'define') {
      this.tree.fact('unclosed-before-define', headOf(object), { text: object.type, object });
    } else this.tree.fact('define-inside-object', line.span, { text: line.text, object });
  }

  private behindOpen(line: Decoded, from: number, object: ObjectNode): void {
    const { text } = line;
    const start = skipSpaces(text, from, text.length);
    const end = skipSpacesBack(text, start, text.length);
    if (start === end) return;
    if (text.charAt(end - 1) !== '}') {
      this.tree.fact('text-after-open', spanOf(line, start, end), { text: text.slice(start, end), object });
      return;
    }
    const inner = text.slice(start, skipSpacesBack(text, start, end - 1));
    this.tree.fact('one-line-define', line.span, { text: inner, object });
  }

  /** Notes, once, that the `{` of a `define` did not come when it should have. */
  missOpen(): void {
    const { waiting } = this.tree;
    if (!waiting) return;
    this.tree.fact('missing-open', headOf(waiting), { text: waiting.type, object: waiting });
    this.tree.waiting = undefined;
  }

  private property(line: Decoded): void {
    this.missOpen();
    const { text } = line;
    let keyEnd = 0;
    while (keyEnd < text.length && !isBlank(text.charCodeAt(keyEnd))) keyEnd++;
    let from = keyEnd;
    while (from < text.length && isBlank(text.charCodeAt(from))) from++;
    const object = this.grow(line);
    const valueStart = from < text.length ? from : keyEnd;
    const valueEnd = from < text.length ? text.length : keyEnd;
    const key = sharedName(text.slice(0, keyEnd));
    const place = line.pieces
      ? new CutNode(line.span, key, spanOf(line, 0, keyEnd), cut(line, valueStart, valueEnd)).moved(-object.base)
      : line.span.start - object.base;
    const written = new WrittenLine(key, text.slice(valueStart, valueEnd), place);
    this.tree.line(written);
    const { node } = new PlacedLine(written, object);
    if (text === '{') this.tree.fact('stray-open', node.span, { text, object });
    else propertyFacts(line, node, object, this.tree.facts);
  }

  private setting(line: Decoded): void {
    this.missOpen();
    const { text } = line;
    const found = text.indexOf('=');
    const equals = found < 0 ? undefined : spanOf(line, found, found + 1).start;
    const keyEnd = found < 0 ? text.length : found;
    const node: SettingNode = {
      kind: 'setting',
      span: line.span,
      key: text.slice(0, keyEnd),
      keySpan: spanOf(line, 0, keyEnd),
      equals,
      value: cut(line, Math.min(keyEnd + 1, text.length), text.length),
    };
    this.tree.nodes.push(node);
    settingFacts(line, node, this.tree.facts);
  }

  /** Nothing follows, in no other text either. */
  atEnd(): void {
    const { tree } = this;
    if (!tree.inObject || !tree.hasObject) return;
    const object = tree.current();
    tree.fact('unclosed-at-end', headOf(object), { text: object.type, object });
  }
}

/** Where a stretch of a line stands: its beginning says it where the line stands in the file as it is decoded. */
function placeOf(line: Decoded, from: number, to: number): Place {
  return line.pieces ? spanOf(line, from, to) : line.span.start + from;
}
