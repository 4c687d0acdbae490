/**
 * Typing before anybody types. What judges an excerpt has never run when the first letter comes, and takes several times as long as once it
 * has been compiled: so a letter is typed, for nobody to see, behind one value after the other, and what it would change is worked out and
 * forgotten.
 */
import { isTemplate } from '../model/names/written';
import type { RawObject, SourceFile } from '../project/types';
import type { Steps } from '../steps';
import type { SyntaxTree } from '../syntax/nodes';
import type { Amender } from './amend';

/** So many hosts, and so many services. With their values it is some dozen letters, after which more make it no quicker. */
const OBJECTS = 3;

/**
 * Types into a file of the amender's configuration as it was judged; `parse` parses what it would then be. Says whether there is anything in
 * the file to type into.
 */
export function* rehearsing(
  amender: Amender,
  { path, text }: SourceFile,
  parse: (text: string) => SyntaxTree,
): Steps<boolean> {
  const objects = typicalOf(amender.objectsIn(path));
  for (const { properties } of objects) {
    for (const { node } of properties) {
      const { end } = node.value.span;
      const after = `${text.slice(0, end)}x${text.slice(end)}`;
      yield;
      yield* amender.amending({ path, text: after, tree: parse(after) });
    }
  }
  return objects.length > 0;
}

/** The first of those that a keystroke is told of without judging all. */
function typicalOf(objects: readonly RawObject[]): readonly RawObject[] {
  return ['host', 'service'].flatMap((type) => {
    return objects.filter((object) => object.type === type && !isTemplate(object)).slice(0, OBJECTS);
  });
}
