/** Commands that exist without being written: business rules, hosts that are always up, and `_echo`, which keeps the last state. */
export const builtInCommands = ['bp_rule', '_internal_host_up', '_echo'] as const;
