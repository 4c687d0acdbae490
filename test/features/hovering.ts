import { expect } from 'vitest';
import { hover } from '../../server/src/features/hover';
import { scene, where } from './support';

/** What the hover at `$0` says; the text it belongs to stands in front. */
export function hoverAt(declaration: string): string | undefined {
  const found = scene(declaration);
  const result = hover(found.analysis, found.at, (place) => where(found, place));
  if (!result) return undefined;
  const text = found.files.get(found.at.file)?.slice(result.span.start, result.span.end) ?? '';
  return `${text} | ${result.contents}`;
}

/** The hover at `$0` says all of this. */
export function check(declaration: string, ...wanted: readonly (string | RegExp)[]): void {
  const found = hoverAt(declaration) ?? 'nothing';
  for (const one of wanted) {
    if (typeof one === 'string') expect(found).toContain(one);
    else expect(found).toMatch(one);
  }
}
