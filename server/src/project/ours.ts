/**
 * A cheap look at a text: is it Shinken's? Everyone's tools have `.cfg` files (`setup.cfg`, `haproxy.cfg`, `grub.cfg`), and only
 * Shinken's may be touched. This file imports nothing, so that the editor's client can use it as it is.
 */

/** Object types of Shinken and Nagios; a test holds them against the schema. */
export const DEFINABLE_TYPES: readonly string[] =
  `arbiter broker businessimpactmodulation checkmodulation command contact contactgroup discoveryrule discoveryrun escalation host
  hostdependency hostescalation hostextinfo hostgroup macromodulation module notificationway pack poller reactionner realm receiver
  resultmodulation scheduler service servicedependency serviceescalation serviceextinfo servicegroup timeperiod trigger`.split(
    /\s+/,
  );

/** How much of a text is looked at, in characters: more than any licence that stands above a first object. */
const LOOK = 100_000;

const DEFINE = new RegExp(
  String.raw`^[ \t\ufeff]*define[ \t]+(?:${DEFINABLE_TYPES.join('|')})[ \t]*(?:[{;]|\r?$)`,
  'm',
);
/** What only a main file or a resource file says. */
const SETTING = /^[ \t\ufeff]*(?:cfg_file|cfg_dir|resource_file|triggers_dir|\$[A-Za-z0-9_]+\$)[ \t]*=/m;
const SECTION = /^[ \t\ufeff]*\[/;

/** True for a text with an object of Shinken's, an include line or a macro, unless it is made of `[sections]`. */
export function looksLikeShinken(text: string): boolean {
  const head = text.length > LOOK ? text.slice(0, LOOK) : text;
  return (DEFINE.test(head) || SETTING.test(head)) && !hasSections(head);
}

/** True for a text whose first line that says anything begins a `[section]`: no file of Shinken's does. */
export function hasSections(text: string): boolean {
  const head = text.length > LOOK ? text.slice(0, LOOK) : text;
  const first = head.split(/\r\n?|\n/).find((line) => /^[ \t\ufeff]*[^ \t\ufeff#;]/.test(line)) ?? '';
  return SECTION.test(first);
}
