import type { Model } from '../model/types';
import { edits } from '../rules/edits';
import type { Fix, ValueQuestion } from '../rules/rule';
import { setDirective } from './changes';
import type { Daemon } from './topology';

/**
 * Writes a directive of a daemon that only a person knows for sure: an editor asks for the value, with the proposed one filled in. Where
 * there is none to propose, no editor without dialogues offers it. Nothing for an invented daemon.
 */
export function askValue(
  model: Model,
  daemon: Daemon,
  key: ValueQuestion['key'],
  proposed: string | undefined,
): readonly Fix[] {
  const { item, kind, name } = daemon;
  if (!item.source) return [];
  const written = item.origins.has(key);
  const what = `${written || key === 'address' ? 'Set' : 'Add'} ${key === 'address' ? 'the address' : key}`;
  const question = { about: 'value', kind, name, key, proposed: proposed ?? '' } as const;
  if (proposed === undefined) return [{ title: what, change: edits(), question }];
  const edit = setDirective(model, daemon, key, proposed);
  const title = `${what} ${key === 'address' ? 'to ' : ''}${proposed}`;
  return edit ? [{ title, change: edits(edit), question, preferred: key === 'host_name' }] : [];
}
