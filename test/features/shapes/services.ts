import { alice, host, ping, service, shape, type Shape } from './support';

/** Services, their groups and what hosts say of them. */
export const services: readonly Shape[] = [
  shape(
    'a template of services is another than one of hosts',
    `
    define service {
        name      «linux»
        register  0
    }
    define host {
        name      linux
        register  0
    }
    ${host('a', 'use linux')}
    ${service('host_name a', 'A', 'use «linux»')}
    ${ping}`,
  ),
  shape(
    'a service group',
    `
    define servicegroup {
        servicegroup_name  «g»
    }
    define servicegroup {
        servicegroup_name     all
        servicegroup_members  «g»
    }
    ${host('a')}
    ${service('host_name a', 'S', 'servicegroups +all,«g»')}
    ${ping}
    ${host('shop', 'check_command bp_rule!a,g:«g»')}`,
  ),
  shape(
    'a service: pairs, dependencies, escalations',
    `
    ${host('a')}
    ${service('host_name a', '«Web Server»')}
    ${service('host_name a', 'Shop', 'service_dependencies a,«Web Server»,,«Web Server»')}
    ${ping}
    ${alice}
    define servicegroup {
        servicegroup_name  g
        members            a,«Web Server»,a,Shop
    }
    define servicedependency {
        host_name                      a
        service_description            Shop,«Web Server»
        dependent_service_description  «Web Server»
    }
    define serviceescalation {
        host_name            a
        service_description  «Web Server»
        first_notification   1
        last_notification    2
        contacts             alice
    }
    define serviceextinfo {
        host_name            a
        service_description  «Web Server»
    }`,
    'New Server',
  ),
  shape(
    'a service: what its host says of it',
    `
    ${host('a', 'service_overrides «HTTP»,check_interval 5\n      service_includes «HTTP», Shop')}
    ${service('host_name a', '«HTTP»')}
    ${service('host_name a', 'Shop')}
    ${ping}`,
  ),
  shape(
    'a service: what a template of its host excludes',
    `
    define host {
        name              t
        service_excludes  Shop,«HTTP», *-test
        register          0
    }
    ${host('a', 'use t')}
    ${service('host_name a', '«HTTP»')}
    ${ping}`,
  ),
  shape(
    'a service: business rules and macros',
    `
    ${host('a')}
    ${service('host_name a', '«HTTP»')}
    ${service('host_name a', 'Shop').replace('ping', 'bp_rule!,«HTTP» & a,«HTTP»')}
    ${host('shop', 'check_command bp_rule!a,«HTTP»')}
    ${host('shop-2', 'check_command bp_rule!a,«HTTP»,what is dropped')}
    define command {
        command_name  ping
        command_line  /bin/true $SERVICESTATE:a:«HTTP»$
    }`,
  ),
  shape(
    'a service of one host is another than one of the same name of another host',
    `
    ${host('a')}
    ${host('b')}
    ${service('host_name a', '«HTTP»')}
    ${service('host_name b', 'HTTP')}
    ${service('host_name b', 'Shop', 'service_dependencies a,«HTTP»,b,HTTP,,HTTP')}
    define servicegroup {
        servicegroup_name  g
        members            a,«HTTP»,b,HTTP
    }
    ${ping}`,
  ),
  shape(
    'a service of several hosts is one, and so is what names it for any of them',
    `
    define hostgroup {
        hostgroup_name  all
        members         a,b
    }
    ${host('a')}
    ${host('b')}
    ${host('c')}
    ${service('hostgroup_name all', '«HTTP»')}
    ${service('host_name c', 'HTTP')}
    define servicedependency {
        hostgroup_name                 all
        service_description            «HTTP»
        dependent_service_description  «HTTP»
    }
    define servicegroup {
        servicegroup_name  g
        members            a,«HTTP»,c,HTTP,b,«HTTP»
    }
    ${ping}`,
  ),
  shape(
    'a service that inherits its name',
    `
    define service {
        name                 t
        service_description  «HTTP»
        max_check_attempts   3
        check_command        ping
        register             0
    }
    define service {
        use        t
        host_name  a
    }
    ${host('a')}
    define servicegroup {
        servicegroup_name  g
        members            a,«HTTP»
    }
    ${ping}`,
  ),
  shape(
    'a service beside a template of the same name that nothing uses',
    `
    define service {
        name                 t
        service_description  HTTP
        register             0
    }
    ${host('a')}
    ${host('b')}
    ${service('host_name a', '«HTTP»')}
    ${service('host_name b', 'HTTP')}
    define servicegroup {
        servicegroup_name  g
        members            a,«HTTP»,b,HTTP
    }
    ${ping}`,
  ),
  shape(
    'two services of one host and name, of which the arbiter drops one',
    `
    define hostgroup {
        hostgroup_name  g
        members         a
    }
    ${host('a')}
    ${service('host_name a', '«HTTP»')}
    ${service('hostgroup_name g', '«HTTP»')}
    ${ping}`,
  ),
  shape(
    'a command in service_overrides',
    `
    ${host('a', 'service_overrides HTTP,check_command «other»!x')}
    ${service('host_name a', 'HTTP')}
    ${ping}
    define command {
        command_name  «other»
        command_line  /bin/true
    }`,
  ),
  shape(
    'a custom macro that services are made from',
    `
    ${host('a', '_«DISKS» /, /var\n      _!«disks» /')}
    define service {
        host_name            a
        service_description  Disk $KEY$
        duplicate_foreach    _«disks»
        max_check_attempts   3
        check_command        ping
    }
    ${ping}`,
    'volumes',
  ),
  shape(
    'a custom macro of services',
    `
    ${host('a', '_PORT 1')}
    ${service('host_name a', 'S', '_«PORT» 80')}
    define command {
        command_name  ping
        command_line  /bin/true $_SERVICE«PORT»$ $_HOSTPORT$
    }`,
    'TCP',
  ),
];
