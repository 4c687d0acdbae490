/** Two hosts, one of which is checked with a command that nobody has defined. */
export const files = `
#- shinken.cfg
cfg_dir=hosts
cfg_file=commands.cfg
#- commands.cfg
define command {
    command_name  check_ping
    command_line  /usr/lib/check_ping -H $HOSTADDRESS$
}
#- hosts/web.cfg
define host {
    host_name           web-1
    address             10.0.0.1
    max_check_attempts  3
    check_command       check_pong
}
#- hosts/db.cfg
define host {
    host_name           db-1
    parents             web-1
    max_check_attempts  3
}
`;

/** What is said of that. */
export const unknown = 'arbiter/unknown-command';
