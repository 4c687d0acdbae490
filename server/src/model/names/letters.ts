/** Which letters a text has: of each, one bit, which it shares with others. A text that lacks a bit lacks a letter. */
export function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits >>> 0;
}
