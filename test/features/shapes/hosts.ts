import { alice, host, ping, service, shape, type Shape } from './support';

/** Hosts, their groups and templates. */
export const hosts: readonly Shape[] = [
  shape(
    'a host: parents, groups, with ! and *',
    `
    ${host('«web-1»')}
    ${host('db-1', 'parents web-9, «web-1» ,web-11')}
    define hostgroup {
        hostgroup_name  servers
        members         db-1,«web-1»
    }
    define hostgroup {
        hostgroup_name  all
        members         *
    }
    ${service('host_name *,!«web-1»', 'HTTP')}
    ${ping}`,
  ),
  shape(
    'a host: dependencies, escalations, further information',
    `
    ${host('«web-1»')}
    ${host('db-1')}
    ${alice}
    define hostdependency {
        host_name            «web-1»
        dependent_host_name  db-1, «web-1»
    }
    define hostescalation {
        host_name           «web-1»,!db-1
        first_notification  1
        last_notification   2
        contacts            alice
    }
    define hostextinfo {
        host_name  «web-1»
        notes      web-1
    }`,
  ),
  shape(
    'a host: pairs and macros',
    `
    ${host('«web-1»')}
    ${service('host_name «web-1»', 'HTTP')}
    ${service('host_name «web-1»', 'Shop', 'service_dependencies «web-1»,HTTP')}
    define servicegroup {
        servicegroup_name  web
        members            «web-1»,HTTP, «web-1»,Shop
    }
    define command {
        command_name  ping
        command_line  /bin/ping $HOSTADDRESS:«web-1»$ $SERVICESTATE:«web-1»:HTTP$ web-1
    }`,
  ),
  shape(
    'a host: business rules',
    `
    ${host('«web-1»')}
    ${host('web-11')}
    ${service('host_name «web-1»', 'HTTP')}
    ${ping}
    ${host('shop', 'check_command bp_rule!«web-1» & ! ( «web-1»,HTTP | web-11)')}
    ${host('shop-2', 'check_command bp_rule!2 of: «web-1» & web-11 & «web-1»,HTTP')}`,
  ),
  shape(
    'a host: one that is read in a file of its own',
    `
    cfg_file=a.cfg
    cfg_dir=d
    #- a.cfg
    ${host('«web-1»')}
    #- d/b.cfg
    ${host('b', 'parents «web-1»')}
    #- d/c.cfg
    ${host('c', 'parents «web-1»,b')}`,
  ),
  shape(
    'a host: lines that go on below, with CR LF',
    `
    ${host('«web-1»')}
    ${host('b')}
    define hostgroup {
        hostgroup_name  servers
        members         b,\\
                        «web-1»
    }`.replaceAll('\n', '\r\n'),
  ),
  shape(
    'a host group: members, expressions, +',
    `
    define hostgroup {
        hostgroup_name     «servers»
        hostgroup_members  linux
    }
    define hostgroup {
        hostgroup_name     linux
    }
    define hostgroup {
        hostgroup_name     all
        hostgroup_members  linux, «servers»
    }
    define host {
        name        t
        hostgroups  linux
        register    0
    }
    ${host('a', 'use t\n      hostgroups +«servers»')}
    ${service('hostgroup_name («servers»|linux)&!all', 'A')}
    ${service('hostgroup_name «servers»,linux', 'B')}
    ${service('hostgroup_name linux+«servers»&linux', 'C')}
    ${ping}
    ${host('shop', 'check_command bp_rule!g:«servers» & a')}
    ${host('shop-2', 'check_command bp_rule!g:«servers»,A')}
    define command {
        command_name  x
        command_line  echo $HOSTGROUPALIAS:«servers»$
    }`,
  ),
  shape(
    'a template of hosts: use, tags of services',
    `
    define host {
        name      «linux»
        register  0
    }
    define host {
        name      web
        use       «linux»
        register  0
    }
    ${host('a', 'use web, «linux»')}
    define service {
        host_name            «linux»&web
        service_description  A
        max_check_attempts   3
        check_command        ping
        register             0
    }
    define service {
        name                 s
        host_name            web,«linux»
        service_description  B
        max_check_attempts   3
        check_command        ping
        register             0
    }
    ${ping}
    ${host('shop', 'check_command bp_rule!t:«linux»')}`,
  ),
  shape(
    'a template of contacts is another than one of time periods',
    `
    define contact {
        name      «t»
        register  0
    }
    define contact {
        contact_name  bob
        use           «t»
    }
    define timeperiod {
        name      t
        register  0
    }
    define timeperiod {
        timeperiod_name  p
        use              t
    }`,
  ),
  shape(
    'what a discovery rule writes',
    `
    define host {
        name      «http»
        register  0
    }
    define service {
        name      http
        register  0
    }
    define discoveryrule {
        discoveryrule_name  web
        creation_type       host
        openports           ^80$
        +use                «http»
    }
    define discoveryrule {
        discoveryrule_name   web-2
        openports            ^80$
        use                  http
    }`,
  ),
  shape(
    'a name between comments and half-written lines',
    `
    ${host('«web-1»')}
    # web-1 is not meant
    define host {
        host_name  b ; parents web-1
        parents    «web-1» ; web-1
        alias      web-1
        par
    define host {
        host_name  c
        parents    «web-1»,
    `,
  ),
  shape(
    'a host group: dependencies, escalations, former directives',
    `
    define hostgroup {
        hostgroup_name  «servers»
        members         a,b
    }
    ${host('a', 'hostgroup «servers»')}
    ${host('b')}
    ${alice}
    define hostdependency {
        hostgroup_name       «servers»
        dependent_host_name  a
    }
    define hostdependency {
        host_name                 b
        dependent_hostgroup_name  «servers»
    }
    define hostescalation {
        hostgroup_name      «servers»
        first_notification  1
        last_notification   2
        contacts            alice
    }
    define service {
        hostgroups           «servers»
        service_description  S
        max_check_attempts   3
        check_command        ping
    }
    ${ping}`,
  ),
];
