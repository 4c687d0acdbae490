/** Triggers: files of Python text that the arbiter takes in whole. */
import type { Copy, FilePath } from '../../project/types';
import { fileInCopy, triggerName } from '../copies';
import type { Difference } from '../compare';

/** Compares them by their paths from the copy's folder; how a line ends, and blank lines at the end, make no difference. */
export function compareTriggers(a: Copy, b: Copy): Difference[] {
  const texts = { a: textsOf(a), b: textsOf(b) };
  return [...new Set([...texts.a.keys(), ...texts.b.keys()])].flatMap((key) => {
    const [ours, theirs] = [texts.a.get(key), texts.b.get(key)];
    if (ours?.text === theirs?.text) return [];
    const place = (file: FilePath | undefined) =>
      file === undefined ? undefined : { file, span: { start: 0, end: 0 } };
    const label = { kind: 'trigger', type: 'trigger', name: triggerName(key) } as const;
    return [{ ...label, a: place(ours?.file), b: place(theirs?.file), values: [] }];
  });
}

function textsOf(copy: Copy): ReadonlyMap<string, { readonly file: FilePath; readonly text: string }> {
  return new Map(
    [...copy.project.triggerTexts].map(([file, text]) => [
      fileInCopy(copy, file),
      { file, text: text.replace(/\r\n?/g, '\n').trimEnd() },
    ]),
  );
}
