/**
 * What definitions are called in a list of all of them, and which of them fit some letters. There may be a hundred thousand in a thousand
 * files, looked through with every letter that somebody types: the titles of a file are one text in small letters, made once, in which
 * letters are searched as in any text.
 */
import { lettersIn } from '../model/names/letters';
import type { Occurrence, Space } from '../model/names/occurrence';
import type { Family, Named } from '../model/names/stretches';
import { isTemplate, titleOf } from '../model/names/written';
import { Attached } from '../project/attached';

export interface SymbolTitle {
  readonly title: string;
  readonly definition: Occurrence;
}

/** 0 is the very name or title, 1 begins so, 2 has a word that does, 3 holds the letters, 4 holds them in their order. */
export type Rank = 0 | 1 | 2 | 3 | 4;

type Take = (rank: Rank, title: SymbolTitle) => void;

/** Definitions of one name: those of a service have titles of their own, which end in the name. */
interface Namesakes {
  /** In small letters. */
  readonly name: string;
  /** Which titles: from, to below. */
  readonly from: number;
  readonly to: number;
}

/** Behind each title: values are of one line. */
const BREAK = '\n';

export class SymbolTitles {
  private readonly titles: SymbolTitle[] = [];
  private readonly names: Namesakes[] = [];
  private readonly text: string;
  /** Where each title begins in the text; behind the last one, where the next one would. */
  private readonly starts: Uint32Array;
  /** The letters of each title, as `lettersIn` has them. */
  private readonly letters: Uint32Array;

  constructor(family: Family) {
    const texts: string[] = [];
    for (const [name, places] of family) {
      const from = this.titles.length;
      for (const definition of places) {
        const title = titleFor(definition);
        this.titles.push({ title, definition });
        texts.push(title.toLowerCase());
      }
      this.names.push({ name: name.toLowerCase(), from, to: this.titles.length });
    }
    this.starts = new Uint32Array(texts.length + 1);
    for (const [index, { length }] of texts.entries()) this.starts[index + 1] = this.startOf(index) + length + 1;
    this.letters = Uint32Array.from(texts, lettersIn);
    this.text = texts.map((text) => text + BREAK).join('');
  }

  /** Those that hold the letters one behind the other, in small letters; without any letters, all. */
  holding(letters: string, take: Take): void {
    if (letters.includes(BREAK)) return;
    let next = this.text.indexOf(letters);
    for (const { name, from, to } of this.names) {
      if (next < 0) return;
      const end = this.startOf(to);
      if (next >= end) continue;
      const ofName = rankIn(name, 0, name.length, letters, name.indexOf(letters));
      for (let index = from; index < to; index++) {
        const [start, behind] = [this.startOf(index), this.startOf(index + 1)];
        // No title fits better than a name that begins so.
        if (ofName !== undefined && ofName <= 1) this.give(ofName, index, take);
        else if (next >= 0 && next < behind) {
          const rank = rankIn(this.text, start, behind - 1, letters, next) ?? 3;
          this.give(ofName !== undefined && ofName < rank ? ofName : rank, index, take);
          next = this.text.indexOf(letters, behind);
        }
      }
      if (next >= 0 && next < end) next = this.text.indexOf(letters, end);
    }
  }

  /** Those that have the letters in their order, with others between, and do not hold them one behind the other. */
  scattering(letters: string, take: Take): void {
    const { text } = this;
    const wanted = letters.replace(/\s+/g, '');
    const needed = lettersIn(wanted);
    for (let index = 0; index < this.titles.length; index++) {
      if ((needed & ~(this.letters[index] ?? 0)) !== 0) continue;
      const end = this.startOf(index + 1) - 1;
      let found = 0;
      for (let at = this.startOf(index); at < end && found < wanted.length; at++) {
        if (text.charCodeAt(at) === wanted.charCodeAt(found)) found++;
      }
      if (found === wanted.length && !text.slice(this.startOf(index), end).includes(letters)) this.give(4, index, take);
    }
  }

  private give(rank: Rank, index: number, take: Take): void {
    const title = this.titles[index];
    if (title) take(rank, title);
  }
  private startOf(index: number): number {
    return this.starts[index] ?? 0;
  }
}

/** How well letters fit what stands between two offsets of a text, `first` being the first place where they are; undefined: not at all. */
function rankIn(text: string, start: number, end: number, letters: string, first: number): Rank | undefined {
  if (letters === '') return 0;
  if (first < 0) return undefined;
  if (first === start) return end - start === letters.length ? 0 : 1;
  for (let at = first; at >= 0 && at < end; at = text.indexOf(letters, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 2;
  }
  return 3;
}

/** A service with its host, where the text says one. */
function titleFor({ space, name, object }: Occurrence): string {
  return space === 'service' && object?.type === 'service' && !isTemplate(object) ? titleOf(object) : name;
}

const known = new Attached<Named, Map<Space, SymbolTitles>>();

/** The titles of what a part of a project defines in a space: of an unchanged file, the very same. */
export function titlesIn(section: Named, space: Space): SymbolTitles {
  let ofSection = known.get(section);
  if (!ofSection) known.set(section, (ofSection = new Map()));
  let titles = ofSection.get(space);
  if (!titles) ofSection.set(space, (titles = new SymbolTitles(section.definitions(space))));
  return titles;
}
