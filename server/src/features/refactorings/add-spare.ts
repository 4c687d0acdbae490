import { spareFix } from '../../availability/spare-fixes';
import { topologyOf } from '../../availability/topology';
import { overlaps } from '../feature';
import type { Refactoring } from './offer';

/** "Add matching spare" on any active daemon: a spare with its modules, realm, tags and flags. */
export const addSpare: Refactoring = ({ model }, { file, span }) => {
  const master = topologyOf(model).daemons.find(
    ({ item: { source }, spare }) => !spare && source?.file === file && overlaps(source.node.span, span),
  );
  const fix = master && spareFix(model, master);
  if (!fix) return [];
  const { title, preferred, question } = fix;
  return [{ title, preferred, question, kind: 'refactor', change: () => fix.change }];
};
