/** What the rules about directives that are written twice have in common. */
import type { Model } from '../model/types';
import type { RawProperty } from '../project/types';
import { edits } from './edits';
import { deleteLines } from './fixes';
import type { Fix, RelatedPlace } from './rule';

export interface Repeated {
  readonly lost: RawProperty;
}

export function relatedLine({ file, node }: RawProperty, message: string): RelatedPlace {
  return { file, span: node.span, message };
}

export function fixRepeated({ lost }: Repeated, model: Model): readonly Fix[] {
  const change = edits(deleteLines(model.text(lost.file) ?? '', lost.file, lost.node.span));
  return [{ title: 'Remove this line', change, preferred: true }];
}
