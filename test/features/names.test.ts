import { describe, expect, test } from 'vitest';
import { documentHighlights, references } from '../../server/src/features/references';
import { prepareRename, rename } from '../../server/src/features/rename';
import { workspace } from '../support/workspace';
import { bound } from './shapes/bound';
import { daemons } from './shapes/daemons';
import { hosts } from './shapes/hosts';
import { people } from './shapes/people';
import { services } from './shapes/services';
import { analysisOfFiles, applied, codesOf } from '../support/analysis';

/** Places of a name, marked `«so»` in the declared workspace. */
interface Marked {
  readonly files: ReadonlyMap<string, string>;
  readonly places: readonly { readonly file: string; readonly start: number; readonly end: number }[];
}

function marked(declaration: string): Marked {
  const files = new Map<string, string>();
  const places: { file: string; start: number; end: number }[] = [];
  for (const [file, text] of workspace(declaration).files) {
    let plain = '';
    for (const [index, piece] of text.split(/[«»]/).entries()) {
      if (index % 2 === 1) places.push({ file, start: plain.length, end: plain.length + piece.length });
      plain += piece;
    }
    files.set(file, plain);
  }
  return { files, places };
}

const shown = (places: Marked['places']): string[] =>
  places.map(({ file, start, end }) => `${file}:${start}-${end}`).sort();

/** From each marked place: all of them and no others are found, and those in the same file are highlighted. */
function checkFound(declaration: string): void {
  const { files, places } = marked(declaration);
  const analysis = analysisOfFiles(files);
  for (const { file, start, end } of places) {
    for (const offset of new Set([start, start + 1, end])) {
      const found = references(analysis, { file, offset }, true);
      expect(shown(found.map((place) => ({ file: place.file, ...place.span })))).toEqual(shown(places));
    }
    const lit = documentHighlights(analysis, { file, offset: start });
    const here = places.filter((place) => place.file === file);
    expect(shown(lit.map(({ span }) => ({ file, ...span })))).toEqual(shown(here));
  }
}

/** From each marked place: all of them and no others are renamed; what is judged of the configuration stays the same. */
function checkRenamed(declaration: string, wanted = 'new-name'): void {
  const { files, places } = marked(declaration);
  const analysis = analysisOfFiles(files);
  const expected = workspace(declaration.replace(/«[^»]*»/g, wanted)).files;
  const before = codesOf(analysis);
  for (const { file, start, end } of places) {
    expect(prepareRename(analysis, { file, offset: start })?.span).toEqual({ start, end });
    const result = applied(files, rename(analysis, { file, offset: start }, wanted));
    expect(Object.fromEntries(result)).toEqual(Object.fromEntries(expected));
  }
  expect(codesOf(analysisOfFiles(expected))).toEqual(before);
}

const shapes = [...hosts, ...services, ...people, ...daemons];

describe('every kind of name, wherever it can stand', () => {
  test.each(shapes)('$title', ({ declaration, wanted }) => {
    checkFound(declaration);
    checkRenamed(declaration, wanted);
  });
});

describe('what is bound together', () => {
  test.each(bound)('$title', ({ declaration, wanted }) => {
    checkRenamed(declaration, wanted);
  });
});
