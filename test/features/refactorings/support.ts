import { codeActions, type CodeAction } from '../../../server/src/features/code-actions';
import { Refusal } from '../../../server/src/features/refactorings';
import { applied } from '../../support/analysis';
import { dedent, ROOT } from '../../support/workspace';
import { scene, surroundings, type Scene } from '../support';

/** The refactorings on offer at `$0`; `to` is the text at whose end a selection ends that begins there. */
export function offered(found: Scene, to?: string): readonly CodeAction[] {
  const { file, offset } = found.at;
  const text = found.files.get(file) ?? '';
  const end = to === undefined ? offset : text.indexOf(to, offset) + to.length;
  return codeActions(found.analysis, { file, span: { start: offset, end } }, surroundings(found)).filter(
    ({ kind }) => kind !== 'quickfix',
  );
}

/** Their titles. */
export function titles(declaration: string, to?: string): string[] {
  return offered(scene(declaration), to).map(({ title }) => title);
}

/**
 * What a refactoring makes of a declared workspace: the files that change, as `#- path` and their text, those that go as `#- path gone`;
 * or why it is refused.
 */
export function refactored(declaration: string, title: RegExp, to?: string): string {
  const found = scene(declaration);
  const all = offered(found, to);
  const action = all.find((one) => title.test(one.title));
  if (!action) return `not offered, only: ${all.map((one) => one.title).join('; ')}`;
  try {
    const after = applied(found.files, action.change());
    const files = [...new Set([...found.files.keys(), ...after.keys()])].filter(
      (file) => found.files.get(file) !== after.get(file),
    );
    return files.map((file) => `#- ${file.replace(`${ROOT}/`, '')}${content(after.get(file))}`).join('');
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const content = (text: string | undefined): string => (text === undefined ? ' gone\n' : `\n${text}`);

/** The main file as it is to become. */
export const becomes = (text: string): string => `#- shinken.cfg\n${dedent(text)}`;
