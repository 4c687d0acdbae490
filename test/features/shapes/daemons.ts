import { host, shape, type Shape } from './support';

/** Macros, realms, modules, daemons and tags. */
export const daemons: readonly Shape[] = [
  shape(
    'a custom macro of hosts',
    `
    define host {
        name      t
        _«Snmp»   public
        register  0
    }
    ${host('a', 'use t\n      _«SNMP» private\n      _SNMP2 x')}
    define service {
        host_name            a
        service_description  S
        max_check_attempts   3
        check_command        ping!$_HOST«SNMP»$!$_SERVICESNMP$!$_HOSTSNMP2$
    }
    define command {
        command_name  ping
        command_line  /bin/true $_HOST«snmp»$ $ARG1$
    }`,
    'COMMUNITY',
  ),
  shape(
    'a custom macro of contacts',
    `
    define contact {
        contact_name  bob
        _«SMS»        123
    }
    define command {
        command_name  ping
        command_line  /bin/true $_CONTACT«SMS»$
    }`,
    'PHONE',
  ),
  shape(
    'a macro of a resource file',
    `
    resource_file=resource.cfg
    define command {
        command_name  ping
        command_line  $«USER1»$/ping $USER2$
    }
    #- resource.cfg
    $«USER1»$=/usr/lib
    $USER2$=$«USER1»$/plugins
    `,
    'PLUGINS',
  ),
  shape(
    'a realm',
    `
    define realm {
        realm_name     All
        realm_members  «Europe», Asia
        default        1
    }
    define realm {
        realm_name  «Europe»
    }
    define realm {
        realm_name  Asia
    }
    ${host('a', 'realm «Europe»')}
    define hostgroup {
        hostgroup_name  g
        realm           «Europe»
    }
    define scheduler {
        scheduler_name  s
        realm           «Europe»
    }
    define broker {
        broker_name  b
        realm        All
    }`,
    'EU',
  ),
  shape(
    'a module',
    `
    define module {
        module_name  «Livestatus»
        module_type  livestatus
        modules      logs
    }
    define module {
        module_name  logs
        module_type  logstore_sqlite
    }
    define broker {
        broker_name  b
        modules      Simple-log, «Livestatus»
    }
    define module {
        module_name  Simple-log
        module_type  simple-log
    }`,
  ),
  shape(
    'a daemon in a satellite map',
    `
    define scheduler {
        scheduler_name  «s-1»
    }
    define poller {
        poller_name   p
        satellitemap  x=10.0.0.1, «s-1»=10.0.0.2:7768
    }`,
  ),
  shape(
    'tags of pollers and reactionners',
    `
    define poller {
        poller_name  p
        poller_tags  None, «DMZ»
    }
    define reactionner {
        reactionner_name  r
        reactionner_tags  None,DMZ
    }
    ${host('a', 'poller_tag «DMZ»\n      reactionner_tag DMZ')}
    define command {
        command_name  x
        command_line  x
        poller_tag    «DMZ»
    }`,
  ),
];
