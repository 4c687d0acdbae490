/** What may die after a change, as the command line tells it. */
import type { Gap, Outlook } from '../availability/outlook';

/** The part of a JSON result that says what may die. */
export function outlookAsJson({ survives, cannotCover }: Outlook): object {
  return { survives, cannotCover: cannotCover.map(gapAsJson) };
}

/** Work without a `server` is not done even while all is well. */
export function gapAsJson({ machine, kind, realm, tag, why }: Gap): object {
  return { server: machine, realm, kind, tag, why };
}

/** In sentences: the verdict, then each gap. */
export function outlookAsLines({ verdict, cannotCover }: Outlook): readonly string[] {
  return [verdict, ...cannotCover.map(({ text }) => `  ${text}`)];
}

/** A heading with its lines; nothing where there are none. */
export function part(title: string, list: readonly string[]): string {
  return list.length > 0 ? `\n${title}\n${list.map((line) => `  - ${line}\n`).join('')}` : '';
}
