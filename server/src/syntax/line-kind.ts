import { isBlank } from './blanks';
import type { ReaderState } from './nodes';

/** What a logical line is to the arbiter's reader. */
export type LineKind =
  /** Empty, or a comment. */
  | 'nothing'
  /** Begins with a `}` and goes on: skipped. */
  | 'lost'
  | 'close'
  /** The `{` that a `define` waits for. */
  | 'open'
  | 'define'
  | 'property'
  | 'setting';

/** What the arbiter's reader carries from one logical line to the next. */
export type LineState = Pick<ReaderState, 'inObject' | 'pendingDefine'>;

/** What a logical line is, comment, blanks and continuations taken off, where the lines before have left such a state. */
export function lineKind(text: string, { inObject, pendingDefine }: LineState): LineKind {
  const first = text.charCodeAt(0);
  if (text === '' || first === 0x23) return 'nothing';
  if (first === 0x7d) return onlyBlanks(text, 1) ? 'close' : 'lost';
  if (first === 0x7b && pendingDefine && onlyBlanks(text, 1)) return 'open';
  if (first === 0x64 && text.startsWith('define')) return 'define';
  return inObject ? 'property' : 'setting';
}

/** The state that such a line leaves behind. */
export function stateBehind(kind: LineKind, text: string, state: LineState): LineState {
  const { inObject, pendingDefine } = state;
  if (kind === 'close') return { inObject: false, pendingDefine };
  if (kind === 'open') return { inObject: true, pendingDefine: false };
  if (kind !== 'define') return state;
  return text.includes('{') ? { inObject: true, pendingDefine } : { inObject, pendingDefine: true };
}

function onlyBlanks(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}
