/** What lenses on objects have in common. */
import type { Analysis } from '../../analysis';
import { headPlace } from '../../model/item';
import { nameProperty, titleOf } from '../../model/names/written';
import type { FilePath, Place, RawObject } from '../../project/types';
import type { CodeLens, LensKind, LensText } from '../code-lens';
import { symbolsOf } from '../symbols';

type Say = (others: readonly Analysis[]) => LensText;

/** A lens on each object of a file that `draw` has something to say of. Objects of one title are told apart by their number. */
export function onObjects(
  { project }: Analysis,
  file: FilePath,
  kind: LensKind,
  draw: (object: RawObject) => Say | undefined,
): readonly CodeLens[] {
  const titles = new Map<string, number>();
  const found: CodeLens[] = [];
  for (const object of symbolsOf(project).objectsIn(file)) {
    const say = object.file === file ? draw(object) : undefined;
    if (!say) continue;
    const title = `${object.type} ${titleOf(object)}`;
    const number = titles.get(title) ?? 0;
    titles.set(title, number + 1);
    const id = JSON.stringify([kind, title, number]);
    found.push({ kind, id, span: headPlace(object).span, say: (others = []) => say(others) });
  }
  return found;
}

/** Where an object has its name, else its head. */
export function placeOfName(object: RawObject): Place {
  const property = nameProperty(object);
  return property && property.value !== ''
    ? { file: property.file, span: property.node.value.span }
    : headPlace(object);
}
