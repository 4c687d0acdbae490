/** Commands that exist without being written: business rules, hosts that are always up, and `_echo`, which keeps the last state. */
export const builtInCommands = ['bp_rule', '_internal_host_up', '_echo'] as const;

export interface BuiltInCommand {
  readonly name: (typeof builtInCommands)[number];
  readonly title: string;
  readonly doc: string;
  /** What stands behind its `!`, as a person would call it; none: it takes nothing. */
  readonly argument?: string;
}

export const builtInCommandDocs: readonly BuiltInCommand[] = [
  {
    name: 'bp_rule',
    title: 'business rule',
    argument: 'rule',
    doc: 'No plugin is run: the state follows from those of others. A rule names hosts (`web-1`), services (`web-1,Http`; `,Http` is a service of the own host), and joins them with `&`, `|`, `!` and parentheses, or counts: `2 of: a & b & c`. Flags before a `:` choose several at once: `g:` a group, `t:` a host template, `l:` a label, `r:` a regular expression.',
  },
  {
    name: '_internal_host_up',
    title: 'always up, no plugin is run',
    doc: 'The host is UP whenever it is checked, without any plugin.',
  },
  {
    name: '_echo',
    title: 'keeps the last state, no plugin is run',
    doc: 'A check keeps the state and the output that are there already, without any plugin: for what only receives results.',
  },
];
