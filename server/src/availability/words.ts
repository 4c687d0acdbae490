/** Words that the messages about availability share. */
import { titleOf } from './topology';
import type { Daemon } from './topology';

/** More names than these are a number. */
const MOST_NAMES = 4;

/** `a`, `a and b`, `a, b and c`; of many the first few and how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const rest = names.length - shown.length;
  const words = rest > 0 ? [...shown, `${String(rest)} more`] : shown;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `the realm A`, `the realms A and B`. */
export function realmsListed(realms: readonly string[]): string {
  return `the ${realms.length === 1 ? 'realm' : 'realms'} ${listed(realms)}`;
}

/** `the poller one`, `the pollers one and two`: daemons of one kind. */
export function daemonsListed(daemons: readonly Daemon[]): string {
  const [first] = daemons;
  if (!first || daemons.length === 1) return first ? `the ${titleOf(first)}` : '';
  return `the ${first.kind}s ${listed(daemons.map(({ name }) => name))}`;
}

const works = { poller: 'checks', reactionner: 'notifications and event handlers' } as const;

/** `the checks tagged DMZ`, `the untagged checks`: what pollers or reactionners with these tags do. */
export function workOf(kind: string, tags: readonly string[]): string {
  const work = works[kind === 'poller' ? 'poller' : 'reactionner'];
  const named = tags.filter((tag) => tag !== 'None');
  if (named.length === tags.length) return `the ${work} tagged ${listed(named)}`;
  return named.length === 0 ? `the untagged ${work}` : `the ${work} tagged ${listed(named)} and those without a tag`;
}
