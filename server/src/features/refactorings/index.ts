/** The registry of refactorings: what is offered where the cursor is, whether or not anything is wrong there. */
import { addSpare } from './add-spare';
import { extractTemplate } from './extract-template';
import { inlineTemplate } from './inline-template';
import { joinFiles } from './join-files';
import { layOutList, sortList } from './lists';
import type { Refactoring } from './offer';
import { orderDirectives } from './order-directives';
import { moveObject, splitFile } from './split-file';

export * from './offer';

/** One line a refactoring. */
export const refactorings: readonly Refactoring[] = [
  extractTemplate,
  inlineTemplate,
  sortList,
  layOutList,
  orderDirectives,
  moveObject,
  splitFile,
  joinFiles,
  addSpare,
];
