/** How much two texts have in common at their ends. */

/** So many characters are compared at once first: far quicker than one by one, in a text that has just been put together of others. */
const STRETCH = 2048;

/** How many characters two texts begin with alike. */
export function sameHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same + STRETCH <= most && a.slice(same, same + STRETCH) === b.slice(same, same + STRETCH)) same += STRETCH;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

/** How many characters two texts end with alike. */
export function sameTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  const stretch = (text: string, from: number): string => text.slice(text.length - from - STRETCH, text.length - from);
  let same = 0;
  while (same + STRETCH <= most && stretch(a, same) === stretch(b, same)) same += STRETCH;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}
