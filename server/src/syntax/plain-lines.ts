/**
 * The fast way through a text: lines that mean what they seem to. They are nearly all lines of nearly all files, and a large configuration has
 * half a million. Whatever could be anything else is left to the parser, which knows it all: a line is either taken whole or not touched. What
 * makes a line one of the others is looked for in the text as a whole, which is many times quicker than to look at each character.
 */
import { codesOf } from './codes';
import { NextOf } from './next-of';
import type { Span } from './nodes';
import { type Head, OpenObject } from './object-node';
import { WrittenLine } from './property';
import { SharedLines } from './shared-lines';
import { sharedName, SharedStrings } from './shared-strings';
import type { TreeBuilder } from './tree-builder';

/** The line is not plain. */
const NOT_PLAIN = -1;

const TAB = 0x09;
const SPACE = 0x20;
const HASH = 0x23;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;
const LETTER_D = 0x64;
const LETTER_S = 0x73;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Blanks to somebody, and characters that look like one: all but space, tab and what ends a line. */
const ODD_BLANKS = [
  ...'\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d',
  ...'\u2028\u2029\u202f\u205f\u2060\u3000\ufeff',
];

export class PlainLines {
  private readonly text: string;
  private readonly codes: Uint16Array;
  private readonly returns: NextOf;
  private readonly semicolons: NextOf;
  private readonly hashes: NextOf;
  private readonly oddBlanks: NextOf;
  private readonly names: SharedStrings;
  private readonly values: SharedStrings;
  private readonly lines: SharedLines;
  /** The last of each type. */
  private readonly heads = new Map<string, Head>();
  /** How many stretches have been passed over. */
  private passed = 0;

  /** For the whole text of the tree, but for some of its lines. */
  constructor(
    private readonly tree: TreeBuilder,
    private readonly leftOut: readonly Span[] = [],
  ) {
    const { text } = tree.sheet;
    this.text = text;
    this.codes = codesOf(text);
    this.returns = new NextOf(text, ['\r']);
    this.semicolons = new NextOf(text, [';']);
    this.hashes = new NextOf(text, ['#']);
    this.oddBlanks = new NextOf(text, ODD_BLANKS);
    this.names = new SharedStrings(text, this.codes, sharedName);
    this.values = new SharedStrings(text, this.codes);
    this.lines = new SharedLines(this.codes, text.length);
  }

  /** Takes lines from the beginning of one on, and gives the beginning of the first that is not plain. */
  take(from: number): number {
    // That its `{` does not come is said of an object when the next line is read.
    if (this.tree.waiting) return from;
    for (let at = this.passOver(from); ;) {
      const next = this.line(at);
      if (next === NOT_PLAIN) return at;
      at = this.passOver(next);
    }
  }

  private passOver(from: number): number {
    let at = from;
    for (let next = this.leftOut[this.passed]; next?.start === at; next = this.leftOut[this.passed]) {
      at = next.end;
      this.passed++;
    }
    return at;
  }

  /** Takes the line that begins at an offset, and gives the beginning of the next. The last line, which no break ends, is never plain. */
  private line(start: number): number {
    const { text, codes } = this;
    const feed = text.indexOf('\n', start);
    if (feed < 0) return NOT_PLAIN;
    const lineEnd = Math.min(feed, this.returns.from(start));
    if (lineEnd < feed - 1) return NOT_PLAIN;
    const semicolon = this.semicolons.from(start);
    const isCommented = semicolon < lineEnd;
    if (isCommented && semicolon > start && codes[semicolon - 1] === BACKSLASH) return NOT_PLAIN;
    const first = this.skipPadding(start, lineEnd);
    const end = this.skipPaddingBack(first, isCommented ? semicolon : lineEnd);
    if (this.oddBlanks.from(start) < end || this.mayGoOn(end)) return NOT_PLAIN;
    if (codes[first] === HASH) this.tree.comment('#', first, lineEnd);
    else {
      if (first < end && !this.statement(first, end)) return NOT_PLAIN;
      if (isCommented) this.tree.comment(';', semicolon, lineEnd);
    }
    return feed + 1;
  }

  /** What a line says, from its first to its last character. */
  private statement(start: number, end: number): boolean {
    const { text, codes, tree } = this;
    const code = codes[start];
    if (code === CLOSE) return end === start + 1 && this.close(start);
    if (code === LETTER_D && text.startsWith('define', start)) return this.define(start, end);
    return code !== OPEN && tree.inObject && this.property(start, end);
  }

  private property(start: number, end: number): boolean {
    const { tree } = this;
    if (!tree.hasObject) return false;
    const object = tree.current();
    const place = start - object.base;
    const line = this.lines.find(start, end, place) ?? this.newLine(start, end, place);
    if (!line) return false;
    tree.line(line);
    object.growBy(start, end);
    return true;
  }

  /** A line that is not known yet; undefined for one that is not plain. */
  private newLine(start: number, end: number, place: number): WrittenLine | undefined {
    const { codes } = this;
    if (this.hashes.from(start) < end) return undefined;
    let keyEnd = start;
    for (; keyEnd < end; keyEnd++) {
      const code = codes[keyEnd];
      if (code === SPACE || code === TAB) break;
      if (code === EQUALS) return undefined;
    }
    const valueStart = this.skipPadding(keyEnd, end);
    if (codes[valueStart] === EQUALS) return undefined;
    const line = new WrittenLine(this.names.slice(start, keyEnd), this.values.slice(valueStart, end), place);
    this.lines.keep(line, start, end, place);
    return line;
  }

  private define(start: number, end: number): boolean {
    const { codes, tree } = this;
    const blank = start + 'define'.length;
    const typeStart = this.skipPadding(blank, end);
    const open = end - 1;
    const typeEnd = this.skipPaddingBack(typeStart, open);
    if (tree.inObject || typeStart === blank || typeEnd === typeStart || codes[open] !== OPEN) return false;
    for (let at = typeStart; at < typeEnd; at++) {
      const code = codes[at];
      if (code === OPEN || code === TAB) return false;
    }
    const head = this.head(this.names.slice(typeStart, typeEnd), typeStart - start, open - start);
    tree.begin(new OpenObject(tree.sheet, start, head)).growBy(start, end);
    tree.inObject = true;
    return true;
  }

  /** Objects of one type mostly begin alike: they have the same one. */
  private head(type: string, typePlace: number, opening: number): Head {
    const usual = this.heads.get(type);
    if (usual?.typePlace === typePlace && usual.opening === opening) return usual;
    const head: Head = { type, keyword: 0, typePlace, opening };
    this.heads.set(type, head);
    return head;
  }

  private close(start: number): boolean {
    const { tree } = this;
    if (!tree.inObject || !tree.hasObject) return false;
    tree.current().growBy(start, start + 1);
    tree.current().closeAt(start);
    tree.inObject = false;
    return true;
  }

  private skipPadding(from: number, end: number): number {
    const { codes } = this;
    let at = from;
    while (at < end && isPadding(codes[at])) at++;
    return at;
  }

  private skipPaddingBack(from: number, end: number): number {
    const { codes } = this;
    let at = end;
    while (at > from && isPadding(codes[at - 1])) at--;
    return at;
  }

  /** What a line says ends there in a backslash, or in one and letters `s`: it may go on in the next line. */
  private mayGoOn(end: number): boolean {
    const { codes } = this;
    let at = end - 1;
    while (at >= 0 && codes[at] === LETTER_S) at--;
    return at >= 0 && codes[at] === BACKSLASH;
  }
}

function isPadding(code: number | undefined): boolean {
  return code === SPACE || code === TAB;
}
