/** `service_excludes` and `service_includes` of hosts (host.py, `is_excluded_for_sdesc`). */
import type { Item } from './item';
import { pythonRegex } from './python-regex';

type Matcher = (description: string) => boolean;

/** What the patterns of one list say; `bad` ones do not compile. */
interface Filter {
  readonly matchers: readonly Matcher[];
  readonly bad: readonly string[];
}

const filters = new WeakMap<readonly string[], Filter>();

/** Compiles a list of patterns: `*`, `r:regex`, or an exact description. Lists are shared by the heirs of a template, so are filters. */
export function filterOf(patterns: readonly string[]): Filter {
  const before = filters.get(patterns);
  if (before) return before;
  const bad: string[] = [];
  const matchers: Matcher[] = [];
  for (const pattern of patterns) {
    const matcher = matcherOf(pattern);
    if (matcher) matchers.push(matcher);
    else bad.push(pattern);
  }
  const filter: Filter = { matchers, bad };
  filters.set(patterns, filter);
  return filter;
}

/** Undefined for a pattern that does not compile. */
export function matcherOf(pattern: string): Matcher | undefined {
  if (pattern === '*') return () => true;
  if (!pattern.startsWith('r:')) return (description) => description === pattern;
  const regex = pythonRegex(pattern.slice(2));
  if (regex.kind === 'invalid') return undefined;
  return regex.kind === 'regex' ? (description) => regex.matches(description) : () => false;
}

/**
 * Whether a host keeps a service away. While services are expanded only what is written counts, and `service_includes` does not apply
 * to templates of services; at the verdict every host has a `service_includes`, though empty, which lets nothing in.
 */
export function isExcluded(host: Item, description: string, when: 'expansion' | 'template' | 'verdict'): boolean {
  const includes = host.props.get('service_includes');
  if (when !== 'template' && (Array.isArray(includes) || when === 'verdict')) {
    return !(Array.isArray(includes) && filterOf(includes).matchers.some((matches) => matches(description)));
  }
  const excludes = host.props.get('service_excludes');
  return Array.isArray(excludes) && filterOf(excludes).matchers.some((matches) => matches(description));
}
